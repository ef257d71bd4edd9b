package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Invoice asks for money (发票). It has a number from the moment it is posted, and then never changes (R37, R38).
type Invoice struct{ ent.Schema }

// Mixin of the record.
func (Invoice) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Invoice}, Owned{}, Priced{Table: "invoice"}, Terms{}, Journeyed{}}
}

// Fields of the record.
func (Invoice) Fields() []ent.Field {
	return []ent.Field{
		field.String("draft_number").Immutable(),
		field.String("number").Optional().Nillable().Comment("gapless, given at posting"),
		field.String("legal_entity_id").Immutable(),
		field.String("account_id").Immutable(),
		reference("contract_id"),
		reference("order_id"),
		field.Enum("kind").Values("standard", "advance", "milestone", "final").Default("standard"),
		optionalDate("issued_on"),
		optionalDate("due_on"),
		field.Int("due_days").NonNegative(),
		optional("title"),
		optional("tax_number"),
		optional("address"),
		optional("bank"),
		optional("remark"),
	}
}

// Edges of the record.
func (Invoice) Edges() []ent.Edge {
	return []ent.Edge{
		parent("account", Account.Type),
		to("contract", Contract.Type),
		edge.From("order", Order.Type).Ref("invoices").Unique().Field("order_id"),
		parts("lines", InvoiceLine.Type),
		parts("allocations", Allocation.Type),
		parts("credit_notes", CreditNote.Type),
	}
}

// Indexes of the record.
func (Invoice) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("draft_number").Unique(),
		index.Fields("legal_entity_id", "number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage_category", "due_on", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("account_id"),
		index.Fields("contract_id"),
		index.Fields("order_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}

// Annotations of the record.
func (Invoice) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		"invoice_posted": "(stage_category IN ('posted', 'closed')) = (number IS NOT NULL)",
	}}}
}
