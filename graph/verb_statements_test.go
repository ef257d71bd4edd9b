package graph_test

import (
	"context"
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// told counts the statements that a store is told of: all but those that begin and end a transaction.
type told struct {
	mu    sync.Mutex
	texts []string
}

func (s *told) watch(_ context.Context, query string) func(error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts = append(s.texts, query)
	return func(error) {}
}

// of are the statements of what is done.
func (s *told) of(do func()) []string {
	s.mu.Lock()
	s.texts = nil
	s.mu.Unlock()
	do()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.texts
}

// seesAll is a viewer whose roles show them all records.
const seesAll stage.Department = "sees all"

func seeAll(a *api) {
	v := a.viewers[string(stage.Sales)]
	all := func(verbs ...string) role.Grant { return role.Grant{Scope: role.All, Verbs: verbs} }
	v.Rights = role.Union(role.Document{Grants: map[id.Kind]role.Grant{
		id.Journey: all("moveStage"), id.Opportunity: all(), id.Account: all(), id.Payment: all("recordPayment"), id.Invoice: all(),
	}})
	a.viewers[string(seesAll)] = v
}

const (
	moveIt = `mutation($id: ID!, $to: String!, $v: Int!) { moveStage(input: {id: $id, to: $to, expectedVersion: $v}) { ... on Opportunity { id version stage } } }`
	payIt  = `mutation($account: ID!, $invoice: ID!, $reference: String!) { recordPayment(input: {accountId: $account,
		amount: {amount: "0.01", currency: "CNY"}, bankReference: $reference,
		allocations: [{invoiceId: $invoice, amount: {amount: "0.01", currency: "CNY"}}]}) { id stage } }`
)

// What a verb does is counted, so that it does not grow unseen: of a move the lock, the record with its
// journey, its new stage, the log with the key (two on SQLite), and the answer.
func TestVerbsTakeAFewStatements(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		var s told
		a := (&api{World: w, log: &logged{}, viewers: map[string]call.Viewer{}}).listen(t, flow.NewFeed(w.Store, nil))
		seeAll(a)
		d := sell(t, a, "客户 1").deliver().bill("10000.00")
		o := d.do(boss, "createOpportunity", "version", vars{"name": "又一单", "accountId": d.account, "amount": cny("1")})
		version := 0
		move := func(key, to string) []string {
			version++
			return s.of(func() {
				a.get(t, seesAll, moveIt, vars{"id": o["id"], "to": to, "v": version}, "Idempotency-Key", key)
			})
		}
		pay := func(key string) []string {
			return s.of(func() {
				a.get(t, seesAll, payIt, vars{"account": d.account, "invoice": d.invoice, "reference": key}, "Idempotency-Key", key)
			})
		}
		w.Watch(s.watch)
		move("m1", "needs_confirmed") // processes and the company are read once and kept
		pay("p1")
		most := map[bool][3]int{true: {4, 5, 9}, false: {6, 7, 10}}[w.Postgres()]
		for name, got := range map[string]struct {
			statements []string
			most       int
		}{
			"a move over a guard":    {move("m2", "solution"), most[1]},
			"a move to rest":         {move("m3", "on_hold"), most[0]},
			"a payment that settles": {pay("p2"), most[2]},
		} {
			if len(got.statements) != got.most {
				t.Errorf("%s takes %d statements, want %d: %q", name, len(got.statements), got.most, got.statements)
			}
		}
	})
}

func TestReadersReadTheLogTogether(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		var s told
		a := (&api{World: w, log: &logged{}, viewers: map[string]call.Viewer{}}).listen(t, flow.NewFeed(w.Store, nil))
		sell(t, a, "客户 1").deliver().bill("10000.00")
		w.Drain()
		w.Watch(s.watch)
		got := s.of(func() { ltctest.Must(t, flow.Drain(t.Context(), w.Store)) })
		if len(got) != 2 {
			t.Errorf("where nothing is new, their cursors and the log take %d statements: %q", len(got), got)
		}
	})
}
