package graph_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

// accountPage has six root fields: five are read by statements, one is made in Go.
const accountPage = `query($id: ID!, $n: Int) { account(id: $id) { number name } contacts(filter: {account: $id}, first: $n) { totalCount edges { node { name } } }
	opportunities(filter: {account: $id}) { edges { cursor node { number amount { amount } } } pageInfo { hasNextPage hasPreviousPage } }
	orders(filter: {account: $id}) { edges { node { number } } } receivables(account: $id) { edges { node { number outstanding { amount } } } }
	pipelineSummary { stages { count } } }`

func TestTheRootFieldsOfAQueryAreReadTogether(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver().bill("10000.00")
		a.settle(t)
		b := bothWays(a)
		asked := func(variables vars) (string, int) {
			t.Helper()
			body := ltctest.Got(json.Marshal(map[string]any{"query": accountPage, "variables": variables}))(t)
			var mu sync.Mutex
			statements := 0
			answer := b.textIn(read.Overhear(t.Context(), func(string, []any) {
				mu.Lock()
				defer mu.Unlock()
				statements++
			}), t, a.viewers[string(boss)], body)
			return answer, statements
		}
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
			{"what names no account", vars{"id": "nonsense"}, 1, ""},
		}
		for _, c := range cases {
			got, statements := asked(c.variables)
			if statements != c.statements {
				t.Errorf("%s: %d statements, want %d", c.name, statements, c.statements)
			}
			if c.refused == "" {
				want := b.compare(t, a.viewers[string(boss)], accountPage, c.variables)
				if got != want {
					t.Errorf("%s: %s", c.name, difference(want, got))
				}
			} else if !strings.Contains(got, c.refused) {
				t.Errorf("%s: %s", c.name, got)
			}
		}
	})
}
