package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Collaborator is a person who was let in on a record that is another's.
type Collaborator struct{ ent.Schema }

// Mixin of the record.
func (Collaborator) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Collaborator) Fields() []ent.Field {
	return []ent.Field{
		field.String("record_kind").GoType(id.Kind("")).Immutable(),
		field.String("record_id").Immutable(),
		field.String("user_id").Immutable(),
		field.Enum("level").Values("read", "edit").Default("read").Comment("edit: their role's verbs work on it too"),
		field.Bool("cascade").Default(true).Comment("also what belongs to the record"),
	}
}

// Edges of the record.
func (Collaborator) Edges() []ent.Edge {
	return []ent.Edge{parent("user", User.Type)}
}

// Indexes of the record.
func (Collaborator) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("record_id", "user_id").Unique(),
		index.Fields("user_id", "record_id"),
	}
}
