package graph_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// names are the names of a page's leads, in its order.
func names(page any) (out []string) {
	edges, _ := at(page, "edges").([]any)
	for _, e := range edges {
		out = append(out, at(e, "node.name").(string))
	}
	return out
}

const leadPage = `query($first: Int, $after: String, $last: Int, $before: String, $by: LeadOrder) {
	leads(first: $first, after: $after, last: $last, before: $before, orderBy: $by) {
		totalCount edges { node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`

func TestPagesStandStillWhileRecordsCome(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		for i := range 5 { // two of them in the same microsecond, so that the id decides
			if i != 3 {
				a.Wait(time.Minute)
			}
			a.get(t, stage.Sales, captureLead, lead(fmt.Sprint(i)))
		}
		for by, order := range map[string]any{"newest first": nil, "by company, all alike": vars{"field": "COMPANY", "direction": "ASC"},
			"longest in stage": vars{"field": "STAGE_ENTERED_AT", "direction": "ASC"}} {
			t.Run(by, func(t *testing.T) {
				whole := names(at(a.get(t, stage.Sales, leadPage, vars{"first": 5, "by": order}), "leads"))
				first := at(a.get(t, stage.Sales, leadPage, vars{"first": 2, "by": order}), "leads")
				if at(first, "pageInfo.hasNextPage") != true || at(first, "pageInfo.hasPreviousPage") != false {
					t.Errorf("first page: %v", at(first, "pageInfo"))
				}
				second := at(a.get(t, stage.Sales, leadPage, vars{"first": 2, "after": at(first, "pageInfo.endCursor"), "by": order}), "leads")
				if at(second, "pageInfo.hasNextPage") != true || at(second, "pageInfo.hasPreviousPage") != true {
					t.Errorf("second page: %v", at(second, "pageInfo"))
				}
				third := at(a.get(t, stage.Sales, leadPage, vars{"first": 2, "after": at(second, "pageInfo.endCursor"), "by": order}), "leads")
				if at(third, "pageInfo.hasNextPage") != false || at(third, "pageInfo.hasPreviousPage") != true {
					t.Errorf("third page: %v", at(third, "pageInfo"))
				}
				if got := slices.Concat(names(first), names(second), names(third)); !slices.Equal(got, whole) || len(got) != 5 {
					t.Errorf("pages = %v, whole = %v", got, whole)
				}
				back := at(a.get(t, stage.Sales, leadPage, vars{"last": 2, "before": at(third, "pageInfo.startCursor"), "by": order}), "leads")
				if !slices.Equal(names(back), names(second)) || at(back, "pageInfo.hasPreviousPage") != true || at(back, "pageInfo.hasNextPage") != true {
					t.Errorf("back from the third: %v %v, want %v", names(back), at(back, "pageInfo"), names(second))
				}
				beyond := at(a.get(t, stage.Sales, leadPage, vars{"first": 2, "after": at(third, "pageInfo.endCursor"), "by": order}), "leads")
				if len(names(beyond)) != 0 || at(beyond, "pageInfo.hasPreviousPage") != true || at(beyond, "pageInfo.endCursor") != nil {
					t.Errorf("beyond the end: %v", beyond)
				}
			})
		}
		first := at(a.get(t, stage.Sales, leadPage, vars{"first": 2}), "leads")
		a.Wait(time.Minute)
		a.get(t, stage.Sales, captureLead, lead("latecomer"))
		second := at(a.get(t, stage.Sales, leadPage, vars{"first": 2, "after": at(first, "pageInfo.endCursor")}), "leads")
		got := slices.Sorted(slices.Values(append(names(first), names(second)...)))
		if !slices.Equal(got, []string{"1", "2", "3", "4"}) {
			t.Errorf("pages while a record came: %v", got)
		}
		if at(second, "totalCount") != 6.0 {
			t.Errorf("total = %v, want 6", at(second, "totalCount"))
		}
	})
}

func TestFiltersOfLeads(t *testing.T) {
	tests := map[string]struct {
		filter vars
		want   []string
	}{
		"all":                           {vars{}, []string{"a", "b", "c"}},
		"somebody's":                    {vars{"owner": "SALES"}, []string{"b"}},
		"nobody's":                      {vars{"unassigned": true}, []string{"a", "c"}},
		"not nobody's":                  {vars{"unassigned": false}, []string{"b"}},
		"by category":                   {vars{"categories": []any{"WORKING", "WON"}}, []string{"b"}},
		"of no category":                {vars{"categories": []any{}}, nil},
		"by a part of the company":      {vars{"text": "蓝海"}, []string{"a", "b", "c"}},
		"by a part in another case":     {vars{"text": "LD-2026-000003"}, []string{"c"}},
		"a percent sign is a character": {vars{"text": "%"}, nil},
		"by origin":                     {vars{"origins": []any{"WEB"}}, nil},
		"unanswered":                    {vars{"unanswered": true}, []string{"a", "b", "c"}},
	}
	in(t, func(t *testing.T, a *api) {
		for _, n := range []string{"a", "b", "c"} {
			a.Wait(time.Minute)
			a.get(t, stage.Sales, captureLead, lead(n))
		}
		b := at(a.get(t, stage.Sales, `{ leads(filter: {text: "000002"}) { edges { node { id } } } }`, nil), "leads.edges.0.node.id")
		a.get(t, stage.Sales, assign, vars{"in": vars{"id": b, "expectedVersion": 1, "ownerId": a.People[stage.Sales].ID}})
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				f := clone(tt.filter)
				if f["owner"] == "SALES" {
					f["owner"] = a.People[stage.Sales].ID
				}
				got := a.get(t, stage.Sales, `query($f: LeadFilter) { leads(filter: $f, orderBy: {field: CREATED_AT, direction: ASC}) { totalCount edges { node { name } } } }`, vars{"f": f})
				if have := names(at(got, "leads")); !slices.Equal(have, tt.want) || at(got, "leads.totalCount") != float64(len(tt.want)) {
					t.Errorf("leads = %v of %v, want %v", have, at(got, "leads.totalCount"), tt.want)
				}
			})
		}
	})
}

func TestAListIsCountedToTenThousand(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		ltctest.Must(t, a.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.SQL.ExecContext(ctx, `INSERT INTO products (id, created_at, created_by, updated_at, updated_by, source, version,
				sku, name, kind, unit, currency, list_price, tax_rate, active)
				WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 10001)
				SELECT 'prd_' || n, '2026-03-02 01:30:00+00:00', 'x', '2026-03-02 01:30:00+00:00', 'x', 'import', 1,
				'sku ' || n, 'name ' || n, 'goods', '', 'CNY', n, 0, n > 1 FROM many`)
			return err
		}))
		got := a.get(t, stage.Sales, `{ all: products { totalCount } active: products(filter: {active: true}) { totalCount } one: products(filter: {text: "sku 10001"}) { totalCount edges { node { listPrice } } } }`, nil)
		if at(got, "all.totalCount") != 10000.0 || at(got, "active.totalCount") != 10000.0 || at(got, "one.totalCount") != 1.0 || at(got, "one.edges.0.node.listPrice") != "0.010001" {
			t.Errorf("counts = %v", got)
		}
	})
}
