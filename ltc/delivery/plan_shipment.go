package delivery

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// ShipmentLineInput is how much of an order line.
type ShipmentLineInput struct {
	OrderLineID string
	Quantity    money.Quantity
}

// PlanShipmentInput is what shall leave together.
type PlanShipmentInput struct {
	OrderID         string
	ExpectedVersion int // the order's
	Lines           []ShipmentLineInput
	PlannedOn       *worktime.Date
	Carrier         *string
}

// PlanShipment plans what shall leave together: the given lines, or all that is in no shipment yet; never more than
// was ordered. It answers the shipment, and leaves the order as it is.
//
// Errors: NOT_FOUND; STALE_VERSION (the order's); GUARD_FAILED (order.not_confirmed, shipment.nothing_to_plan);
// INVALID (line.of_other_order, partial.not_positive, partial.exceeds_line).
func PlanShipment(ctx context.Context, st *store.Store, in PlanShipmentInput) (string, error) {
	var p fault.Problems
	if p.Short("carrier", in.Carrier, 2000); p.Err() != nil {
		return "", p.Err()
	}
	return onOrder(ctx, st, "planShipment", in, in.OrderID, func(ctx context.Context, tx *store.Tx, o *db.Order) (stage.Record, error) {
		if err := flow.Expect(o.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		if o.StageCategory != stage.Confirmed {
			return stage.Record{}, fault.Guard("order.not_confirmed", "order")
		}
		quantities, err := toShip(ctx, tx, o, in.Lines)
		if err != nil {
			return stage.Record{}, err
		}
		return planShipment(ctx, tx, o, in, quantities)
	})
}

// toShip is how much of each order line shall leave.
func toShip(ctx context.Context, tx *store.Tx, o *db.Order, asked []ShipmentLineInput) (map[string]money.Quantity, error) {
	done, err := Quantities(ctx, tx.Client, []string{o.ID})
	if err != nil {
		return nil, err
	}
	left := finance.Left{}
	for _, l := range o.Edges.Lines {
		left[l.ID] = l.Quantity - done[l.ID].Planned - done[l.ID].Shipped
	}
	if left.None() {
		return nil, fault.Guard("shipment.nothing_to_plan", "lines")
	}
	if len(asked) == 0 {
		return left, nil
	}
	quantities := map[string]money.Quantity{}
	for i, a := range asked {
		if err := left.Take(a.OrderLineID, "quantity", a.Quantity); err != nil {
			return nil, err.Under(fmt.Sprintf("lines.%d", i))
		}
		quantities[a.OrderLineID] += a.Quantity
	}
	return quantities, nil
}

func planShipment(ctx context.Context, tx *store.Tx, o *db.Order, in PlanShipmentInput, quantities map[string]money.Quantity) (stage.Record, error) {
	number, err := tx.Number(ctx, store.Shipments)
	if err != nil {
		return stage.Record{}, err
	}
	s, err := flow.Open(ctx, tx, tx.Shipment.Create().
		SetNumber(number).SetOrderID(o.ID).SetAccountID(o.AccountID).SetJourneyID(o.JourneyID).
		SetNillableOwnerID(o.OwnerID).SetNillablePlannedOn(in.PlannedOn).SetNillableCarrier(in.Carrier), stage.Planned)
	if err != nil {
		return stage.Record{}, err
	}
	var lines []*db.ShipmentLineCreate
	for _, l := range o.Edges.Lines {
		if q := quantities[l.ID]; q > 0 {
			lines = append(lines, tx.ShipmentLine.Create().SetShipmentID(s.ID).SetOrderLineID(l.ID).SetQuantity(q))
		}
	}
	return s.LogRecord(), tx.ShipmentLine.CreateBulk(lines...).Exec(ctx)
}
