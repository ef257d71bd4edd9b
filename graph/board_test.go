package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

const boardQuery = `query($f: BoardFilter, $first: Int) { board(process: OPPORTUNITY, filter: $f, first: $first) { columns {
	stage { key probability } count sum { amount } weightedSum { amount } medianBusinessSeconds
	cards { id stage ... on Opportunity { name owner { name } } } } } }`

// columns are the columns of a board in a line each: key, count, sum, weighted sum, median in hours, and the cards.
func columns(board map[string]any) string {
	var lines []string
	for _, c := range at(board, "board.columns").([]any) {
		var cards []string
		for _, card := range at(c, "cards").([]any) {
			cards = append(cards, at(card, "name").(string))
		}
		lines = append(lines, fmt.Sprintf("%v %v %v %v %vh [%s]", at(c, "stage.key"), at(c, "count"), at(c, "sum.amount"),
			at(c, "weightedSum.amount"), at(c, "medianBusinessSeconds").(float64)/3600, strings.Join(cards, " ")))
	}
	return strings.Join(lines, "\n")
}

// published makes the short process the current one.
func published(t *testing.T, w *ltctest.World) {
	t.Helper()
	ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
		return flow.Publish(ctx, tx, id.Opportunity, "crm", sales.CRMPreset)
	}))
}

func (a *api) opportunity(t *testing.T, name, amount string, moves ...string) {
	t.Helper()
	o := at(a.get(t, stage.Sales, `mutation($in: CreateOpportunityInput!) { createOpportunity(input: $in) { id } }`,
		vars{"in": vars{"name": name, "amount": cny(amount)}}), "createOpportunity.id")
	for i, to := range moves {
		a.get(t, stage.Sales, moveLead, vars{"in": vars{"id": o, "to": to, "expectedVersion": i + 1, "reason": "价格"}})
	}
}

func TestABoardShowsTheCurrentProcess(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		a.opportunity(t, "old", "1000.00") // stands in a stage that the next version has no more
		published(t, a.World)
		a.opportunity(t, "a", "100.05")
		a.Wait(2 * time.Hour)
		a.opportunity(t, "b", "200.00")
		a.opportunity(t, "c", "300.00", "engaging")
		a.opportunity(t, "d", "400.00", "engaging", "lost")
		a.Wait(2 * time.Hour) // one of it is the noon break
		tests := map[string]struct {
			v    vars
			want string
		}{
			"all":               {nil, "prospecting 2 300.05 60.01 2h [a b]\nengaging 1 300.00 150.00 1h [c]\nwon 0 0.00 0.00 0h []\nlost 1 400.00 0.00 1h [d]"},
			"one card a column": {vars{"first": 1}, "prospecting 2 300.05 60.01 2h [a]\nengaging 1 300.00 150.00 1h [c]\nwon 0 0.00 0.00 0h []\nlost 1 400.00 0.00 1h [d]"},
			"one column":        {vars{"f": vars{"stages": []any{"engaging"}}}, "engaging 1 300.00 150.00 1h [c]"},
			"by name":           {vars{"f": vars{"text": "B", "stages": []any{"prospecting"}}}, "prospecting 1 200.00 40.00 1h [b]"},
			"nobody's":          {vars{"f": vars{"owner": "x", "stages": []any{"prospecting"}}}, "prospecting 0 0.00 0.00 0h []"},
			"late":              {vars{"f": vars{"late": true, "stages": []any{"prospecting"}}}, "prospecting 0 0.00 0.00 0h []"},
			"not late":          {vars{"f": vars{"late": false, "stages": []any{"engaging"}}}, "engaging 1 300.00 150.00 1h [c]"},
			"planned":           {vars{"f": vars{"withoutNextStep": false, "stages": []any{"engaging"}}}, "engaging 0 0.00 0.00 0h []"},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				if got := columns(a.get(t, stage.Sales, boardQuery, tt.v)); got != tt.want {
					t.Errorf("board:\n%s\nwant:\n%s", got, tt.want)
				}
			})
		}
		a.Wait(30 * 24 * time.Hour) // three working weeks are more than the 80 hours that prospecting allows
		late := columns(a.get(t, stage.Sales, boardQuery, vars{"f": vars{"late": true, "stages": []any{"prospecting", "won"}}}))
		if !strings.HasPrefix(late, "prospecting 2 300.05") || !strings.HasSuffix(late, "won 0 0.00 0.00 0h []") {
			t.Errorf("late: %s", late)
		}
	})
}

