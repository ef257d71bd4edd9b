package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Lead is a first sign that someone may want what we sell (线索).
type Lead struct{ ent.Schema }

// Mixin of the record.
func (Lead) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Lead}, Owned{}, Planned{}, Journeyed{}}
}

// Fields of the record.
func (Lead) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("name").NotEmpty().MaxLen(200),
		field.String("company").NotEmpty().MaxLen(200),
		optional("title"),
		field.String("phone").Optional().Nillable().MaxLen(40),
		field.String("email").Optional().Nillable().MaxLen(254).Comment("lower case"),
		optional("wechat"),
		optional("region"),
		optional("industry"),
		optional("need"),
		field.Enum("origin").Values("web", "exhibition", "referral", "ad", "phone", "partner", "social", "other").Default("other").Comment("where it came from"),
		optional("campaign"),
		currency(),
		field.Int64("budget_minor").Optional().Nillable().NonNegative(),
		field.Enum("budget_status").Values("none", "planned", "approved").Optional().Nillable(),
		optional("authority"),
		optional("pain"),
		optionalDate("timeline"),
		optional("qualify_reason"),
		optional("disqualify_reason"),
		field.Time("first_response_due_at").Optional().Nillable(),
		field.Time("first_responded_at").Optional().Nillable(),
		reference("account_id"),
		reference("contact_id"),
		reference("opportunity_id"),
		field.Time("converted_at").Optional().Nillable(),
	}
}

// Edges of the record.
func (Lead) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type),
		to("contact", Contact.Type),
		to("opportunity", Opportunity.Type),
	}
}

// Indexes of the record.
func (Lead) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("company", "id"),
		index.Fields("stage_category", "created_at", "id"),
		index.Fields("owner_id", "created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		byTime(),
		index.Fields("journey_id"),
		index.Fields("account_id"),
		index.Fields("contact_id"),
		index.Fields("opportunity_id"),
		index.Fields("email"),
		index.Fields("phone"),
	}
}
