package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// ExternalRef is a record's name in another system; an import that runs again finds it.
type ExternalRef struct{ ent.Schema }

// Mixin of the record.
func (ExternalRef) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}}
}

// Fields of the record.
func (ExternalRef) Fields() []ent.Field {
	return []ent.Field{
		field.String("system").NotEmpty().MaxLen(60).Immutable(),
		field.String("external_id").NotEmpty().MaxLen(200).Immutable(),
		field.String("record_kind").GoType(id.Kind("")).Immutable(),
		field.String("record_id").Immutable(),
		field.Time("created_at").Immutable(),
	}
}

// Indexes of the record.
func (ExternalRef) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("system", "record_kind", "external_id").Unique(),
		index.Fields("record_id"),
	}
}
