package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// socket is one subscription over graphql-transport-ws.
type socket struct {
	t    *testing.T
	conn *websocket.Conn
}

type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// subscribe opens a socket as a person of the department and starts one operation.
func (a *api) subscribe(t *testing.T, as stage.Department, operation string, v vars) *socket {
	t.Helper()
	conn, resp, err := websocket.Dial(t.Context(), strings.Replace(a.url, "http", "ws", 1), &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Test-As": {string(as)}},
	})
	ltctest.Must(t, err)
	if resp.Body != nil {
		_ = resp.Body.Close()
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	s := &socket{t, conn}
	s.send(message{Type: "connection_init"})
	s.next("connection_ack")
	payload, err := json.Marshal(map[string]any{"query": operation, "variables": v})
	ltctest.Must(t, err)
	s.send(message{ID: "1", Type: "subscribe", Payload: payload})
	return s
}

func (s *socket) send(m message) {
	s.t.Helper()
	ltctest.Must(s.t, wsjson.Write(s.t.Context(), s.conn, m))
}

// next is the payload of the next message, which has to be of the type.
func (s *socket) next(typ string) any {
	s.t.Helper()
	ctx, stop := context.WithTimeout(s.t.Context(), 20*time.Second)
	defer stop()
	for {
		var m message
		ltctest.Must(s.t, wsjson.Read(ctx, s.conn, &m))
		if m.Type == "ping" {
			s.send(message{Type: "pong"})
			continue
		}
		if m.Type != typ {
			s.t.Fatalf("got %s %s, want %s", m.Type, m.Payload, typ)
		}
		var payload any
		if len(m.Payload) > 0 {
			ltctest.Must(s.t, json.Unmarshal(m.Payload, &payload))
		}
		return payload
	}
}

const changed = `subscription($after: Cursor, $filter: ChangeFilter) { changed(after: $after, filter: $filter) {
	cursor kind toStage toName { zh } actorName department
	subject { id ... on Staged { stage version availableTransitions { verb } } ... on Lead { name owner { name } } } } }`

func TestASubscriberGetsWhatWasMissedAndThenWhatHappens(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		const log = `{ stageChanges { edges { cursor } } }`
		id := at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id")
		a.settle(t)
		from := at(a.get(t, stage.Sales, log, nil), "stageChanges.edges.0.cursor")
		a.get(t, stage.Sales, captureLead, lead("错过"))
		s := a.subscribe(t, stage.Sales, changed, vars{"after": from})
		missed := at(s.next("next"), "data.changed")
		if at(missed, "kind") != "OPENED" || at(missed, "subject.name") != "错过" || at(missed, "toName.zh") != "新线索" || at(missed, "department") != "MARKETING" {
			t.Errorf("missed: %v", missed)
		}
		a.get(t, stage.Marketing, assign, vars{"in": vars{"id": id, "expectedVersion": 1, "ownerId": a.People[stage.Sales].ID}})
		edited, moved := at(s.next("next"), "data.changed"), at(s.next("next"), "data.changed")
		if at(edited, "kind") != "EDITED" || at(moved, "kind") != "MOVED" || at(moved, "toStage") != "assigned" ||
			at(moved, "actorName") != "marketing" || at(moved, "subject.owner.name") != "sales" || at(moved, "subject.version") != 3.0 {
			t.Errorf("edited %v, moved %v", edited, moved)
		}
		again := a.subscribe(t, stage.Sales, changed, vars{"after": at(edited, "cursor")})
		if got := at(again.next("next"), "data.changed"); at(got, "cursor") != at(moved, "cursor") {
			t.Errorf("who resumes gets %v, want %v", got, moved)
		}
	})
}

func TestASubscriptionIsFilteredAndEnds(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		s := a.subscribe(t, stage.Sales, `subscription { stageChanged(filter: {department: SALES}) { toStage } }`, nil)
		time.Sleep(100 * time.Millisecond) // it begins now, and now has to come before what follows
		id := at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id")
		a.get(t, stage.Marketing, assign, vars{"in": vars{"id": id, "expectedVersion": 1, "ownerId": a.People[stage.Sales].ID}})
		if got := at(s.next("next"), "data.stageChanged.toStage"); got != "assigned" {
			t.Errorf("first came %v, want what sales holds", got)
		}
		s.send(message{ID: "1", Type: "complete"})
	})
}

func TestSubscriptionsRefuse(t *testing.T) {
	tests := map[string]struct {
		as      stage.Department
		v       vars
		message string
		code    string
	}{
		"nobody":                     {"", nil, "next", "UNAUTHENTICATED"},
		"a cursor of another epoch":  {stage.Sales, vars{"after": "MS45OS4wLjE"}, "error", "CURSOR_EXPIRED"},
		"a cursor that is none":      {stage.Sales, vars{"after": "x"}, "next", "INVALID"},
		"a filter that is not known": {stage.Sales, vars{"filter": vars{"kinds": []any{"NONE"}}}, "error", "INVALID"},
	}
	in(t, func(t *testing.T, a *api) {
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				s := a.subscribe(t, tt.as, changed, tt.v)
				got := s.next(tt.message)
				if tt.message == "next" {
					got = at(got, "errors")
				}
				if code := at(got, "0.extensions.code"); code != tt.code {
					t.Errorf("code = %v (%v), want %s", code, got, tt.code)
				}
			})
		}
	})
}

// Two who may the same are told the same, but for what is said in the language of each.
func TestEachIsToldInTheirOwnLanguage(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		const foreigner stage.Department = "foreigner"
		v := a.viewers[string(stage.Care)]
		v.Rights, v.Department = a.viewers[string(boss)].Rights, stage.Sales
		a.viewers[string(foreigner)] = v
		ltctest.Must(t, a.InTx(a.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(v.UserID).SetLanguage(user.LanguageEn).Exec(ctx)
		}))
		const missing = `availableTransitions { missing { rule message } }`
		var all []*socket
		for _, who := range []stage.Department{boss, foreigner} {
			all = append(all, a.subscribe(t, who, `subscription { changed(filter: {kinds: [OPPORTUNITY]}) { subject { id ... on Staged { `+missing+` } } } }`, nil))
		}
		time.Sleep(300 * time.Millisecond)                                                 // they have to have begun
		a.get(t, boss, `mutation { createOpportunity(input: {name: "新产线"}) { id } }`, nil) // which nobody has won yet
		said := map[string]bool{}
		for n, who := range []stage.Department{boss, foreigner} {
			told := at(all[n].next("next"), "data.changed.subject")
			alone := a.get(t, who, `query($id: ID!) { opportunity(id: $id) { id `+missing+` } }`, vars{"id": at(told, "id")})
			if want := at(alone, "opportunity"); !reflect.DeepEqual(told, want) {
				t.Errorf("%s is told %v, and alone %v", who, told, want)
			}
			said[fmt.Sprint(told)] = true
		}
		if len(said) != 2 {
			t.Errorf("they are told the same: %v", said)
		}
	})
}
