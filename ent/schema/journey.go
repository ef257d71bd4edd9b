package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Journey is one customer need from the first contact to the last cent (旅程).
type Journey struct{ ent.Schema }

// Mixin of the record.
func (Journey) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Owned{}}
}

// Fields of the record.
func (Journey) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		reference("account_id"),
		reference("parent_id"),
		field.Enum("phase").Values("lead", "opportunity", "contract", "order", "cash", "care").Default("lead"),
		field.Enum("status").Values("open", "cashed", "lost", "parked").Default("open"),
		currency(),
		field.Int64("amount_minor").Default(0),
		field.Time("opened_at").Immutable(),
		field.Time("cash_complete_at").Optional().Nillable(),
		field.Time("ended_at").Optional().Nillable(),
	}
}

// Edges of the record.
func (Journey) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type),
		edge.To("renewals", Journey.Type).Annotations(noAction).From("parent").Unique().Field("parent_id").Annotations(noAction),
	}
}

// Indexes of the record.
func (Journey) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("status", "phase", "opened_at", "id"),
		index.Fields("opened_at", "id"),
		index.Fields("account_id"),
		index.Fields("owner_id"),
		index.Fields("parent_id"),
	}
}
