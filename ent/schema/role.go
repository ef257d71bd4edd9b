package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Role is what a group of people may see and do (角色), as data: package role says what its rights mean.
type Role struct{ ent.Schema }

// Mixin of the record.
func (Role) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Role) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").NotEmpty().MaxLen(60).Immutable().Comment("names a ready-made role; a company's own has its id's"),
		field.JSON("name", stage.Text{}),
		field.JSON("description", stage.Text{}),
		field.Bool("builtin").Default(false).Immutable(),
		field.JSON("rights", role.Document{}),
	}
}

// Edges of the record.
func (Role) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("users", User.Type).Ref("roles"),
	}
}

// Indexes of the record.
func (Role) Indexes() []ent.Index {
	return []ent.Index{index.Fields("key").Unique()}
}
