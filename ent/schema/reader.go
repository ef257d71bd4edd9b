package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// Reader remembers how far a named reader has come in the log.
type Reader struct{ ent.Schema }

// Fields of the record.
func (Reader) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").NotEmpty(),
		field.Int64("xid").Default(0),
		field.Int64("change_id").Default(0),
		field.Time("updated_at"),
	}
}
