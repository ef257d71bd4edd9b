package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket/wsjson"
	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/stage"
)

// follower is somebody's socket at one API.
type follower struct {
	*socket
	asked int
}

// first is what a follower is told first of what they ask, as it comes.
func (f *follower) first(t ltcTB, query string, after any) string {
	f.asked++
	id := fmt.Sprint("s", f.asked)
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	payload := vars{"query": query, "variables": vars{"after": after}}
	if err := wsjson.Write(ctx, f.conn, vars{"id": id, "type": "subscribe", "payload": payload}); err != nil {
		t.Fatalf("%v", err)
	}
	for {
		var m message
		if err := wsjson.Read(ctx, f.conn, &m); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		if m.ID != id { // of what was asked before
			continue
		}
		if m.Type == "next" {
			if err := wsjson.Write(ctx, f.conn, message{ID: id, Type: "complete"}); err != nil {
				t.Fatalf("%v", err)
			}
		}
		return m.Type + string(request.ReplaceAll(m.Payload, nil))
	}
}

// crowds are followers who see the last change: all of them at one server, and each at a server of their own.
func (q *questions) crowds(t *testing.T, a *api, last any) (together, alone []*follower) {
	t.Helper()
	feed := a.follow(t)
	one := (&api{World: a.World, log: a.log, viewers: map[string]call.Viewer{}}).open(t, feed)
	for n, v := range q.viewers {
		who := fmt.Sprint(n)
		one.viewers[who] = v
		own := (&api{World: a.World, log: a.log, viewers: map[string]call.Viewer{who: v}}).open(t, feed)
		latest := `{ changes(first: 5) { edges { cursor } } }`
		if v.Nobody() || !strings.Contains(fmt.Sprint(own.get(t, stage.Department(who), latest, nil)), fmt.Sprint(last)) {
			continue // they would wait
		}
		together = append(together, &follower{socket: one.subscribe(t, stage.Department(who), "{ viewer { id } }", nil)})
		alone = append(alone, &follower{socket: own.subscribe(t, stage.Department(who), "{ viewer { id } }", nil)})
	}
	if len(together) < 10 {
		t.Fatalf("only %d see the last change", len(together))
	}
	return together, alone
}

// Whoever follows together with all others is told, byte for byte, what they are told at a server of their own.
func TestASharedAnswerIsTheAnswerAlone(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		q := newQuestions(t, a)
		a.settle(t)
		var cursors []any
		for _, e := range at(a.get(t, boss, `{ changes(first: 100) { edges { cursor } } }`, nil), "changes.edges").([]any) {
			cursors = append(cursors, at(e, "cursor"))
		}
		together, alone := q.crowds(t, a, cursors[0])
		told := map[string]bool{}
		try(t, 200, func(rt *rapid.T) {
			ask := &asking{questions: q, t: rt, left: 20}
			query := "subscription($after: Cursor, $yes: Boolean = true, $no: Boolean = false) { changed(after: $after)" +
				ask.set(contract.Types["Change"], 4) + " } " + strings.Join(ask.fragments, " ")
			after := rapid.SampledFrom(cursors[1:]).Draw(rt, "after")
			got := make([]string, len(together))
			for n, f := range together { // within the time for which a telling stands
				got[n] = f.first(rt, query, after)
			}
			for n, f := range alone {
				if want := f.first(rt, query, after); got[n] != want {
					rt.Fatalf("%d, %s\ntogether %s\nalone    %s", n, query, got[n], want)
				}
				told[got[n]] = true
			}
		})
		if t.Logf("%d followers were told %d different things", len(together), len(told)); len(told) < 20 {
			t.Error("too few to tell them apart")
		}
	})
}
