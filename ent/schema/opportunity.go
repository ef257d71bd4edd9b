package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Opportunity is a sale that we may win (商机). Its stage changes only through flow.Move.
type Opportunity struct{ ent.Schema }

// Mixin of the record.
func (Opportunity) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Opportunity}, Owned{}, Planned{}, Journeyed{}}
}

// Fields of the record.
func (Opportunity) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("name").NotEmpty().MaxLen(200),
		reference("account_id"),
		reference("contact_id"),
		reference("lead_id"),
		reference("product_id"),
		currency(),
		field.Int64("amount_minor").Default(0).NonNegative(),
		optionalDate("expected_close"),
		optional("needs"),
		optional("lost_reason"),
		field.Time("closed_at").Optional().Nillable(),
	}
}

// Edges of the record.
func (Opportunity) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("account", Account.Type).Ref("opportunities").Unique().Field("account_id"),
		to("contact", Contact.Type),
		to("lead", Lead.Type),
		to("product", Product.Type),
		parts("quotes", Quote.Type),
		parts("contracts", Contract.Type),
	}
}

// Indexes of the record.
func (Opportunity) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("amount_minor", "id"),
		index.Fields("name", "id"),
		index.Fields("owner_id", "stage", "stage_entered_at", "id"),
		index.Fields("stage_category", "expected_close", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		byTime(),
		index.Fields("stage", "stage_category", "process_version", "amount_minor").StorageKey("opportunity_funnel"),
		index.Fields("account_id"),
		index.Fields("contact_id"),
		index.Fields("lead_id"),
		index.Fields("product_id"),
		index.Fields("journey_id"),
	}
}
