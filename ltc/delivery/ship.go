package delivery

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ent/db/shipment"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// ShipInput is a shipment that left.
type ShipInput struct {
	ID                      string
	ExpectedVersion         int
	ShippedOn               *worktime.Date
	Carrier, TrackingNumber *string
}

// Ship records that a shipment left; with those that left before it is never more than was ordered.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID date.in_future; TRANSITION_NOT_ALLOWED; GUARD_FAILED (order.not_confirmed,
// shipment.exceeds_order).
func Ship(ctx context.Context, st *store.Store, in ShipInput) (string, error) {
	var p fault.Problems
	p.Short("carrier", in.Carrier, 2000)
	p.Short("trackingNumber", in.TrackingNumber, 2000)
	if err := p.Err(); err != nil {
		return "", err
	}
	return onShipment(ctx, st, "ship", in, in.ID, func(ctx context.Context, tx *store.Tx, s *db.Shipment) (stage.Record, error) {
		shippedOn, err := finance.Happened(ctx, tx, "shippedOn", in.ShippedOn)
		if err != nil {
			return stage.Record{}, err
		}
		to := flow.To(stage.UnderWay).With(shipment.FieldShippedOn, shippedOn)
		if in.Carrier != nil {
			to = to.With(shipment.FieldCarrier, *in.Carrier)
		}
		if in.TrackingNumber != nil {
			to = to.With(shipment.FieldTrackingNumber, *in.TrackingNumber)
		}
		return flow.Move(ctx, tx, s.LogRecord(), to, in.ExpectedVersion)
	})
}

// ConfirmDeliveredInput is a shipment that arrived.
type ConfirmDeliveredInput struct {
	ID              string
	ExpectedVersion int
	DeliveredOn     *worktime.Date
	ReceivedBy      *string
}

// ConfirmDelivered records that a shipment arrived. When all of its order has, the instalments that wait for the
// delivery fall due.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID (date.in_future, shipment.arrived_before_it_left);
// TRANSITION_NOT_ALLOWED.
func ConfirmDelivered(ctx context.Context, st *store.Store, in ConfirmDeliveredInput) (string, error) {
	var p fault.Problems
	if p.Short("receivedBy", in.ReceivedBy, 2000); p.Err() != nil {
		return "", p.Err()
	}
	return onShipment(ctx, st, "confirmDelivered", in, in.ID, func(ctx context.Context, tx *store.Tx, s *db.Shipment) (stage.Record, error) {
		deliveredOn, err := finance.Happened(ctx, tx, "deliveredOn", in.DeliveredOn)
		if err != nil {
			return stage.Record{}, err
		}
		if s.ShippedOn != nil && deliveredOn.Before(*s.ShippedOn) {
			return stage.Record{}, fault.Invalid("shipment.arrived_before_it_left", nil).At("deliveredOn")
		}
		to := flow.To(stage.Delivered).With(shipment.FieldDeliveredOn, deliveredOn)
		if in.ReceivedBy != nil {
			to = to.With(shipment.FieldReceivedBy, *in.ReceivedBy)
		}
		r, err := flow.Move(ctx, tx, s.LogRecord(), to, in.ExpectedVersion)
		if err != nil {
			return r, err
		}
		return r, fallDue(ctx, tx, s.OrderID, deliveredOn)
	})
}

// fallDue triggers the instalments that waited for the whole order: for its delivery, and for its acceptance.
func fallDue(ctx context.Context, tx *store.Tx, orderID string, on worktime.Date) error {
	o, err := tx.Order.Query().Where(order.ID(orderID)).WithLines().Only(ctx)
	if err != nil {
		return err
	}
	done, err := Quantities(ctx, tx.Client, []string{orderID})
	if err != nil {
		return err
	}
	p := progress(o.Edges.Lines, done)
	if p.Delivered == Full {
		if err := finance.Trigger(ctx, tx, o.ContractID, pricing.OnDelivery, on); err != nil {
			return err
		}
	}
	if p.Accepted == Full {
		return finance.Trigger(ctx, tx, o.ContractID, pricing.OnAcceptance, on)
	}
	return nil
}
