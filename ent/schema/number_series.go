package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// NumberSeries is the counter of a series of numbers; its row lock is what makes invoice numbers gapless (R37).
type NumberSeries struct{ ent.Schema }

// Fields of the record.
func (NumberSeries) Fields() []ent.Field {
	return []ent.Field{
		field.Int("id"),
		field.String("legal_entity_id").Immutable(),
		field.String("series").Immutable(),
		field.Int("year").Immutable(),
		field.Int64("last").Default(0),
		optionalDate("last_on"),
	}
}

// Indexes of the record.
func (NumberSeries) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("legal_entity_id", "series", "year").Unique(),
	}
}
