package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// accountPage has six root fields: five are read by statements, one is made in Go.
const accountPage = `query($id: ID!, $n: Int) { account(id: $id) { number name } contacts(filter: {account: $id}, first: $n) { totalCount edges { node { name } } }
	opportunities(filter: {account: $id}) { edges { cursor node { number amount { amount } } } pageInfo { hasNextPage hasPreviousPage } }
	orders(filter: {account: $id}) { edges { node { number } } } receivables(account: $id) { edges { node { number outstanding { amount } } } }
	pipelineSummary { stages { count } } }`

// overheard is the compiled answer to an operation, and how many arguments each of its statements had.
func (b *both) overheard(t *testing.T, v call.Viewer, operation string, variables vars) (answer string, statements []int) {
	t.Helper()
	var mu sync.Mutex
	body := ltctest.Got(json.Marshal(vars{"query": operation, "variables": variables}))(t)
	answer = b.textIn(read.Overhear(t.Context(), func(_ string, args []any) {
		mu.Lock()
		defer mu.Unlock()
		statements = append(statements, len(args))
	}), t, v, body)
	return answer, statements
}

func TestTheRootFieldsOfAQueryAreReadTogether(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver().bill("10000.00")
		a.settle(t)
		b := bothWays(a)
		cases := []struct {
			name       string
			variables  vars
			statements int
			refused    string
		}{
			{"the first time, each by itself", vars{"id": d.account}, 5, ""},
			{"then at once", vars{"id": d.account}, 1, ""},
			{"an account that is not there", vars{"id": "acc_00000000000000000000000000"}, 1, ""},
			{"without the one that is refused", vars{"id": d.account, "n": 0}, 1, "page.size"},
			{"without the one whose argument is refused", vars{"id": d.account, "n": 3_000_000_000}, 1, "int.invalid"},
			{"what names no account", vars{"id": "nonsense"}, 1, ""},
		}
		for _, c := range cases {
			got, statements := b.overheard(t, a.viewers[string(boss)], accountPage, c.variables)
			if len(statements) != c.statements {
				t.Errorf("%s: %d statements, want %d", c.name, len(statements), c.statements)
			}
			if c.refused == "" {
				want := b.compare(t, a.viewers[string(boss)], accountPage, c.variables)
				if got != want {
					t.Errorf("%s: %s", c.name, difference(want, got))
				}
			} else if !strings.Contains(got, c.refused) || strings.Count(got, "\n") != 1 { // the only error
				t.Errorf("%s: %s", c.name, got)
			}
		}
	})
}

func TestARootFieldThatFailsDoesNotFailThoseThatItIsReadWith(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户")
		b := bothWays(a)
		const page = `query($id: ID!, $opp: ID!) { account(id: $id) { name } opportunity(id: $opp) { id } product(id: "prd_00000000000000000000000000") { name } }`
		ask := func() string {
			got, _ := b.overheard(t, a.viewers[string(boss)], page, vars{"id": d.account, "opp": d.opportunity})
			return got
		}
		ask()
		ltctest.Must(t, a.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.SQL.ExecContext(ctx, `ALTER TABLE products RENAME TO lost`)
			return err
		}))
		if got := ask(); !strings.Contains(got, `"客户"`) || !strings.Contains(got, d.opportunity) || strings.Count(got, `"code":"INTERNAL"`) != 1 {
			t.Error(got)
		}
	})
}

func TestNobodyWaitsForABoardThatAsksNothing(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户")
		b := bothWays(a)
		body := ltctest.Got(json.Marshal(vars{"query": `query($id: ID!) { board(process: OPPORTUNITY) { columns { count } }
			account(id: $id) { name } contacts(filter: {account: $id}) { totalCount } }`, "variables": vars{"id": d.account}}))(t)
		b.text(t, a.viewers[string(boss)], body, true)
		ran, waited := make(chan struct{}), false
		ctx := read.Overhear(t.Context(), func(string, []any) { close(ran) })
		ctx = read.Watch(ctx, func(field, _ string) {
			if field != "board" {
				return
			}
			select { // the board is answered when the others are
			case <-ran:
			case <-time.After(5 * time.Second):
				waited = true
			}
		})
		if got := b.textIn(ctx, t, a.viewers[string(boss)], body); waited || !strings.Contains(got, "客户") {
			t.Errorf("waited: %v, %s", waited, got)
		}
	})
}

// A database takes 32,766 arguments of a statement, or 65,535; every place where rows are kept back names all whom the
// viewer leads.
func TestWhoLeadsThousandsReadsALargePageByOneStatement(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver().bill("10000.00")
		v := a.viewers[string(stage.Sales)]
		all := role.Document{Grants: map[id.Kind]role.Grant{}}
		for _, k := range role.Kinds() {
			all.Grants[k] = role.Grant{Scope: role.Reports}
		}
		v.Rights, v.UserID = role.Union(all), ""
		for i := range 5000 {
			v.Reports = append(v.Reports, fmt.Sprintf("usr_%026d", i))
		}
		v.Reports = append(v.Reports, a.People[stage.Sales].ID)
		b := bothWays(a)
		for _, want := range []int{5, 1} {
			got, statements := b.overheard(t, v, accountPage, vars{"id": d.account})
			if len(statements) != want || statements[0] > 1000 || !strings.Contains(got, "客户") {
				t.Errorf("%d statements of %v arguments, want %d: %s", len(statements), statements, want, got)
			}
		}
		b.compare(t, v, accountPage, vars{"id": d.account})
		if why := b.compare(t, v, `query($id: ID!) { whyCanISee(id: $id) { rule } }`, vars{"id": d.account}); !strings.Contains(why, `"REPORTS"`) {
			t.Error(why)
		}
	})
}
