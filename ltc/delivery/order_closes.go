package delivery

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// An order closes when all of it has left, arrived, been accepted, billed and paid; it is confirmed again when that is
// no longer so, because a payment bounced or an invoice was taken back.
func init() {
	accepted := flow.Into(string(id.Acceptance), stage.Accepted)
	released := flow.Into(string(id.Order), stage.Confirmed)
	flow.RegisterReader(flow.Reader{
		Name:  "delivery.order_closes",
		Wants: func(c *db.Change) bool { return accepted(c) || released(c) || finance.MoneyMoved(c) },
		Handle: func(ctx context.Context, tx *store.Tx, c *db.Change) error {
			orders, err := tx.Order.Query().
				Where(order.JourneyID(*c.JourneyID), order.StageCategoryIn(stage.Confirmed, stage.Closed)).All(ctx)
			if err != nil || len(orders) == 0 {
				return err
			}
			return closeOrders(ctx, tx, orders)
		},
	})
}

func closeOrders(ctx context.Context, tx *store.Tx, orders []*db.Order) error {
	ids := make([]string, len(orders))
	for i, o := range orders {
		ids[i] = o.ID
	}
	facts, err := orderFacts(ctx, tx.Client, ids)
	if err != nil {
		return err
	}
	for _, o := range orders {
		to := stage.Confirmed
		if facts[o.ID].Complete {
			to = stage.Closed
		}
		if err := follow(ctx, tx, o, to); err != nil {
			return err
		}
	}
	return nil
}

// follow brings an order to a category if its process leads there from where it is: one that was closed short stays.
func follow(ctx context.Context, tx *store.Tx, o *db.Order, to stage.Category) error {
	if o.StageCategory == to {
		return nil
	}
	d, err := flow.Document(ctx, tx.Store, tx.Client, id.Order, o.ProcessVersion)
	if err != nil {
		return err
	}
	entry, ok := d.Entry(to)
	if _, leads := d.Between(o.Stage, entry.Key); !ok || !leads {
		return nil
	}
	_, err = flow.Move(ctx, tx, o.LogRecord(), flow.To(to), flow.Newest)
	return err
}
