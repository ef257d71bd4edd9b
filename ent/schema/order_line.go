package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// OrderLine is one position of an order. What was shipped, accepted and invoiced of it is derived (R26, R33).
type OrderLine struct{ ent.Schema }

// Mixin of the record.
func (OrderLine) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Sold{Table: "order_line"}, Priced{Table: "order_line"}}
}

// Fields of the record.
func (OrderLine) Fields() []ent.Field {
	return []ent.Field{
		field.String("order_id").Immutable(),
	}
}

// Edges of the record.
func (OrderLine) Edges() []ent.Edge {
	return []ent.Edge{
		child("order", "lines", Order.Type),
		parts("shipment_lines", ShipmentLine.Type),
		parts("acceptance_lines", AcceptanceLine.Type),
		parts("invoice_lines", InvoiceLine.Type),
	}
}

// Indexes of the record.
func (OrderLine) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("order_id", "position").Unique(),
		index.Fields("product_id"),
	}
}
