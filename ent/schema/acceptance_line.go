package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/money"
)

// AcceptanceLine is how much of an order line was accepted, and how much refused (R35).
type AcceptanceLine struct{ ent.Schema }

// Mixin of the record.
func (AcceptanceLine) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}}
}

// Fields of the record.
func (AcceptanceLine) Fields() []ent.Field {
	return []ent.Field{
		field.String("acceptance_id").Immutable(),
		field.String("order_line_id").Immutable(),
		field.Int64("accepted").GoType(money.Quantity(0)).Immutable(),
		field.Int64("rejected").GoType(money.Quantity(0)).Immutable(),
	}
}

// Edges of the record.
func (AcceptanceLine) Edges() []ent.Edge {
	return []ent.Edge{
		child("acceptance", "lines", Acceptance.Type),
		edge.From("order_line", OrderLine.Type).Ref("acceptance_lines").Unique().Required().Immutable().Field("order_line_id"),
	}
}

// Indexes of the record.
func (AcceptanceLine) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("acceptance_id", "order_line_id").Unique(),
		index.Fields("order_line_id"),
	}
}

// Annotations of the record.
func (AcceptanceLine) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		"acceptance_line_quantity": "accepted >= 0 AND rejected >= 0 AND accepted + rejected > 0",
	}}}
}
