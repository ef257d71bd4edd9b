package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Account is a company that buys from us, or may (客户).
type Account struct{ ent.Schema }

// Mixin of the record.
func (Account) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Account}, Owned{}, Planned{}}
}

// Fields of the record.
func (Account) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("name").NotEmpty().MaxLen(200),
		field.String("name_key").MaxLen(200).Comment("the name without its legal form, for finding it again (R49)"),
		optional("short_name"),
		field.String("uscc").Optional().Nillable().MaxLen(18).Comment("统一社会信用代码"),
		optional("industry"),
		optional("region"),
		optional("level"),
		reference("parent_id"),
		optional("phone"),
		optional("website"),
		optional("billing_address"),
		optional("shipping_address"),
		optional("invoice_title"),
		optional("tax_number"),
		optional("bank"),
		optional("bank_account"),
		field.Int("payment_days").Default(30).NonNegative(),
		field.Int("employees").Optional().Nillable().NonNegative(),
		field.Int("founded").Optional().Nillable(),
		currency(),
		field.Int64("revenue_minor").Optional().Nillable().Comment("a year's, in minor units"),
	}
}

// Edges of the record.
func (Account) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("subsidiaries", Account.Type).Annotations(noAction).From("parent").Unique().Field("parent_id").Annotations(noAction),
		parts("contacts", Contact.Type),
		parts("opportunities", Opportunity.Type),
	}
}

// Indexes of the record.
func (Account) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("name", "id"),
		index.Fields("name_key"),
		index.Fields("uscc").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("parent_id"),
		index.Fields("owner_id"),
	}
}
