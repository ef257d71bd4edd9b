package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Change is one row of the log: an opening, a move, an edit or a removal. Append-only; only package flow writes it.
type Change struct{ ent.Schema }

// Fields of the record.
func (Change) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.Int64("xid").Annotations(entsql.DefaultExprs(map[string]string{"postgres": "pg_current_xact_id()::text::bigint", "sqlite3": "0"})).Immutable(),
		field.Enum("kind").Values("opened", "moved", "edited", "removed").Immutable(),
		field.String("subject_kind").GoType(id.Kind("")).Immutable(),
		field.String("subject_id").Immutable(),
		field.Int("subject_version").Immutable(),
		field.String("journey_id").Optional().Nillable().Immutable(),
		field.String("account_id").Optional().Nillable().Immutable(),
		field.String("owner_id").Optional().Nillable().Immutable(),
		field.String("department").GoType(stage.Department("")).Default("").Immutable().Comment("who holds the record from now on"),
		field.String("legal_entity_id").Immutable(),
		field.Int("process_version").Default(0).Immutable(),
		field.String("from_stage").Default("").Immutable(),
		field.String("to_stage").Default("").Immutable(),
		field.String("from_category").GoType(stage.Category("")).Default("").Immutable(),
		field.String("to_category").GoType(stage.Category("")).Default("").Immutable(),
		field.JSON("fields", []stage.FieldChange{}).Optional(),
		field.String("actor").Immutable(),
		field.Enum("actor_kind").Values("user", "token", "automation", "customer", "system").Immutable(),
		field.String("on_behalf_of").Optional().Nillable().Immutable(),
		field.String("client_mutation_id").Default("").Immutable(),
		field.String("correlation_id").Immutable(),
		field.Time("entered_previous_at").Optional().Nillable().Immutable(),
		field.Time("at").Immutable(),
		field.Int64("elapsed_seconds").Default(0).Immutable(),
		field.Int64("business_seconds").Default(0).Immutable().Comment("by the legal entity's calendar"),
		field.String("reason").Default("").Immutable(),
		field.String("comment").Default("").Immutable(),
		field.JSON("guards", []string{}).Optional().Immutable().Comment("what was checked"),
		currency(),
		field.Int64("amount_minor").Default(0).Immutable().Comment("the subject's value at that moment, in base currency"),
	}
}

// Indexes of the record.
func (Change) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("xid", "id"),
		index.Fields("journey_id", "xid", "id"),
		index.Fields("subject_id", "id"),
		index.Fields("subject_id", "at", "to_stage", "entered_previous_at").StorageKey("change_closing").
			Annotations(entsql.IndexWhere("kind = 'moved' AND to_category IN ('won', 'lost', 'abandoned')")),
		index.Fields("account_id", "xid", "id"),
		index.Fields("owner_id", "xid", "id"),
		index.Fields("department", "xid", "id"),
		index.Fields("subject_kind", "at"),
		index.Fields("correlation_id"),
	}
}
