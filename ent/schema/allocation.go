package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Allocation says how much of a payment settles an invoice. Append-only: taking it back is a row of its own.
type Allocation struct{ ent.Schema }

// Mixin of the record.
func (Allocation) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Allocation) Fields() []ent.Field {
	return []ent.Field{
		field.String("payment_id").Immutable(),
		field.String("invoice_id").Immutable(),
		field.String("journey_id").Immutable(),
		currency(),
		field.Int64("amount_minor").Immutable().Comment("negative in a reversal"),
		field.String("reverses_id").Optional().Nillable().Immutable(),
		date("allocated_on"),
		optional("reason"),
	}
}

// Edges of the record.
func (Allocation) Edges() []ent.Edge {
	return []ent.Edge{
		child("payment", "allocations", Payment.Type),
		child("invoice", "allocations", Invoice.Type),
		parent("journey", Journey.Type),
		edge.To("reversal", Allocation.Type).Unique().Annotations(noAction).From("reverses").Unique().Immutable().Field("reverses_id").Annotations(noAction),
	}
}

// Indexes of the record.
func (Allocation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("created_at", "id"),
		index.Fields("payment_id"),
		index.Fields("invoice_id"),
		index.Fields("journey_id"),
	}
}

// Annotations of the record.
func (Allocation) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		"allocation_amount": "(reverses_id IS NULL AND amount_minor > 0) OR (reverses_id IS NOT NULL AND amount_minor < 0)",
	}}}
}
