package delivery

import (
	"cmp"
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/shipment"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// What was planned of an order that is cancelled or closed short will not leave any more (R27).
func init() {
	flow.RegisterReader(flow.Reader{
		Name:  "delivery.order_ends",
		Wants: flow.Into(string(id.Order), stage.Cancelled, stage.Closed),
		Handle: func(ctx context.Context, tx *store.Tx, c *db.Change) error {
			planned, err := tx.Shipment.Query().
				Where(shipment.OrderID(c.SubjectID), shipment.StageCategory(stage.Planned)).All(ctx)
			if err != nil {
				return err
			}
			for _, s := range planned {
				to := flow.To(stage.Cancelled).Because(cmp.Or(c.Reason, c.ToStage))
				if _, err := flow.Move(ctx, tx, s.LogRecord(), to, flow.Newest); err != nil {
					return err
				}
			}
			return nil
		},
	})
}
