package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/pricing"
)

// QuoteVersion is one wording of a quote; once approved it is never edited (R17).
type QuoteVersion struct{ ent.Schema }

// Mixin of the record.
func (QuoteVersion) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.QuoteVersion}, Priced{Table: "quote_version"}, Terms{}, Journeyed{}}
}

// Fields of the record.
func (QuoteVersion) Fields() []ent.Field {
	return []ent.Field{
		field.String("quote_id").Immutable(),
		field.Int("number").Positive().Immutable(),
		field.String("account_id").Immutable(),
		date("valid_until"),
		field.Int64("list_minor"),
		field.Int64("discount_total_minor"),
		field.Int64("header_discount_minor").Default(0).NonNegative(),
		field.JSON("payment_terms", []pricing.Term{}),
		optional("delivery_terms"),
		optional("warranty_terms"),
		optional("remark"),
		field.String("content_hash").Default("").Comment("SHA-256 of what was approved"),
		field.Time("sent_at").Optional().Nillable(),
		field.Time("accepted_at").Optional().Nillable(),
		optional("accepted_by"),
		optional("evidence"),
	}
}

// Edges of the record.
func (QuoteVersion) Edges() []ent.Edge {
	return []ent.Edge{
		child("quote", "versions", Quote.Type),
		parent("account", Account.Type),
		parts("lines", QuoteLine.Type),
	}
}

// Indexes of the record.
func (QuoteVersion) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("quote_id", "number").Unique(),
		index.Fields("quote_id").Unique().StorageKey("quote_version_draft").Annotations(entsql.IndexWhere("stage_category IN ('draft', 'review')")),
		index.Fields("quote_id").Unique().StorageKey("quote_version_current").Annotations(entsql.IndexWhere("stage_category IN ('approved', 'sent', 'accepted')")),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("account_id"),
		index.Fields("journey_id"),
	}
}

// Annotations of the record.
func (QuoteVersion) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		"quote_version_accepted": "(stage_category = 'accepted') = (accepted_at IS NOT NULL)",
	}}}
}
