package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
)

// PaymentPlanItem is one instalment of the billing schedule (回款计划): what may be billed, when, and why.
type PaymentPlanItem struct{ ent.Schema }

// Mixin of the record.
func (PaymentPlanItem) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.PaymentPlanItem}, Journeyed{}}
}

// Fields of the record.
func (PaymentPlanItem) Fields() []ent.Field {
	return []ent.Field{
		field.String("contract_id").Immutable(),
		field.String("account_id").Immutable(),
		field.Int("position").Positive().Immutable(),
		field.String("name").NotEmpty().MaxLen(200),
		field.Enum("trigger").Values("sign", "delivery", "acceptance", "date").Immutable(),
		field.Int64("percent").GoType(money.Rate(0)).Immutable(),
		currency(),
		field.Int64("amount_minor").Positive().Immutable(),
		field.Int("due_days").NonNegative(),
		optionalDate("planned_on"),
		optionalDate("triggered_on"),
	}
}

// Edges of the record.
func (PaymentPlanItem) Edges() []ent.Edge {
	return []ent.Edge{
		child("contract", "plan_items", Contract.Type),
		parent("account", Account.Type),
		parts("invoice_lines", InvoiceLine.Type),
	}
}

// Indexes of the record.
func (PaymentPlanItem) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("contract_id", "position").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		byTime(),
		index.Fields("account_id"),
		index.Fields("journey_id"),
	}
}
