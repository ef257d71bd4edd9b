package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// User is a person who signs in.
type User struct{ ent.Schema }

// Mixin of the record.
func (User) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(200),
		field.String("email").NotEmpty().MaxLen(254).Comment("lower case"),
		field.String("password_hash").Optional().Nillable().Sensitive(),
		reference("department_id"),
		reference("manager_id"),
		optional("title"),
		field.Bool("admin").Default(false),
		field.Bool("active").Default(true),
		field.Enum("language").Values("zh", "en").Default("zh"),
	}
}

// Edges of the record.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("department", Department.Type).Ref("users").Unique().Field("department_id"),
		edge.To("reports", User.Type).Annotations(noAction).From("manager").Unique().Field("manager_id").Annotations(noAction),
	}
}

// Indexes of the record.
func (User) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("email").Unique(),
		index.Fields("name", "id"),
		index.Fields("department_id"),
		index.Fields("manager_id"),
	}
}
