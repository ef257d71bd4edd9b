package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// When a day begins, what could be accepted until the day before is marked as expired. Nothing depends on it: the
// acceptance looks at the date itself (R18).
func init() {
	flow.RegisterReader(flow.Reader{
		Name:   "sales.quote_expires",
		Wants:  func(*db.Change) bool { return false },
		Handle: func(context.Context, *store.Tx, *db.Change) error { return nil },
		Daily:  expireQuotes,
	})
}

func expireQuotes(ctx context.Context, st *store.Store) error {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return err
	}
	over, err := st.Reader().QuoteVersion.Query().Where(
		quoteversion.StageCategoryIn(stage.Approved, stage.Sent),
		quoteversion.ValidUntilLT(co.Calendar.Today(call.Now(ctx)))).All(ctx)
	if err != nil {
		return err
	}
	for _, v := range over {
		_, err := flow.MoveStage(ctx, st, flow.MoveStageInput{ID: v.ID, To: expired, ExpectedVersion: v.Version})
		faster := fault.CodeOf(err) == fault.CodeStaleVersion || fault.CodeOf(err) == fault.CodeTransitionNotAllowed
		if err != nil && !faster {
			return err
		}
	}
	return nil
}
