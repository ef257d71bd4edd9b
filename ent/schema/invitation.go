package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Invitation is a link with which a user who was invited, or forgot the password, chooses a password; its secret is
// kept as a hash only, and opens once.
type Invitation struct{ ent.Schema }

// Mixin of the record.
func (Invitation) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Invitation) Fields() []ent.Field {
	return []ent.Field{
		field.String("user_id").Immutable(),
		field.Bytes("token_hash").Immutable().Sensitive(),
		field.Time("expires_at").Immutable(),
		field.Time("accepted_at").Optional().Nillable(),
	}
}

// Edges of the record.
func (Invitation) Edges() []ent.Edge {
	return []ent.Edge{parent("user", User.Type)}
}

// Indexes of the record.
func (Invitation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("user_id"),
	}
}
