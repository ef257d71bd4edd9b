package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A contract that was signed without a quote wins its opportunity.
func init() {
	flow.RegisterReader(flow.Reader{
		Name:   "sales.opportunity_won_by_contract",
		Wants:  flow.Into(string(id.Contract), stage.Signed),
		Handle: winByContract,
	})
}

func winByContract(ctx context.Context, tx *store.Tx, c *db.Change) error {
	k, err := tx.Contract.Get(ctx, c.SubjectID)
	if err != nil || k.OpportunityID == nil {
		return err
	}
	o, err := tx.Opportunity.Get(ctx, *k.OpportunityID)
	if err != nil || o.StageCategory != stage.Open {
		return err
	}
	err = tx.Savepoint(ctx, func() error {
		_, err := win(ctx, tx, o.ID, k.GrossMinor)
		return err
	})
	switch fault.CodeOf(err) {
	case fault.CodeTransitionNotAllowed, fault.CodeGuardFailed, fault.CodeInvalid:
		return nil // the company's process has no way from here, or asks for more: people move it
	}
	return err
}
