package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
)

// fan is what a fan-out saw: how long until the last follower knew of a move, and what a delivery cost LTC.
type fan struct {
	refused  string // why there are no figures
	sockets  int
	last     []time.Duration // of each move
	delivery time.Duration   // processor time of the server
}

// moves is how many moves are followed, one after the other.
const moves = 40

const followed = `subscription { stageChanged(filter: {kinds: [OPPORTUNITY]}) { cursor subjectId toStage subject { ... on Opportunity {
	id name version stage amount { amount currency } account { id name } owner { id name } } } } }`

// fanOut opens the sockets, moves records one by one, and waits each time until everybody knows.
func (b *bench) fanOut(ctx context.Context) (*fan, error) {
	if b.Sockets == 0 || len(b.Only) > 0 {
		return nil, nil
	}
	told := make(chan string, b.Sockets)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for range b.Sockets {
		if err := b.follow(ctx, told); err != nil {
			return nil, err
		}
	}
	time.Sleep(2 * time.Second)
	f := &fan{sockets: b.Sockets}
	move := ops.All[slices.IndexFunc(ops.All, func(o ops.Op) bool { return o.Takes != nil })]
	for range moves {
		took, err := b.spread(ctx, move, told)
		if err != nil {
			return nil, err
		}
		f.last = append(f.last, took.last)
		f.delivery += took.cpu
	}
	f.delivery /= time.Duration(moves * b.Sockets)
	slices.Sort(f.last)
	return f, nil
}

type spread struct{ last, cpu time.Duration }

// spread moves one record; everybody has to be told of that one.
func (b *bench) spread(ctx context.Context, move ops.Op, told <-chan string) (spread, error) {
	request := b.request(move, b.ours)
	want, _ := request.Vars["id"].(string)
	before, err := load.CPU(b.ours.PID)
	if err != nil {
		return spread{}, err
	}
	begin := time.Now()
	if _, err := b.ours.Ask(ctx, request); err != nil {
		return spread{}, err
	}
	timeout := time.After(20 * time.Second)
	for n := range b.Sockets {
		select {
		case got := <-told:
			if got != want {
				return spread{}, fmt.Errorf("a follower was told of %s, want %s", got, want)
			}
		case <-timeout:
			return spread{}, fmt.Errorf("%d of %d followers were told", n, b.Sockets)
		}
	}
	took := time.Since(begin)
	after, err := load.CPU(b.ours.PID)
	return spread{took, after - before}, err
}

// follow opens a socket and subscribes; each change's subject is sent to told.
func (b *bench) follow(ctx context.Context, told chan<- string) error {
	c, resp, err := websocket.Dial(ctx, strings.Replace(b.ours.URL, "http", "ws", 1), &websocket.DialOptions{
		HTTPHeader: b.ours.Header, Subprotocols: []string{"graphql-transport-ws"}, HTTPClient: &http.Client{},
	})
	if err != nil {
		return err
	}
	if resp.Body != nil {
		_ = resp.Body.Close()
	}
	send := func(m map[string]any) error { return wsjson.Write(ctx, c, m) }
	if err := send(map[string]any{"type": "connection_init"}); err != nil {
		return err
	}
	var ack message
	if err := wsjson.Read(ctx, c, &ack); err != nil || ack.Type != "connection_ack" {
		return fmt.Errorf("no acknowledgement but %q: %w", ack.Type, err)
	}
	err = send(map[string]any{"id": "1", "type": "subscribe", "payload": map[string]any{"query": followed}})
	go b.listen(ctx, c, told)
	return err
}

// message is one of the protocol's.
type message struct {
	Type    string
	Payload json.RawMessage
}

func (b *bench) listen(ctx context.Context, c *websocket.Conn, told chan<- string) {
	defer func() { _ = c.CloseNow() }()
	for {
		var m message
		if err := wsjson.Read(ctx, c, &m); err != nil {
			if ctx.Err() == nil && !errors.Is(err, context.Canceled) {
				told <- err.Error()
			}
			return
		}
		switch m.Type {
		case "ping":
			_ = wsjson.Write(ctx, c, map[string]any{"type": "pong"})
		case "next":
			var p struct {
				Data struct{ StageChanged struct{ SubjectID string } }
			}
			_ = json.Unmarshal(m.Payload, &p)
			told <- p.Data.StageChanged.SubjectID
		default:
			told <- m.Type + " " + string(m.Payload)
			return
		}
	}
}

func (f *fan) write(w *strings.Builder) {
	if f.refused != "" {
		fmt.Fprintf(w, "\n## Fan-out\n\nNot measured: `%s`\n", f.refused)
		return
	}
	fmt.Fprintf(w, "\n## Fan-out\n\n%d followers of opportunities' moves, %d moves one after the other: the last follower knows after %.1f ms at the median (%.1f at worst), "+
		"a delivery costs LTC's server %d µs of a processor.\n", f.sockets, len(f.last),
		float64(f.last[len(f.last)/2].Microseconds())/1000, float64(f.last[len(f.last)-1].Microseconds())/1000, f.delivery.Microseconds())
}
