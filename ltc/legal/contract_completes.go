package legal

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A contract is completed, and its journey cashed, when its order is closed and all its money has come; it is
// effective again when money is owed again.
func init() {
	ordered := []stage.Category{stage.Closed, stage.Confirmed}
	resumed := flow.Into(string(id.Contract), stage.Effective)
	flow.RegisterReader(flow.Reader{
		Name: "legal.contract_completes",
		Wants: func(c *db.Change) bool {
			return finance.MoneyMoved(c) || resumed(c) || c.SubjectKind == id.Order && slices.Contains(ordered, c.ToCategory)
		},
		Handle: func(ctx context.Context, tx *store.Tx, c *db.Change) error {
			found, err := tx.Contract.Query().
				Where(contract.JourneyID(*c.JourneyID), contract.StageCategoryIn(stage.Effective, stage.Completed)).All(ctx)
			if err != nil || len(found) == 0 {
				return err
			}
			return complete(ctx, tx, found)
		},
	})
}

func complete(ctx context.Context, tx *store.Tx, contracts []*db.Contract) error {
	ids := make([]string, len(contracts))
	for i, ct := range contracts {
		ids[i] = ct.ID
	}
	facts, err := contractFacts(ctx, tx.Client, ids)
	if err != nil {
		return err
	}
	for _, ct := range contracts {
		to := stage.Effective
		if facts[ct.ID].Fulfilled {
			to = stage.Completed
		}
		if err := follow(ctx, tx, ct, to); err != nil {
			return err
		}
	}
	return nil
}

// follow brings a contract to a category if its process leads there from where it is: an archived one stays.
func follow(ctx context.Context, tx *store.Tx, ct *db.Contract, to stage.Category) error {
	if ct.StageCategory == to {
		return nil
	}
	d, err := flow.Document(ctx, tx.Store, tx.Client, id.Contract, ct.ProcessVersion)
	if err != nil {
		return err
	}
	entry, ok := d.Entry(to)
	if _, leads := d.Between(ct.Stage, entry.Key); !ok || !leads {
		return nil
	}
	_, err = flow.Move(ctx, tx, ct.LogRecord(), flow.To(to), flow.Newest)
	return err
}
