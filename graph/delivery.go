package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/money"
)

type orders struct {
	staged[*db.Order]
	billed[*db.Order]
}

func (r *root) Order() gen.OrderResolver { return orders{} }

func (orders) Shipped(_ context.Context, o *db.Order) (delivery.Progress, error) {
	return read.Figure[delivery.Progress](o, "shipped")
}

func (orders) Delivered(_ context.Context, o *db.Order) (delivery.Progress, error) {
	return read.Figure[delivery.Progress](o, "delivered")
}

func (orders) Accepted(_ context.Context, o *db.Order) (delivery.Progress, error) {
	return read.Figure[delivery.Progress](o, "accepted")
}

func (orders) InvoicedProgress(_ context.Context, o *db.Order) (delivery.Progress, error) {
	return read.Figure[delivery.Progress](o, "invoicedProgress")
}

func (orders) PaidProgress(_ context.Context, o *db.Order) (delivery.Progress, error) {
	return read.Figure[delivery.Progress](o, "paidProgress")
}

type orderLines struct{}

func (r *root) OrderLine() gen.OrderLineResolver { return orderLines{} }

func (orderLines) PlannedQuantity(_ context.Context, l *db.OrderLine) (money.Quantity, error) {
	return read.Figure[money.Quantity](l, "plannedQuantity")
}

func (orderLines) ShippedQuantity(_ context.Context, l *db.OrderLine) (money.Quantity, error) {
	return read.Figure[money.Quantity](l, "shippedQuantity")
}

func (orderLines) DeliveredQuantity(_ context.Context, l *db.OrderLine) (money.Quantity, error) {
	return read.Figure[money.Quantity](l, "deliveredQuantity")
}

func (orderLines) AcceptedQuantity(_ context.Context, l *db.OrderLine) (money.Quantity, error) {
	return read.Figure[money.Quantity](l, "acceptedQuantity")
}

func (orderLines) RejectedQuantity(_ context.Context, l *db.OrderLine) (money.Quantity, error) {
	return read.Figure[money.Quantity](l, "rejectedQuantity")
}

func (orderLines) InvoicedQuantity(_ context.Context, l *db.OrderLine) (money.Quantity, error) {
	return read.Figure[money.Quantity](l, "invoicedQuantity")
}

type shipments struct{ staged[*db.Shipment] }

func (r *root) Shipment() gen.ShipmentResolver { return shipments{} }

type acceptances struct{ staged[*db.Acceptance] }

func (r *root) Acceptance() gen.AcceptanceResolver { return acceptances{} }

func (q query) Order(ctx context.Context, id string) (*db.Order, error) {
	return read.One[*db.Order](ctx, q.st, id)
}

func (q query) Shipment(ctx context.Context, id string) (*db.Shipment, error) {
	return read.One[*db.Shipment](ctx, q.st, id)
}

func (q query) Acceptance(ctx context.Context, id string) (*db.Acceptance, error) {
	return read.One[*db.Acceptance](ctx, q.st, id)
}

func (q query) Orders(ctx context.Context, f *read.OrderFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.OrderConnection, error) {
	return read.Orders(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Shipments(ctx context.Context, f *read.ShipmentFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.ShipmentConnection, error) {
	return read.Shipments(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (m mutation) ConfirmOrder(ctx context.Context, in delivery.ConfirmOrderInput) (*db.Order, error) {
	id, err := delivery.ConfirmOrder(ctx, m.st, in)
	return read.Made[*db.Order](ctx, m.st, id, err)
}

func (m mutation) PlanShipment(ctx context.Context, in delivery.PlanShipmentInput) (*db.Shipment, error) {
	id, err := delivery.PlanShipment(ctx, m.st, in)
	return read.Made[*db.Shipment](ctx, m.st, id, err)
}

func (m mutation) Ship(ctx context.Context, in delivery.ShipInput) (*db.Shipment, error) {
	id, err := delivery.Ship(ctx, m.st, in)
	return read.Made[*db.Shipment](ctx, m.st, id, err)
}

func (m mutation) ConfirmDelivered(ctx context.Context, in delivery.ConfirmDeliveredInput) (*db.Shipment, error) {
	id, err := delivery.ConfirmDelivered(ctx, m.st, in)
	return read.Made[*db.Shipment](ctx, m.st, id, err)
}

func (m mutation) RecordAcceptance(ctx context.Context, in delivery.RecordAcceptanceInput) (*db.Acceptance, error) {
	id, err := delivery.RecordAcceptance(ctx, m.st, in)
	return read.Made[*db.Acceptance](ctx, m.st, id, err)
}
