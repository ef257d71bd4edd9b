package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Session is one browser that signed in; its secret is kept as a hash only.
type Session struct{ ent.Schema }

// Mixin of the record.
func (Session) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}}
}

// Fields of the record.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.String("user_id").Immutable(),
		field.Bytes("token_hash").Immutable().Sensitive(),
		field.Time("created_at").Immutable(),
		field.Time("expires_at"),
		field.Time("last_seen_at"),
		field.Enum("method").Values("password", "oidc", "invitation").Default("password").Immutable(),
		field.String("address").Default(""),
		field.String("user_agent").Default("").MaxLen(400),
	}
}

// Edges of the record.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		parent("user", User.Type),
	}
}

// Indexes of the record.
func (Session) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("user_id"),
		index.Fields("expires_at"),
	}
}
