package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ent/db/shipment"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// OrderFilter says which orders; all given conditions hold.
type OrderFilter struct {
	Categories []stage.Category
	Account    *string
	Contract   *string
	Owner      *string
	Text       *string
}

func (in *OrderFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Order)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, order.FieldAccountID, in.Account)
	is(&f, order.FieldContractID, in.Contract)
	is(&f, order.FieldOwnerID, in.Owner)
	f.holds(in.Text, order.FieldNumber)
	return f
}

// Orders are orders, newest first unless sorted otherwise.
func Orders(ctx context.Context, st *store.Store, in *OrderFilter, by *Sort, p Page) (*OrderConnection, error) {
	return page[*db.Order](ctx, st, listOf(ctx, id.Order, by, in.conditions(ctx)), p)
}

// ShipmentFilter says which shipments; all given conditions hold.
type ShipmentFilter struct {
	Categories []stage.Category
	Order      *string
	Account    *string
}

func (in *ShipmentFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Shipment)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, shipment.FieldOrderID, in.Order)
	is(&f, shipment.FieldAccountID, in.Account)
	return f
}

// Shipments are shipments, newest first unless sorted otherwise.
func Shipments(ctx context.Context, st *store.Store, in *ShipmentFilter, by *Sort, p Page) (*ShipmentConnection, error) {
	return page[*db.Shipment](ctx, st, listOf(ctx, id.Shipment, by, in.conditions(ctx)), p)
}
