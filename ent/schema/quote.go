package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Quote is what we offer for an opportunity; what it says stands in its versions (报价).
type Quote struct{ ent.Schema }

// Mixin of the record.
func (Quote) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Owned{}, Journeyed{}}
}

// Fields of the record.
func (Quote) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("opportunity_id").Immutable(),
		field.String("account_id").Immutable(),
		reference("contact_id"),
		field.Bool("primary").Default(true),
	}
}

// Edges of the record.
func (Quote) Edges() []ent.Edge {
	return []ent.Edge{
		child("opportunity", "quotes", Opportunity.Type),
		parent("account", Account.Type),
		to("contact", Contact.Type),
		parts("versions", QuoteVersion.Type),
	}
}

// Indexes of the record.
func (Quote) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("opportunity_id"),
		index.Fields("account_id"),
		index.Fields("contact_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}