func TestABoardOfLeadsAddsUpBudgets(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		a.get(t, stage.Sales, captureLead, lead("陈晨"))
		got := a.get(t, stage.Sales, `{ board(process: LEAD, filter: {text: "蓝海"}) { columns { stage { key department } count sum { amount } cards { ... on Lead { company } } } } }`, nil)
		if at(got, "board.columns.0.count") != 1.0 || at(got, "board.columns.0.sum.amount") != "0.00" || at(got, "board.columns.0.cards.0.company") == nil {
			t.Errorf("board = %v", got)
		}
		if at(got, "board.columns.0.stage.department") != "MARKETING" || at(got, "board.columns.5.stage.department") != nil {
			t.Errorf("departments: %v", got)
		}
	})
}

func TestWhatWaitsForADepartment(t *testing.T) {
	const waiting = `query($d: DepartmentFunction, $o: ID, $n: Int) { waiting(department: $d, owner: $o, first: $n) {
		kind number title ownerName stage department businessSeconds lateAfterSeconds journeyId record { id __typename } transitions { verb } } }`
	in(t, func(t *testing.T, a *api) {
		a.get(t, stage.Sales, captureLead, lead("one"))
		a.Wait(time.Hour)
		two := at(a.get(t, stage.Sales, captureLead, lead("two")), "captureLead.id")
		sell(t, a, "客户")
		a.Wait(time.Hour)
		got := at(a.get(t, stage.Marketing, waiting, nil), "waiting").([]any)
		if len(got) != 2 || at(got, "0.number") != "LD-2026-000001" || at(got, "0.businessSeconds") != 7200.0 || at(got, "1.record.id") != two ||
			at(got, "0.title") != "深圳蓝海科技有限公司 · one" || at(got, "0.ownerName") != nil || at(got, "0.lateAfterSeconds") != 28800.0 {
			t.Errorf("marketing's own: %v", got)
		}
		if one := at(a.get(t, stage.Marketing, waiting, vars{"n": 1}), "waiting").([]any); len(one) != 1 || at(one, "0.number") != "LD-2026-000001" {
			t.Errorf("the longest: %v", one)
		}
		mine := at(a.get(t, stage.Legal, waiting, vars{"d": "SALES", "o": a.People[stage.Sales].ID}), "waiting").([]any)
		if len(mine) != 1 || at(mine, "0.kind") != "CONTRACT" || at(mine, "0.ownerName") != "sales" || at(mine, "0.journeyId") == nil {
			t.Errorf("what sales holds and owns: %v", mine)
		}
		if none := at(a.get(t, stage.Care, waiting, nil), "waiting").([]any); len(none) != 0 {
			t.Errorf("care's: %v", none)
		}
	})
}

func TestWhoOwesWhatSinceWhen(t *testing.T) {
	const owed = `query($overdue: Boolean) { receivables(overdue: $overdue) { totalCount edges { node { number dueOn outstanding { amount } overdueDays paymentStatus } } }
		receivablesSummary { asOf total { amount } notDue { amount } days1to30 { amount } days31to60 { amount } over90 { amount } credit { amount } } }`
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver().bill("10000.00")
		d.do(stage.Finance, "recordPayment", "", vars{"accountId": d.account, "amount": cny("5.00"), "bankReference": "B-2"})
		a.Drain()
		got := a.get(t, stage.Finance, owed, nil)
		for path, want := range map[string]any{
			"receivables.totalCount": 1.0, "receivables.edges.0.node.outstanding.amount": "630.00",
			"receivablesSummary.asOf": "2026-03-02", "receivablesSummary.total.amount": "630.00",
			"receivablesSummary.notDue.amount": "630.00", "receivablesSummary.days1to30.amount": "0.00", "receivablesSummary.credit.amount": "5.00",
		} {
			if have := at(got, path); have != want {
				t.Errorf("%s = %v, want %v", path, have, want)
			}
		}
		if got := a.get(t, stage.Finance, owed, vars{"overdue": true}); at(got, "receivables.totalCount") != 0.0 {
			t.Errorf("overdue on the first day: %v", got)
		}
		a.Wait(40 * 24 * time.Hour) // due after 30 days
		late := a.get(t, stage.Finance, owed, vars{"overdue": true})
		for path, want := range map[string]any{
			"receivables.edges.0.node.overdueDays": 10.0, "receivables.edges.0.node.paymentStatus": "PARTLY_PAID",
			"receivablesSummary.notDue.amount": "0.00", "receivablesSummary.days1to30.amount": "630.00", "receivablesSummary.asOf": "2026-04-11",
		} {
			if have := at(late, path); have != want {
				t.Errorf("%s = %v, want %v", path, have, want)
			}
		}
	})
}
