package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Process is a version of how one kind of record lives: stages, transitions, guards, clocks as data.
type Process struct{ ent.Schema }

// Mixin of the record.
func (Process) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Process) Fields() []ent.Field {
	return []ent.Field{
		field.String("kind").GoType(id.Kind("")).Immutable(),
		field.Int("number").Positive().Immutable().Comment("the version that records name"),
		field.String("preset").Immutable().Default("default"),
		field.JSON("document", stage.Document{}),
		field.Bool("current").Comment("new records follow it; one a kind"),
	}
}

// Indexes of the record.
func (Process) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("kind", "number").Unique(),
		index.Fields("kind").Unique().StorageKey("process_current").Annotations(entsql.IndexWhere("current")),
	}
}
