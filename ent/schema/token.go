package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/role"
)

// Token is a key with which a program acts for a user; shown once, kept as a hash.
type Token struct{ ent.Schema }

// Mixin of the record.
func (Token) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Token) Fields() []ent.Field {
	return []ent.Field{
		field.String("user_id").Immutable(),
		field.String("name").NotEmpty().MaxLen(200),
		field.String("hint").Default("").Immutable().Comment("its last four characters, to tell it from others"),
		field.Bytes("token_hash").Immutable().Sensitive(),
		field.JSON("scopes", []role.TokenScope{}).Optional().Immutable().Comment("what it may of all that its user may; none: all"),
		field.Time("expires_at").Optional().Nillable(),
		field.Time("last_used_at").Optional().Nillable(),
		field.String("last_used_from").Default("").MaxLen(100).Comment("the address"),
		field.Time("revoked_at").Optional().Nillable(),
	}
}

// Edges of the record.
func (Token) Edges() []ent.Edge {
	return []ent.Edge{
		parent("user", User.Type),
	}
}

// Indexes of the record.
func (Token) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("user_id"),
	}
}
