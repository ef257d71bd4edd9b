package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Delegation lets a colleague stand in for a user from a day to a day, both included: the user's records count as the
// delegate's own.
type Delegation struct{ ent.Schema }

// Mixin of the record.
func (Delegation) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Delegation) Fields() []ent.Field {
	return []ent.Field{
		field.String("user_id").Immutable(),
		field.String("delegate_id").Immutable(),
		date("starts_on"),
		date("ends_on"),
	}
}

// Edges of the record.
func (Delegation) Edges() []ent.Edge {
	return []ent.Edge{
		parent("user", User.Type),
		edge.To("delegate", User.Type).Unique().Required().Immutable().Field("delegate_id").Annotations(noAction),
	}
}

// Indexes of the record.
func (Delegation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("delegate_id", "ends_on"),
		index.Fields("user_id"),
	}
}
