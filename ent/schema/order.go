package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Order is what delivery has to make and ship (订单).
type Order struct{ ent.Schema }

// Mixin of the record.
func (Order) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Order}, Owned{}, Planned{}, Priced{Table: "order"}, Terms{}, Journeyed{}}
}

// Fields of the record.
func (Order) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("contract_id").Immutable(),
		field.String("account_id").Immutable(),
		optionalDate("requested_on"),
		optionalDate("promised_on"),
		optional("ship_to"),
		optional("bill_to"),
	}
}

// Edges of the record.
func (Order) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("contract", Contract.Type).Ref("order").Unique().Required().Immutable().Field("contract_id"),
		parent("account", Account.Type),
		parts("lines", OrderLine.Type),
		parts("shipments", Shipment.Type),
		parts("acceptances", Acceptance.Type),
		parts("invoices", Invoice.Type),
	}
}

// Indexes of the record.
func (Order) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		byTime(),
		index.Fields("account_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}
