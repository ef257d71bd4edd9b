package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// Acceptance is the customer's word that what was delivered is right (验收).
type Acceptance struct{ ent.Schema }

// Mixin of the record.
func (Acceptance) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Staged{Kind: id.Acceptance}, Owned{}, Journeyed{}}
}

// Fields of the record.
func (Acceptance) Fields() []ent.Field {
	return []ent.Field{
		field.String("number").Immutable(),
		field.String("order_id").Immutable(),
		field.String("account_id").Immutable(),
		field.Enum("kind").Values("partial", "preliminary", "final").Default("partial"),
		date("accepted_on"),
		optional("signer"),
		optional("remark"),
	}
}

// Edges of the record.
func (Acceptance) Edges() []ent.Edge {
	return []ent.Edge{
		child("order", "acceptances", Order.Type),
		parent("account", Account.Type),
		parts("lines", AcceptanceLine.Type),
	}
}

// Indexes of the record.
func (Acceptance) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("number").Unique(),
		index.Fields("created_at", "id"),
		index.Fields("stage", "stage_entered_at", "id"),
		index.Fields("order_id"),
		index.Fields("account_id"),
		index.Fields("owner_id"),
		index.Fields("journey_id"),
	}
}
