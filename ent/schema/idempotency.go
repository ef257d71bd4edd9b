package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Idempotency remembers what a key did, in the transaction that did it.
type Idempotency struct{ ent.Schema }

// Fields of the record.
func (Idempotency) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.String("principal").Immutable(),
		field.String("key").MaxLen(255).Immutable(),
		field.String("response_name").Immutable(),
		field.Bytes("request_hash").Immutable(),
		field.String("record_kind").GoType(id.Kind("")).Default(""),
		field.String("record_id").Default(""),
		field.Int("record_version").Default(0),
		field.Time("created_at").Immutable(),
	}
}

// Indexes of the record.
func (Idempotency) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("principal", "key", "response_name").Unique(),
		index.Fields("created_at"),
	}
}
