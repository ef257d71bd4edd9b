package legal

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A signed contract is effective on its date (R24): the day's reader looks for those whose date has come.
func init() {
	flow.RegisterReader(flow.Reader{
		Name:  "legal.contract_effective",
		Wants: flow.Into(string(id.Contract), stage.Signed),
		Handle: func(ctx context.Context, tx *store.Tx, c *db.Change) error {
			ct, err := tx.Contract.Get(ctx, c.SubjectID)
			if err != nil {
				return err
			}
			_, err = takeEffect(ctx, tx, ct)
			return err
		},
		Daily: func(ctx context.Context, st *store.Store) error {
			ids, err := st.Reader().Contract.Query().Where(contract.StageCategory(stage.Signed)).
				Order(contract.ByEffectiveFrom(), contract.ByID()).IDs(ctx)
			if err != nil {
				return err
			}
			for _, ct := range ids {
				if err := takeEffectToday(ctx, st, ct); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

func takeEffectToday(ctx context.Context, st *store.Store, contractID string) error {
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if err := flow.Lock(ctx, tx, contractID); err != nil {
			return err
		}
		ct, err := tx.Contract.Get(ctx, contractID)
		if err != nil {
			return err
		}
		_, err = takeEffect(ctx, tx, ct)
		return err
	})
}

// takeEffect lets a signed contract be effective from its date on, by the system; any other stays as it is.
func takeEffect(ctx context.Context, tx *store.Tx, ct *db.Contract) (stage.Record, error) {
	today, err := flow.Today(ctx, tx)
	if err != nil {
		return stage.Record{}, err
	}
	if ct.StageCategory != stage.Signed || ct.EffectiveFrom != nil && ct.EffectiveFrom.After(today) {
		return ct.LogRecord(), nil
	}
	system, err := bySystem(ctx, tx)
	if err != nil {
		return stage.Record{}, err
	}
	return flow.Move(system, tx, ct.LogRecord(), flow.To(stage.Effective), flow.Newest)
}

// bySystem is the same call, made by the system.
func bySystem(ctx context.Context, tx *store.Tx) (context.Context, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	return call.With(ctx, call.From(ctx).As(call.System(co.ID))), err
}
