package insight_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ent/db/figuretotal"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// compare asks for all figures that are kept, of everybody and of each owner, and adds the records up beside.
func (k *walker) compare(when string) {
	k.t.Helper()
	for _, owner := range []*string{nil, &k.owners[0], &k.owners[1], &k.owners[2]} {
		s := ltctest.Got(insight.Pipeline(k.ctx(), k.Store, &insight.PipelineFilter{Owner: owner}))(k.t)
		got := fmt.Sprint(s.Opportunities, s.OpenAmount, s.WonAmount, s.MedianDaysToClose)
		for _, c := range s.Stages {
			got += fmt.Sprintf(" %s %d %s", c.Stage.Key, c.Count, c.Amount.Decimal())
		}
		if want := k.pipelineOf(owner); got != want {
			k.t.Fatalf("%s: the pipeline of %v is\n%s, but the records say\n%s", when, owner, got, want)
		}
		leads, known, err := insight.ByStage(k.ctx(), k.Store, id.Lead, owner, false)
		ltctest.Must(k.t, err)
		if got, want := fmt.Sprint(leads), k.leadsOf(owner); !known || got != want {
			k.t.Fatalf("%s: the leads of %v are\n%s, but the records say\n%s", when, owner, got, want)
		}
	}
	r := ltctest.Got(insight.Receivables(k.ctx(), k.Store))(k.t)
	if got, want := fmt.Sprint(r.Total, r.NotDue, r.Days1to30, r.Days31to60, r.Days61to90, r.Over90, r.Credit), k.owed(); got != want {
		k.t.Fatalf("%s: receivables are\n%s, but the records say\n%s", when, got, want)
	}
}

// pipelineOf reads every opportunity, and the log for how long those took that closed.
func (k *walker) pipelineOf(owner *string) string {
	co := ltctest.Got(flow.CompanyOf(k.t.Context(), k.Store, k.Reader()))(k.t)
	var n int
	open, won := int64(0), int64(0)
	count, minor := map[string]int{}, map[string]int64{}
	var days []int
	for _, o := range k.Reader().Opportunity.Query().AllX(k.t.Context()) {
		if owner != nil && (o.OwnerID == nil || *o.OwnerID != *owner) {
			continue
		}
		n++
		count[o.Stage]++
		minor[o.Stage] += o.AmountMinor
		switch o.StageCategory {
		case stage.Open, stage.OnHold:
			open += o.AmountMinor
			continue
		case stage.Won:
			won += o.AmountMinor
		}
		c := k.Reader().Change.Query().Where(change.SubjectID(o.ID), change.KindEQ(change.KindMoved)).
			Order(change.ByXid(), change.ByID()).AllX(k.t.Context())
		last := c[len(c)-1]
		days = append(days, co.Calendar.Today(*last.EnteredPreviousAt).DaysUntil(co.Calendar.Today(last.At)))
	}
	slices.Sort(days)
	median := 0
	if len(days) > 0 {
		median = (days[(len(days)-1)/2] + days[len(days)/2] + 1) / 2
	}
	out := fmt.Sprint(n, cny(open), cny(won), median)
	for _, key := range []string{"prospecting", "engaging", "won", "lost"} {
		out += fmt.Sprintf(" %s %d %s", key, count[key], cny(minor[key]).Decimal())
	}
	return out
}

func (k *walker) leadsOf(owner *string) string {
	sums := map[string]*insight.StageSum{}
	for _, l := range k.Reader().Lead.Query().AllX(k.t.Context()) {
		if owner != nil && (l.OwnerID == nil || *l.OwnerID != *owner) {
			continue
		}
		if sums[l.Stage] == nil {
			sums[l.Stage] = &insight.StageSum{Stage: l.Stage, Category: l.StageCategory, Process: l.ProcessVersion, Days: -1}
		}
		sums[l.Stage].Records++
		if l.BudgetMinor != nil {
			sums[l.Stage].Minor += *l.BudgetMinor
		}
	}
	var out []insight.StageSum
	for _, s := range sums {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b insight.StageSum) int { return strings.Compare(a.Stage, b.Stage) })
	return fmt.Sprint(out)
}

// owed reads every invoice and payment, with their figures.
func (k *walker) owed() string {
	co := ltctest.Got(flow.CompanyOf(k.t.Context(), k.Store, k.Reader()))(k.t)
	today := co.Calendar.Today(k.Now())
	var sums [7]int64
	for _, i := range k.Reader().Invoice.Query().AllX(k.t.Context()) {
		if i.StageCategory != stage.Posted {
			continue
		}
		left := ltctest.Got(finance.InvoiceFigures(k.t.Context(), k.Reader(), []string{i.ID}))(k.t)[i.ID].OutstandingMinor
		late := i.DueOn.DaysUntil(today)
		at := 1
		for _, most := range []int{0, 30, 60, 90} {
			if late > most {
				at++
			}
		}
		sums[0] += left
		sums[at] += left
	}
	for _, p := range k.Reader().Payment.Query().AllX(k.t.Context()) {
		sums[6] += ltctest.Got(finance.PaymentFigures(k.t.Context(), k.Reader(), []string{p.ID}))(k.t)[p.ID].UnallocatedMinor
	}
	var out []any
	for _, minor := range sums {
		out = append(out, cny(minor))
	}
	return fmt.Sprint(out...)
}

