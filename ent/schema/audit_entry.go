package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// AuditEntry is one event that changed no record but has to be known: a sign-in, a refusal, an export, a change of
// rights. Append-only by a trigger, as the log is.
type AuditEntry struct{ ent.Schema }

// Fields of the record.
func (AuditEntry) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.Time("at").Immutable(),
		field.String("action").NotEmpty().MaxLen(60).Immutable().Comment("a name of package audit"),
		field.String("actor").Default("").Immutable().Comment("a principal; empty for somebody unknown"),
		field.String("actor_kind").Default("").Immutable(),
		field.String("subject").Default("").MaxLen(300).Immutable().Comment("a record's id, a verb, or an e-mail that was tried"),
		field.String("address").Default("").MaxLen(100).Immutable(),
		field.String("user_agent").Default("").MaxLen(400).Immutable(),
		field.String("correlation_id").Default("").Immutable(),
		field.JSON("details", map[string]any{}).Optional().Immutable(),
	}
}

// Indexes of the record.
func (AuditEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("at", "id"),
		index.Fields("actor", "at"),
		index.Fields("action", "at"),
		index.Fields("subject", "at"),
	}
}
