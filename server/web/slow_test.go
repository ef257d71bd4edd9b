package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/web"
)

// told is what a socket says of a change, or of the end.
type told struct {
	Type    string
	Payload json.RawMessage
	cursor  string
	name    string
}

// hears follows leads from a cursor on and answers how to read what comes next.
func hears(t *testing.T, conn *websocket.Conn, id, after string) func() told {
	t.Helper()
	var from any
	if after != "" {
		from = after
	}
	ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{"id": id, "type": "subscribe", "payload": map[string]any{
		"query":     `subscription($after: Cursor) { changed(after: $after, filter: {kinds: [LEAD]}) { cursor subject { ... on Lead { name } } } }`,
		"variables": map[string]any{"after": from},
	}}))
	return func() told {
		t.Helper()
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
		defer stop()
		for {
			var m told
			if ltctest.Must(t, wsjson.Read(ctx, conn, &m)); m.Type == "ping" {
				continue
			}
			var next struct {
				Data struct {
					Changed struct {
						Cursor  string
						Subject struct{ Name string }
					}
				}
			}
			if m.Type == "next" {
				ltctest.Must(t, json.Unmarshal(m.Payload, &next))
			}
			m.cursor, m.name = next.Data.Changed.Cursor, next.Data.Changed.Subject.Name
			return m
		}
	}
}

// leads has Wang capture leads that are named by their numbers, in one transaction.
func leads(t *testing.T, w *ltctest.World, from, to int) {
	t.Helper()
	wang := ltctest.Got(w.Reader().User.Query().Where(user.Email("wang@example.com")).Only(t.Context()))(t)
	v := ltctest.Got(people.Viewer(w.As(stage.Sales), w.Store, wang.ID))(t)
	ltctest.Must(t, w.InTx(call.With(t.Context(), call.New(v, w.Now(), call.UI)), func(ctx context.Context, _ *store.Tx) error {
		for n := from; n < to; n++ {
			phone := fmt.Sprint(13800000000 + n)
			if _, err := marketing.CaptureLead(ctx, w.Store, marketing.CaptureLeadInput{Name: fmt.Sprint(n), Company: "苏州博远", Phone: &phone}); err != nil {
				return err
			}
		}
		return nil
	}))
}

// A client for whom more comes at once than its queue holds hears all of it, and by a cursor in the midst of it the rest.
func TestAClientMissesNothingOfALargeTransaction(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s, _ := live(t, w)
		wang := cookieOf(t, s, "wang@example.com")
		leads(t, w, 0, 1)
		conn, _ := socket(t, s, wang, nil)
		next := hears(t, conn, "1", firstCursor(t, s, wang))
		leads(t, w, 1, 2)
		got := next()
		if got.name != "1" {
			t.Fatalf("at first: %v %s", got, got.Payload)
		}
		const all, half = 1000, 500
		leads(t, w, 2, all)
		cursor, n := "", 2
		for ; n < all; n++ {
			if got = next(); got.name != fmt.Sprint(n) {
				t.Fatalf("number %d is %v %s", n, got, got.Payload)
			}
			if n == half {
				cursor = got.cursor
			}
		}
		ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{"id": "1", "type": "complete"}))
		next = hears(t, conn, "2", cursor)
		for n = half + 1; n < all; n++ {
			if got = next(); got.name != fmt.Sprint(n) {
				t.Fatalf("resumed: number %d is %v %s", n, got, got.Payload)
			}
		}
		leads(t, w, all, all+1)
		if got = next(); got.name != fmt.Sprint(all) {
			t.Errorf("and then %v %s", got, got.Payload)
		}
	})
}

// Two servers over one database: what is done at one is heard at the other.
func TestASocketOfOneServerHearsWhatIsDoneAtAnother(t *testing.T) {
	url := ltctest.Postgres(t)
	w := ltctest.New(t, url)
	here, _ := live(t, w)
	other := ltctest.Got(store.Open(t.Context(), url))(t)
	t.Cleanup(func() { _ = other.Close() })
	log := slog.New(slog.DiscardHandler)
	feed := flow.NewFeed(other, log)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- feed.Run(ctx) }()
	there := httptest.NewServer(web.New(web.Config{Store: other, API: graph.New(other, feed, log), Log: log, Now: w.Now}))
	t.Cleanup(func() {
		there.CloseClientConnections()
		there.Close()
		stop()
		ltctest.Must(t, <-ended)
	})
	leads(t, w, 0, 1)
	from := firstCursor(t, here, cookieOf(t, here, "wang@example.com"))
	conn, _ := socket(t, there, cookieOf(t, there, "wang@example.com"), nil)
	next := hears(t, conn, "1", from)
	for n := 1; n < 20; n++ {
		leads(t, w, n, n+1)
		if got := next(); got.name != fmt.Sprint(n) {
			t.Fatalf("number %d is %v %s", n, got, got.Payload)
		}
	}
}