// walked is a company with a past.
func walked(t *testing.T, w *ltctest.World) *walker {
	t.Helper()
	k := newWalker(t, w, 11)
	for range 120 {
		k.step()
	}
	return k
}

func TestADatabaseFromBeforeTheSummaryRowsGetsThemAsSoonAsTheLogIsRead(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		k := walked(t, w)
		ltctest.Must(t, flow.RunDaily(call.With(t.Context(), call.New(call.System(""), w.Now(), call.Automation)), w.Store))
		k.compare("before the log is read")
		made := 0
		w.Watch(func(_ context.Context, query string) func(error) {
			if strings.HasPrefix(query, "DELETE FROM figure_totals") {
				made++
			}
			return func(error) {}
		})
		w.Drain()
		k.compare("after the log was read")
		if d := ltctest.Got(insight.Check(k.ctx(), w.Store))(t); d != (insight.Drift{}) {
			t.Errorf("the rows are off by %+v", d)
		}
		if n := w.Reader().FigureTotal.Query().CountX(t.Context()); n == 0 {
			t.Error("there are no summary rows")
		}
		if made != 1 {
			t.Errorf("all rows were made %d times", made)
		}
	})
}

func TestRowsThatWentWrongAreFoundAndMadeAnew(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		k := walked(t, w)
		w.Drain()
		share := w.Reader().FigureShare.Query().FirstX(t.Context())
		total := w.Reader().FigureTotal.Query().FirstX(t.Context())
		ltctest.Must(t, w.InTx(k.ctx(), func(ctx context.Context, tx *store.Tx) error {
			if err := tx.FigureShare.UpdateOne(share).SetMinor(share.Minor + 1).Exec(ctx); err != nil {
				return err
			}
			return tx.FigureTotal.UpdateOne(total).SetRecords(total.Records + 1).Exec(ctx)
		}))
		if d := ltctest.Got(insight.Check(k.ctx(), w.Store))(t); d.Shares != 1 || d.Totals == 0 {
			t.Errorf("found %+v, want one share, and totals", d)
		}
		if d := ltctest.Got(insight.Check(k.ctx(), w.Store))(t); d != (insight.Drift{}) {
			t.Errorf("after the repair, the rows are off by %+v", d)
		}
		if n := insight.Repairs(w.Store); n != 1 {
			t.Errorf("%d repairs were counted, want 1", n)
		}
		k.compare("after the repair")
	})
}

func TestTotalsThatCameToNothingGoWithTheDay(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		k := walked(t, w)
		w.Drain()
		nothing := func() int {
			return w.Reader().FigureTotal.Query().Where(figuretotal.Minor(0), figuretotal.Records(0)).CountX(t.Context())
		}
		if nothing() == 0 {
			t.Fatal("there are none")
		}
		ltctest.Must(t, flow.RunDaily(call.With(t.Context(), call.New(call.System(""), w.Now(), call.Automation)), w.Store))
		if n := nothing(); n != 0 {
			t.Errorf("%d stay", n)
		}
		k.compare("after the day began")
	})
}

func TestFiguresDoNotDriftWhileRecordsChange(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		k := newWalker(t, w, 3)
		ctx := k.ctx()
		var writing sync.WaitGroup
		for n := range 6 {
			o := ltctest.Got(sales.CreateOpportunity(ctx, w.Store, sales.CreateOpportunityInput{Name: "机会", AccountID: &k.account, Amount: k.yuan()}))(t)
			writing.Go(func() {
				for i := range 60 {
					worth := money.Input{Amount: fmt.Sprint(n*1000 + i + 1), Currency: "CNY"}
					_, err := sales.UpdateOpportunity(ctx, w.Store, sales.UpdateOpportunityInput{ID: o, ExpectedVersion: i + 1, Amount: &worth})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		written := make(chan struct{})
		go func() { writing.Wait(); close(written) }()
		for done := false; !done; {
			select {
			case <-written:
				done = true
			default:
			}
			ltctest.Must(t, flow.Drain(t.Context(), w.Store))
		}
		w.Drain()
		if d := ltctest.Got(insight.Check(ctx, w.Store))(t); d != (insight.Drift{}) {
			t.Errorf("the rows are off by %+v", d)
		}
	})
}

func cny(minor int64) money.Amount { return money.Amount{Minor: minor, Currency: "CNY"} }
