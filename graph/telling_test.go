package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket/wsjson"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// of a change, what depends on who asks: rows, fields, verbs, people.
const sensitive = `cursor kind subjectKind subjectId subjectVersion journeyId accountId ownerId toStage toName { zh en } actorName
	fields { name old new }
	subject { __typename id ... on Staged { stage version availableTransitions { verb } }
		... on Opportunity { name amount { amount currency words } account { name phone } owner { name } }
		... on Account { name phone region } }`

// ear is a follower that keeps what it hears.
type ear struct {
	who   stage.Department
	mu    sync.Mutex
	heard []any
	known int // of those, how many have been looked at
}

func (e *ear) all() []any {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.heard)
}

// listenAs follows all changes from a cursor on.
func (a *api) listenAs(t *testing.T, who stage.Department, after any) *ear {
	t.Helper()
	const follow = `subscription($after: Cursor) { changed(after: $after) { ` + sensitive + ` } }`
	s, e := a.subscribe(t, who, follow, vars{"after": after}), &ear{who: who}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	t.Cleanup(func() { stop(); <-done })
	go func() {
		defer close(done)
		for {
			var m message
			if wsjson.Read(ctx, s.conn, &m) != nil {
				return
			}
			if m.Type == "ping" {
				_ = wsjson.Write(ctx, s.conn, message{Type: "pong"})
				continue
			}
			var payload any
			_ = json.Unmarshal(m.Payload, &payload)
			e.mu.Lock()
			if m.Type == "next" && payload.(map[string]any)["errors"] == nil {
				e.heard = append(e.heard, at(payload, "data.changed"))
			} else {
				e.heard = append(e.heard, fmt.Sprint(m.Type, payload))
			}
			e.mu.Unlock()
		}
	}()
	return e
}

// alone is what the log tells somebody, the newest first, read and written for them only.
func (a *api) alone(t *testing.T, who stage.Department) []any {
	t.Helper()
	got := a.get(t, who, `{ changes(first: 100) { edges { node { `+sensitive+` } } } }`, nil)
	var out []any
	for _, e := range at(got, "changes.edges").([]any) {
		out = append(out, at(e, "node"))
	}
	return out
}

// kinds of rights: over all rows, fewer fields, fewer verbs, rows of one's own, a token's part, nothing.
func (m *matrix) listeners() []stage.Department {
	hides := func(field string, s role.Sight) func(*role.Document) {
		return func(d *role.Document) {
			d.Fields[id.Opportunity] = map[string]role.Sight{field: s}
			d.Fields[id.Account] = map[string]role.Sight{"phone": s}
		}
	}
	narrow := m.with("narrow", func(*role.Document) {})
	v := m.viewers[string(narrow)]
	v.Rights = v.Rights.Narrow([]role.TokenScope{role.ReadSales})
	m.viewers[string(narrow)] = v
	return []stage.Department{
		boss, stage.Sales, stage.Marketing, stage.Delivery, stage.Finance, narrow,
		m.with("everything", func(*role.Document) {}), m.with("everything-too", func(*role.Document) {}),
		m.with("no-amounts", hides("amount", role.Hidden)), m.with("masks", hides("name", role.Masked)),
		m.with("no-verbs", func(d *role.Document) { d.Grants[id.Opportunity] = role.Grant{Scope: role.All} }),
		m.with("own-only", func(d *role.Document) { d.Grants[id.Opportunity] = role.Grant{Scope: role.Own} }),
		stage.Department(m.viewer("stranger", role.Document{})),
	}
}

func TestFollowersHearTogetherWhatEachHearsAlone(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		d := m.deals[0]
		a.settle(t)
		from := at(a.get(t, boss, `{ changes(first: 1) { edges { cursor } } }`, nil), "changes.edges.0.cursor")
		var ears []*ear
		for _, who := range m.listeners() {
			for i := range 3 { // some from now on, some from a cursor
				after := any(nil)
				if i == 0 {
					after = from
				}
				ears = append(ears, a.listenAs(t, who, after))
			}
		}
		time.Sleep(300 * time.Millisecond) // who begins now has to have begun
		told := map[string]bool{}
		for _, do := range []func(){
			func() { d.do(stage.Sales, "updateAccount", "", vars{"id": d.account, "phone": "0755-26001234"}) },
			func() { a.get(t, stage.Sales, captureLead, lead("陈晨")) },
			func() {
				d.do(stage.Sales, "updateOpportunity", "", vars{"id": d.opportunity, "name": "另一个商机的名称"})
			},
		} {
			before := len(a.alone(t, boss))
			do()
			a.settle(t)
			for who, want := range a.step(t, ears, before) {
				told[fmt.Sprint(want)] = true
				for _, e := range ears {
					if e.who == who {
						e.has(t, want)
					}
				}
			}
		}
		if len(told) < 8 {
			t.Errorf("the followers hear %d different things: too few to tell them apart", len(told))
		}
	})
}

// step is what each hears of the changes since there were so many, the oldest first.
func (a *api) step(t *testing.T, ears []*ear, before int) map[stage.Department][]any {
	t.Helper()
	all := a.alone(t, boss)
	fresh := map[any]bool{}
	for _, c := range all[:len(all)-before] {
		fresh[at(c, "cursor")] = true
	}
	out := map[stage.Department][]any{}
	for _, e := range ears {
		if _, known := out[e.who]; known {
			continue
		}
		heard := slices.DeleteFunc(a.alone(t, e.who), func(c any) bool { return !fresh[at(c, "cursor")] })
		slices.Reverse(heard)
		out[e.who] = heard
	}
	return out
}

// has waits for what a follower should hear next, and refuses anything else.
func (e *ear) has(t *testing.T, want []any) {
	t.Helper()
	for range 500 {
		if len(e.all()) >= e.known+len(want) {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	time.Sleep(10 * time.Millisecond) // for what should not come
	got := e.all()[min(e.known, len(e.all())):]
	if e.known += len(want); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%s hears\n%v\nand alone\n%v", e.who, got, want)
	}
}
