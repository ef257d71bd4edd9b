package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Payment is money that came in (回款). It has no journey: its allocations count in their invoice's.
type Payment struct{ ent.Schema }

// Mixin of the record.
func (Payment) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Payment}, Owned{}}
}

// Fields of the record.
func (Payment) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("legal_entity_id").Immutable(),
		field.String("account_id").Immutable(),
		field.Enum("method").Values("bank", "alipay", "wechat_pay", "cash", "bill").Default("bank"),
		currency(),
		field.Int64("amount_minor").Positive().Immutable(),
		date("received_on"),
		optional("payer"),
		field.String("bank_account").Default("").Immutable().Comment("ours, to which it came"),
		field.String("bank_reference").Optional().Nillable().Immutable().Comment("the bank's own; once for an account of ours (R41)"),
		optional("remark"),
	}
}

// Edges of the record.
func (Payment) Edges() []ent.Edge {
	return []ent.Edge{
		parent("account", Account.Type),
		parts("allocations", Allocation.Type),
	}
}

// Indexes of the record.
func (Payment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("bank_account", "bank_reference").Unique(),
		index.Fields("received_on", "id"),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("account_id"),
		index.Fields("owner_id"),
	}
}
