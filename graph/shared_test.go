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

// Whoever follows together with all others is told, byte for byte, what they are told at a server of their own.
func TestASharedAnswerIsTheAnswerAlone(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		q := newQuestions(t, a)
		a.settle(t)
		var cursors []any
		for _, e := range at(a.get(t, boss, `{ changes(first: 100) { edges { cursor } } }`, nil), "changes.edges").([]any) {
			cursors = append(cursors, at(e, "cursor"))
		}
		feed := a.follow(t)
		together := (&api{World: a.World, log: a.log, viewers: map[string]call.Viewer{}}).open(t, feed)
		var each, all []*follower
		for n, v := range q.viewers {
			who := fmt.Sprint(n)
			together.viewers[who] = v
			alone := (&api{World: a.World, log: a.log, viewers: map[string]call.Viewer{who: v}}).open(t, feed)
			latest := `{ changes(first: 5) { edges { cursor } } }`
			if v.Nobody() || !strings.Contains(fmt.Sprint(alone.get(t, stage.Department(who), latest, nil)), fmt.Sprint(cursors[0])) {
				continue // they do not see the last change, and would wait
			}
			each = append(each, &follower{socket: alone.subscribe(t, stage.Department(who), "{ viewer { id } }", nil)})
			all = append(all, &follower{socket: together.subscribe(t, stage.Department(who), "{ viewer { id } }", nil)})
		}
		if len(all) < 10 {
			t.Fatalf("only %d see the last change", len(all))
		}
		told := map[string]bool{}
		try(t, 200, func(rt *rapid.T) {
			ask := &asking{questions: q, t: rt, left: 20}
			query := "subscription($after: Cursor, $yes: Boolean = true, $no: Boolean = false) { changed(after: $after)" +
				ask.set(contract.Types["Change"], 4) + " } " + strings.Join(ask.fragments, " ")
			after := rapid.SampledFrom(cursors[1:]).Draw(rt, "after")
			got := make([]string, len(all))
			for n, f := range all { // within the time for which a telling stands
				got[n] = f.first(rt, query, after)
			}
			for n, f := range each {
				if want := f.first(rt, query, after); got[n] != want {
					rt.Fatalf("%d, %s\ntogether %s\nalone    %s", n, query, got[n], want)
				}
				told[got[n]] = true
			}
		})
		t.Logf("%d followers were told %d different things", len(all), len(told))
		if len(told) < 20 {
			t.Errorf("%d followers were told %d different things: too few to tell them apart", len(all), len(told))
		}
	})
}
