package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/money"
)

// ShipmentLine is how much of an order line a shipment carries.
type ShipmentLine struct{ ent.Schema }

// Mixin of the record.
func (ShipmentLine) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}}
}

// Fields of the record.
func (ShipmentLine) Fields() []ent.Field {
	return []ent.Field{
		field.String("shipment_id").Immutable(),
		field.String("order_line_id").Immutable(),
		field.Int64("quantity").GoType(money.Quantity(0)).Immutable(),
	}
}

// Edges of the record.
func (ShipmentLine) Edges() []ent.Edge {
	return []ent.Edge{
		child("shipment", "lines", Shipment.Type),
		edge.From("order_line", OrderLine.Type).Ref("shipment_lines").Unique().Required().Immutable().Field("order_line_id"),
	}
}

// Indexes of the record.
func (ShipmentLine) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("shipment_id", "order_line_id").Unique(),
		index.Fields("order_line_id"),
	}
}

// Annotations of the record.
func (ShipmentLine) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		"shipment_line_quantity": "quantity > 0",
	}}}
}
