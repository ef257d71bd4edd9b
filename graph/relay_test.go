package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/stage"
)

// orders are all ways in which a list may be sorted, as arguments; "" is its own.
func orders(f *ast.FieldDefinition) []string {
	out := []string{""}
	by := f.Arguments.ForName("orderBy")
	if by == nil {
		return out
	}
	for _, field := range contract.Types[contract.Types[by.Type.Name()].Fields.ForName("field").Type.Name()].EnumValues {
		for _, direction := range []string{"ASC", "DESC"} {
			out = append(out, fmt.Sprintf("orderBy: {field: %s, direction: %s}, ", field.Name, direction))
		}
	}
	return out
}

// walked are the ids of a list, read page by page in one direction: size and bound are first and after, or last and
// before.
func (a *api) walked(t *testing.T, list, order, size, bound, next, more string) (ids []string) {
	t.Helper()
	for cursor := ""; ; {
		args := fmt.Sprintf("%s%s: 2", order, size)
		if cursor != "" {
			args += fmt.Sprintf(", %s: %q", bound, cursor)
		}
		got := at(a.get(t, boss, fmt.Sprintf("{ list: %s(%s) { edges { node { id } } pageInfo { %s %s } } }", list, args, next, more), nil), "list")
		var page []string
		for _, e := range at(got, "edges").([]any) {
			page = append(page, at(e, "node.id").(string))
		}
		if size == "last" {
			ids = append(page, ids...)
		} else {
			ids = append(ids, page...)
		}
		if at(got, "pageInfo."+more) != true {
			return ids
		}
		cursor = at(got, "pageInfo."+next).(string)
	}
}

func TestEveryConnectionIsWalkedInEveryOrderFromBothEnds(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		for i := range 3 {
			d := sell(t, a, fmt.Sprintf("客户 %d", i)).deliver()
			if d.bill("10000.00"); i < 2 {
				d.do(stage.Sales, "createContact", "", vars{"name": "同名", "accountId": d.account})
			}
			a.program(t, stage.Sales, fmt.Sprintf("ERP %d", i))
		}
		for _, f := range contract.Query.Fields {
			if f.Arguments.ForName("last") == nil {
				continue
			}
			for _, order := range orders(f) {
				whole := a.walked(t, f.Name, order, "first", "after", "endCursor", "hasNextPage")
				back := a.walked(t, f.Name, order, "last", "before", "startCursor", "hasPreviousPage")
				once := slices.Compact(slices.Sorted(slices.Values(whole)))
				if len(whole) < 3 || len(once) != len(whole) || !slices.Equal(whole, back) {
					t.Errorf("%s(%s): %d records, %d of them different; backwards %d", f.Name, strings.TrimSpace(order), len(whole), len(once), len(back))
				}
			}
		}
	})
}
