package insight

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// PipelineFilter says which opportunities; all given conditions hold.
type PipelineFilter struct{ Owner, Account, Product *string }

// PipelineSummary is the opportunities in figures.
type PipelineSummary struct {
	Partial           bool // the viewer sees only a part of the opportunities
	Opportunities     int
	Open              int
	OpenAmount        money.Amount
	Won               int
	WonAmount         money.Amount
	Lost              int
	WinRate           money.Rate // of won and lost, two decimals
	MedianDaysToClose int        // calendar days from the entry into the stage before the last to the close
	Stages            []*StageCount
}

// StageCount is how many opportunities are in one stage, and what they are worth.
type StageCount struct {
	Stage  stage.Stage
	Count  int
	Amount money.Amount
}

// Pipeline is the opportunities in figures: what stands, and how fast it closed.
func Pipeline(ctx context.Context, st *store.Store, f *PipelineFilter) (*PipelineSummary, error) {
	return pipeline(ctx, st, f, true)
}

// Funnel is the pipeline without how fast it closed, which has to be looked up in the log where it is not kept.
func Funnel(ctx context.Context, st *store.Store, f *PipelineFilter) (*PipelineSummary, error) {
	return pipeline(ctx, st, f, false)
}

func pipeline(ctx context.Context, st *store.Store, f *PipelineFilter, days bool) (*PipelineSummary, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	s := &PipelineSummary{
		Partial:    access.Partial(call.From(ctx).Viewer, id.Opportunity),
		OpenAmount: money.Amount{Currency: co.Currency}, WonAmount: money.Amount{Currency: co.Currency},
	}
	sums, err := f.sums(ctx, st, days)
	if err != nil {
		return nil, err
	}
	if err := s.count(ctx, st, sums, co.Currency); err != nil {
		return nil, err
	}
	s.MedianDaysToClose = medianDays(sums)
	s.WinRate, err = winRate(s.Won, s.Lost)
	return s, err
}

// sums are from the summary rows where those know the answer, and else from the records.
func (f *PipelineFilter) sums(ctx context.Context, st *store.Store, days bool) ([]StageSum, error) {
	if owner, ok := f.kept(); ok && Whole(ctx, id.Opportunity, owner) {
		if sums, known, err := ByStage(ctx, st, id.Opportunity, owner, days); known || err != nil {
			return sums, err
		}
	}
	return f.addUp(ctx, st, days)
}

// kept tells whether the summary rows tell apart what the filter does, and whose they are.
func (f *PipelineFilter) kept() (owner *string, ok bool) {
	if f == nil {
		return nil, true
	}
	return f.Owner, f.Account == nil && f.Product == nil
}

// winRate is won of won and lost, with two decimals; nothing where none closed.
func winRate(won, lost int) (money.Rate, error) {
	closed := int64(won + lost)
	if closed == 0 {
		return 0, nil
	}
	hundredths, err := money.MulDiv(int64(won), 100_00, closed)
	return money.Rate(hundredths * int64(money.Whole) / 100_00), err
}

// where narrows a query of opportunities to the filter and to what the viewer may see.
func (f *PipelineFilter) where(ctx context.Context, s *sql.Selector) {
	access.Listed(call.From(ctx).Viewer, id.Opportunity)(s)
	if f == nil {
		return
	}
	for column, value := range map[string]*string{
		opportunity.FieldOwnerID: f.Owner, opportunity.FieldAccountID: f.Account, opportunity.FieldProductID: f.Product,
	} {
		if value != nil {
			s.Where(sql.EQ(s.C(column), *value))
		}
	}
}

// addUp is one grouped statement over the records.
func (f *PipelineFilter) addUp(ctx context.Context, st *store.Store, days bool) ([]StageSum, error) {
	zone, err := zoneOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	r := sql.Dialect(st.Dialect()).Table(opportunity.Table).As("r")
	q := sql.Dialect(st.Dialect()).Select(r.C(opportunity.FieldStage), r.C(opportunity.FieldStageCategory), r.C(opportunity.FieldProcessVersion)).From(r)
	q.GroupBy(r.C(opportunity.FieldStage), r.C(opportunity.FieldStageCategory), r.C(opportunity.FieldProcessVersion))
	if days {
		q.AppendSelectExprAs(sql.Raw(daysSQL(st, zone)), "days").GroupBy("days")
	} else {
		q.AppendSelectExprAs(sql.Raw("-1"), "days")
	}
	q.AppendSelect(sql.Count("*"), sql.Sum(r.C(opportunity.FieldAmountMinor)))
	q.OrderBy(r.C(opportunity.FieldProcessVersion), r.C(opportunity.FieldStage), r.C(opportunity.FieldStageCategory))
	f.where(ctx, q)
	query, args := q.Query()
	found, err := st.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	var out []StageSum
	for found.Next() {
		var s StageSum
		if err := found.Scan(&s.Stage, &s.Category, &s.Process, &s.Days, &s.Records, &s.Minor); err != nil {
			return nil, store.Translate(err)
		}
		out = append(out, s)
	}
	return out, store.Translate(found.Err())
}

// count adds up by stage, and the stages by what they mean.
func (s *PipelineSummary) count(ctx context.Context, st *store.Store, sums []StageSum, currency string) error {
	stages, err := stagesIn(ctx, st)
	if err != nil {
		return err
	}
	for _, r := range sums {
		s.add(r.Category, r.Records, r.Minor)
		i := slices.IndexFunc(stages, func(c *StageCount) bool { return c.Stage.Key == r.Stage })
		if i < 0 {
			d, err := flow.Document(ctx, st, st.Reader(), id.Opportunity, r.Process)
			if err != nil {
				return store.Translate(err)
			}
			of, _ := d.Find(r.Stage) // of an older version
			i = len(stages)
			stages = append(stages, &StageCount{Stage: of})
		}
		stages[i].Count += r.Records
		stages[i].Amount.Minor += r.Minor
	}
	for _, c := range stages {
		c.Amount.Currency = currency
	}
	s.Stages = stages
	return nil
}

// stagesIn are the stages of the current process, in its order, still empty.
func stagesIn(ctx context.Context, st *store.Store) ([]*StageCount, error) {
	_, d, err := flow.Current(ctx, st, id.Opportunity)
	if err != nil {
		return nil, store.Translate(err)
	}
	out := make([]*StageCount, len(d.Stages))
	for i, s := range d.Stages {
		out[i] = &StageCount{Stage: s}
	}
	return out, nil
}

func (s *PipelineSummary) add(c stage.Category, n int, minor int64) {
	s.Opportunities += n
	switch c {
	case stage.Open, stage.OnHold:
		s.Open += n
		s.OpenAmount.Minor += minor
	case stage.Won:
		s.Won += n
		s.WonAmount.Minor += minor
	case stage.Lost, stage.Abandoned:
		s.Lost += n
	}
}

// medianDays is the middle one of the days to the close; of two middle ones their mean, half a day counting as one.
func medianDays(sums []StageSum) int {
	sums = slices.DeleteFunc(slices.Clone(sums), func(s StageSum) bool { return s.Days < 0 })
	slices.SortFunc(sums, func(a, b StageSum) int { return cmp.Compare(a.Days, b.Days) })
	n := 0
	for _, s := range sums {
		n += s.Records
	}
	return (nth(sums, (n-1)/2) + nth(sums, n/2) + 1) / 2
}

// nth are the days of the record at a place, counted through the sums.
func nth(sums []StageSum, at int) int {
	for _, s := range sums {
		if at -= s.Records; at < 0 {
			return s.Days
		}
	}
	return 0
}
