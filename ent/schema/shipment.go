package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Shipment is one delivery on its way (发货).
type Shipment struct{ ent.Schema }

// Mixin of the record.
func (Shipment) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Shipment}, Owned{}, Journeyed{}}
}

// Fields of the record.
func (Shipment) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("order_id").Immutable(),
		field.String("account_id").Immutable(),
		optionalDate("planned_on"),
		optionalDate("shipped_on"),
		optionalDate("delivered_on"),
		optional("carrier"),
		optional("tracking_number"),
		optional("received_by"),
	}
}

// Edges of the record.
func (Shipment) Edges() []ent.Edge {
	return []ent.Edge{
		child("order", "shipments", Order.Type),
		parent("account", Account.Type),
		parts("lines", ShipmentLine.Type),
	}
}

// Indexes of the record.
func (Shipment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("order_id"),
		index.Fields("account_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}
