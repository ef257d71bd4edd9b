package delivery

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// ConfirmOrderInput is an order that shall be made.
type ConfirmOrderInput struct {
	ID              string
	ExpectedVersion int
	PromisedOn      *worktime.Date
	ShipTo          *string
}

// ConfirmOrder takes an order on: it will be made and shipped.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID; TRANSITION_NOT_ALLOWED; GUARD_FAILED order.contract_not_effective.
func ConfirmOrder(ctx context.Context, st *store.Store, in ConfirmOrderInput) (string, error) {
	var p fault.Problems
	if p.Short("shipTo", in.ShipTo, 2000); p.Err() != nil {
		return "", p.Err()
	}
	return onOrder(ctx, st, "confirmOrder", in, in.ID, func(ctx context.Context, tx *store.Tx, o *db.Order) (stage.Record, error) {
		u := tx.Order.UpdateOne(o).SetNillablePromisedOn(in.PromisedOn).SetNillableShipTo(in.ShipTo)
		o, err := flow.Edit(ctx, tx, o, u, in.ExpectedVersion)
		if err != nil {
			return stage.Record{}, err
		}
		return flow.Move(ctx, tx, o.LogRecord(), flow.To(stage.Confirmed), flow.Newest)
	})
}
