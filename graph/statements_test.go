package graph_test

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/url"
	"sync/atomic"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

// wire stands between the API and PostgreSQL and counts the statements that go over it, whoever sends them.
type wire struct{ statements atomic.Int64 }

// tap answers the URL by which a database is reached over the wire.
func (w *wire) tap(t *testing.T, databaseURL string) string {
	t.Helper()
	u, err := url.Parse(databaseURL)
	ltctest.Must(t, err)
	server := u.Host
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ltctest.Must(t, err)
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go w.carry(client, server)
		}
	}()
	u.Host = l.Addr().String()
	return u.String()
}

func (w *wire) carry(client net.Conn, address string) {
	server, err := net.Dial("tcp", address)
	if err != nil {
		_ = client.Close()
		return
	}
	go func() {
		_, _ = io.Copy(client, server)
		_ = client.Close()
	}()
	_ = w.count(client, server)
	_ = server.Close()
}

// count hands on what the client says, message by message: a length and, but for the first, a type before it. Query and
// Execute each run a statement.
func (w *wire) count(client io.Reader, server io.Writer) error {
	for first := true; ; first = false {
		head := make([]byte, 5)
		if first {
			head = head[:4]
		}
		if _, err := io.ReadFull(client, head); err != nil {
			return err
		}
		length := binary.BigEndian.Uint32(head[len(head)-4:])
		if !first && (head[0] == 'Q' || head[0] == 'E') {
			w.statements.Add(1)
		}
		if _, err := server.Write(head); err != nil {
			return err
		}
		if _, err := io.CopyN(server, client, int64(length)-4); err != nil {
			return err
		}
	}
}

// took is how many statements an operation takes.
func (w *wire) took(t *testing.T, a *api, operation string) int64 {
	t.Helper()
	before := w.statements.Load()
	a.get(t, boss, operation, nil)
	return w.statements.Load() - before
}

func TestAListTakesAsManyStatementsForOneRecordAsForTwenty(t *testing.T) {
	var over wire
	w := ltctest.New(t, over.tap(t, ltctest.Postgres(t)))
	a := (&api{World: w, log: &logged{}, viewers: map[string]call.Viewer{}}).listen(t, flow.NewFeed(w.Store, nil))
	sell(t, a, "客户 1").deliver().bill("10000.00")
	one, lists := map[string]int64{}, lists()
	lists["journeys, with their documents"] = `{ journeys { edges { node { lead { name } opportunities { name }
		quotes { current { gross { amount } } } contracts { invoiced { amount } } orders { shipped } shipments { number }
		acceptances { number } invoices { outstanding { amount } } allocations { reversed } creditNotes { number } } } } }`
	lists["journeys, with their steps"] = `{ journeys { edges { node { account { name outstanding { amount } } clock { handOvers }
		steps { stage number actorName } waiting { title ownerName } } } } }`
	lists["changes, with their subjects"] = `{ changes { edges { node { cursor actorName toName { zh } subject { id ... on Staged { stageName { zh } }
		... on Invoice { outstanding { amount } } ... on Payment { unallocated { amount } } ... on Order { lines { product { name } } } } } } } }`
	a.settle(t)
	for name, operation := range lists {
		over.took(t, a, operation) // processes and the company are read once and kept
		one[name] = over.took(t, a, operation)
	}
	for i := range 19 {
		sell(t, a, fmt.Sprintf("客户 %d", i+2)).deliver().bill("10000.00")
	}
	a.settle(t)
	for name, operation := range lists {
		over.took(t, a, operation) // as above
		got := over.took(t, a, operation)
		if got > one[name] || got < one[name] && name != "waiting" { // of which the first twenty may be of fewer kinds
			t.Errorf("%s takes %d statements, and %d for one deal", name, got, one[name])
		}
		t.Logf("%s: %d statements", name, got)
	}
}

func TestWhoARequestComesFromIsOneStatement(t *testing.T) {
	var over wire
	w := ltctest.New(t, over.tap(t, ltctest.Postgres(t)))
	ctx := w.As(stage.Sales)
	secret := ltctest.Got(people.IssueToken(ctx, w.Store, w.People[stage.Sales].Email, "program", nil))(t)
	ask := func() int64 {
		before := over.statements.Load()
		ltctest.Got(people.ByToken(ctx, w.Store, secret))(t)
		return over.statements.Load() - before
	}
	ask() // which reads the roles, and writes down that the token was used
	if took := ask(); took != 1 {
		t.Errorf("who asks takes %d statements, want 1", took)
	}
}
