package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

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
		reference("parent_id"),
		reference("head_id"),
		field.Bool("active").Default(true),
	}
}

// Edges of the record.
func (Department) Edges() []ent.Edge {
	return []ent.Edge{
		parts("users", User.Type),
		to("head", User.Type),
		edge.To("children", Department.Type).Annotations(noAction).From("parent").Unique().Field("parent_id").Annotations(noAction),
	}
}

// Indexes of the record.
func (Department) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("parent_id"),
		index.Fields("head_id"),
		index.Fields("name"),
	}
}
