package chaos

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

// follower listens to the log from its beginning, over as many sockets as it takes, each from where the last one ended.
type follower struct {
	addr, token string

	since string // the last change that it does not hear

	mu     sync.Mutex
	cursor string
	heard  []string // each change as "subject version kind"
	opened int      // sockets
}

// newFollower listens from the newest change on, while nobody works yet.
func newFollower(t *testing.T, c company, addr string) *follower {
	t.Helper()
	a := ltctest.Got(newClient(addr, c.token).do(t.Context(), "", `{ changes(first: 1) { edges { cursor node { subjectId subjectVersion kind } } } }`, nil))(t)
	var page struct {
		Edges []struct {
			Cursor string
			Node   heardChange
		}
	}
	ltctest.Must(t, json.Unmarshal(a.Data["changes"], &page))
	return &follower{addr: addr, token: c.token, cursor: page.Edges[0].Cursor, since: page.Edges[0].Node.String()}
}

// heardChange is what a follower is told of a change.
type heardChange struct {
	Cursor, SubjectID, Kind string
	SubjectVersion          int
}

// String says which one it is.
func (c heardChange) String() string {
	return fmt.Sprintf("%s %d %s", c.SubjectID, c.SubjectVersion, c.Kind)
}

const follows = `subscription($after: Cursor) { changed(after: $after) { cursor subjectId subjectVersion kind } }`

type frame struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// follow goes on until the context ends.
func (f *follower) follow(ctx context.Context) {
	for ctx.Err() == nil {
		_ = f.session(ctx) // whyever it ended, the next one goes on
		select {
		case <-ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// session is one socket.
func (f *follower) session(ctx context.Context) error {
	conn, resp, err := websocket.Dial(ctx, "ws://"+f.addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if resp != nil && resp.Body != nil {
		_ = resp.Body.Close()
	}
	if err != nil {
		return err
	}
	defer func() { _ = conn.CloseNow() }()
	f.mu.Lock()
	f.opened++
	f.mu.Unlock()
	init, _ := json.Marshal(map[string]string{"Authorization": "Bearer " + f.token})
	if err := wsjson.Write(ctx, conn, frame{Type: "connection_init", Payload: init}); err != nil {
		return err
	}
	payload, _ := json.Marshal(map[string]any{"query": follows, "variables": map[string]any{"after": f.cursor}})
	for {
		var m frame
		if err := wsjson.Read(ctx, conn, &m); err != nil {
			return err
		}
		switch m.Type {
		case "connection_ack":
			err = wsjson.Write(ctx, conn, frame{ID: "1", Type: "subscribe", Payload: payload})
		case "ping":
			err = wsjson.Write(ctx, conn, frame{Type: "pong"})
		case "next":
			err = f.hear(m.Payload)
		case "error", "complete":
			return errors.New(string(m.Payload)) // SLOW_CONSUMER, or a server that stops: resume
		}
		if err != nil {
			return err
		}
	}
}

func (f *follower) hear(payload []byte) error {
	var m struct {
		Data struct{ Changed heardChange }
	}
	if err := json.Unmarshal(payload, &m); err != nil {
		return err
	}
	c := m.Data.Changed
	if c.Cursor == "" {
		return fmt.Errorf("no change in %s", payload)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cursor = c.Cursor
	f.heard = append(f.heard, fmt.Sprintf("%s %d %s", c.SubjectID, c.SubjectVersion, c.Kind))
	return nil
}

// count is how many changes it has heard.
func (f *follower) count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.heard)
}

// until waits until so many were heard.
func (f *follower) until(t *testing.T, n int) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); f.count() < n; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Errorf("the follower heard %d of %d changes", f.count(), n)
			return
		}
	}
}
