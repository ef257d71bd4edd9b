package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/pricing"
)

// Contract is what both sides have promised (合同).
type Contract struct{ ent.Schema }

// Mixin of the record.
func (Contract) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Contract}, Owned{}, Planned{}, Priced{Table: "contract"}, Terms{}, Journeyed{}}
}

// Fields of the record.
func (Contract) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("title").NotEmpty().MaxLen(200),
		field.String("account_id").Immutable(),
		reference("opportunity_id"),
		reference("quote_version_id"),
		field.JSON("lines", []pricing.ContractLine{}),
		field.JSON("payment_terms", []pricing.Term{}),
		optionalDate("effective_from"),
		optionalDate("effective_to"),
		optional("signed_by_us"),
		optional("signed_by_customer"),
		optionalDate("signed_on"),
		optional("remark"),
	}
}

// Edges of the record.
func (Contract) Edges() []ent.Edge {
	return []ent.Edge{
		parent("account", Account.Type),
		edge.From("opportunity", Opportunity.Type).Ref("contracts").Unique().Field("opportunity_id"),
		to("quote_version", QuoteVersion.Type),
		parts("plan_items", PaymentPlanItem.Type),
		edge.To("order", Order.Type).Unique().Annotations(noAction),
	}
}

// Indexes of the record.
func (Contract) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("quote_version_id").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage_category", "effective_from"),
		index.Fields("stage", "stage_entered_at", "id"),
		byTime(),
		index.Fields("account_id"),
		index.Fields("opportunity_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}
