package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// FigureTotal is the sum of all shares that are alike: once for each owner, and once for everybody.
type FigureTotal struct{ ent.Schema }

// Fields of the record.
func (FigureTotal) Fields() []ent.Field {
	return append(figure(), field.Int64("records").Default(0))
}

// Indexes of the record.
func (FigureTotal) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("kind", "owner", "in_stage", "category", "process", "days", "due").Unique().
			StorageKey("figure_total_of"),
	}
}
