package insight

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ent/db/process"
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
	s, err := Funnel(ctx, st, f)
	if err != nil {
		return nil, err
	}
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	s.MedianDaysToClose, err = daysToClose(ctx, st, f, co.Calendar)
	return s, err
}

// Funnel is the pipeline without how fast it closed, which has to be looked up in the log: one grouped statement.
func Funnel(ctx context.Context, st *store.Store, f *PipelineFilter) (*PipelineSummary, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	s := &PipelineSummary{
		Partial:    access.Partial(call.From(ctx).Viewer, id.Opportunity),
		OpenAmount: money.Amount{Currency: co.Currency}, WonAmount: money.Amount{Currency: co.Currency},
	}
	if err := s.count(ctx, st, f, co.Currency); err != nil {
		return nil, err
	}
	s.WinRate, err = winRate(s.Won, s.Lost)
	return s, err
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
	access.Rows(call.From(ctx).Viewer, id.Opportunity)(s)
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

// count adds up by stage, and the stages by what they mean.
func (s *PipelineSummary) count(ctx context.Context, st *store.Store, f *PipelineFilter, currency string) error {
	var found []struct {
		Stage    string         `json:"stage"`
		Category stage.Category `json:"category"`
		Version  int            `json:"version"`
		Count    int            `json:"count"`
		Minor    int64          `json:"minor"`
	}
	err := st.Reader().Opportunity.Query().Modify(func(q *sql.Selector) {
		f.where(ctx, q)
		q.Select(sql.As(q.C(opportunity.FieldStage), "stage"), sql.As(q.C(opportunity.FieldStageCategory), "category"),
			sql.As(sql.Max(q.C(opportunity.FieldProcessVersion)), "version"),
			sql.As(sql.Count("*"), "count"), sql.As(sql.Sum(q.C(opportunity.FieldAmountMinor)), "minor")).
			GroupBy(q.C(opportunity.FieldStage), q.C(opportunity.FieldStageCategory))
	}).Scan(ctx, &found)
	if err != nil {
		return store.Translate(err)
	}
	stages, err := stagesIn(ctx, st)
	if err != nil {
		return err
	}
	for _, r := range found {
		s.add(r.Category, r.Count, r.Minor)
		i := slices.IndexFunc(stages, func(c *StageCount) bool { return c.Stage.Key == r.Stage })
		if i < 0 {
			d, err := flow.Document(ctx, st, st.Reader(), id.Opportunity, r.Version)
			if err != nil {
				return store.Translate(err)
			}
			of, _ := d.Find(r.Stage) // of an older version
			i = len(stages)
			stages = append(stages, &StageCount{Stage: of})
		}
		stages[i].Count += r.Count
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
	number, err := st.Reader().Process.Query().Where(process.Kind(id.Opportunity), process.Current(true)).
		Select(process.FieldNumber).Int(ctx)
	if err != nil {
		return nil, store.Translate(err)
	}
	d, err := flow.Document(ctx, st, st.Reader(), id.Opportunity, number)
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
