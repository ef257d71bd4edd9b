package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"github.com/leadtocash/ltc/ltc/stage"
)

// Department is a group of people with a part in the chain.
type Department struct{ ent.Schema }

// Mixin of the record.
func (Department) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Department) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(200),
		field.String("function").GoType(stage.Department("")).Comment("its part in the chain"),
	}
}

// Edges of the record.
func (Department) Edges() []ent.Edge {
	return []ent.Edge{
		parts("users", User.Type),
	}
}
