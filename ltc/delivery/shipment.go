package delivery

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ent/db/shipment"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ShipmentFacts is all that a shipment's guards may look at.
type ShipmentFacts struct {
	Confirmed bool // its order is
	Within    bool // of no line more is planned or shipped than was ordered
}

// shipmentGuards are the names that the shipment process uses.
var shipmentGuards = flow.Guards[ShipmentFacts]{
	"order_confirmed": func(f ShipmentFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Confirmed, "order.not_confirmed", "order")
	},
	"within_order": func(f ShipmentFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Within, "shipment.exceeds_order", "lines")
	},
}

func shipmentFacts(ctx context.Context, c *db.Client, ids []string) (map[string]ShipmentFacts, error) {
	found, err := c.Shipment.Query().Where(shipment.IDIn(ids...)).
		WithOrder(func(q *db.OrderQuery) { q.WithLines() }).All(ctx)
	if err != nil {
		return nil, err
	}
	orders := make([]string, len(found))
	for i, s := range found {
		orders[i] = s.OrderID
	}
	done, err := Quantities(ctx, c, orders)
	facts := make(map[string]ShipmentFacts, len(found))
	for _, s := range found {
		f := ShipmentFacts{Confirmed: s.Edges.Order.StageCategory == stage.Confirmed, Within: true}
		for _, l := range s.Edges.Order.Edges.Lines {
			f.Within = f.Within && done[l.ID].Planned+done[l.ID].Shipped <= l.Quantity
		}
		facts[s.ID] = f
	}
	return facts, err
}

func init() {
	flow.Register(flow.Machine[ShipmentFacts]{
		Kind: id.Shipment, Default: shipmentProcess, Facts: shipmentFacts, Guards: shipmentGuards, Phase: journey.PhaseOrder,
	})
}

// onShipment runs a verb on one shipment, whose journey is locked.
func onShipment(ctx context.Context, st *store.Store, verb string, in any, shipmentID string,
	f func(context.Context, *store.Tx, *db.Shipment) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Shipment, shipmentID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: []string{shipmentID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		s, err := tx.Shipment.Get(ctx, shipmentID)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, s)
	})
}
