package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// FigureShare is what one record adds to the figures that are kept (package insight): computed from the record, never
// the other way round. A record that adds nothing has none.
type FigureShare struct{ ent.Schema }

// Fields of the record.
func (FigureShare) Fields() []ent.Field {
	return append([]ent.Field{field.String("id").NotEmpty().Immutable().Comment("the record's")}, figure()...)
}

// Indexes of the record: instalments to be billed are few, however many records there are.
func (FigureShare) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("kind", "id").StorageKey("figure_share_billable").
			Annotations(entsql.IndexWhere("kind = 'payment_plan_item'")),
	}
}

// figure are the columns by which figures are asked for, and what is added up. They are not null, so that one unique
// index tells figures apart.
func figure() []ent.Field {
	return []ent.Field{
		field.String("kind").GoType(id.Kind("")),
		field.String("owner").Default("").Comment("empty: nobody's; of a total: everybody's"),
		field.String("in_stage").Default(""),
		field.String("category").GoType(stage.Category("")).Default(""),
		field.Int("process").Default(0).Comment("the version of the process"),
		field.Int("days").Default(-1).Comment("to the close, of what has closed"),
		field.String("due").Default("").Comment("a date, of what is owed"),
		field.Int64("minor").Default(0),
	}
}
