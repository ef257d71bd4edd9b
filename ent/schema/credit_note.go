package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// CreditNote takes back a posted invoice (红冲).
type CreditNote struct{ ent.Schema }

// Mixin of the record.
func (CreditNote) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.CreditNote}, Owned{}, Priced{Table: "credit_note"}, Journeyed{}}
}

// Fields of the record.
func (CreditNote) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Optional().Nillable().Comment("gapless, given at posting"),
		field.String("legal_entity_id").Immutable(),
		field.String("invoice_id").Immutable(),
		field.String("account_id").Immutable(),
		field.Enum("reason").Values("return", "price", "duplicate", "service", "goodwill").Immutable(),
		optional("remark"),
		optionalDate("issued_on"),
	}
}

// Edges of the record.
func (CreditNote) Edges() []ent.Edge {
	return []ent.Edge{
		child("invoice", "credit_notes", Invoice.Type),
		parent("account", Account.Type),
	}
}

// Indexes of the record.
func (CreditNote) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("legal_entity_id", "number").Unique(),
		index.Fields("invoice_id").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("account_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}

// Annotations of the record.
func (CreditNote) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		"credit_note_posted": "(stage_category IN ('posted', 'refunded')) = (number IS NOT NULL)",
	}}}
}
