package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// InvoiceLine is one position of an invoice: of an order line, of a plan item, or free.
type InvoiceLine struct{ ent.Schema }

// Mixin of the record.
func (InvoiceLine) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Sold{Table: "invoice_line"}, Priced{Table: "invoice_line"}}
}

// Fields of the record.
func (InvoiceLine) Fields() []ent.Field {
	return []ent.Field{
		field.String("invoice_id").Immutable(),
		reference("order_line_id"),
		reference("plan_item_id"),
	}
}

// Edges of the record.
func (InvoiceLine) Edges() []ent.Edge {
	return []ent.Edge{
		child("invoice", "lines", Invoice.Type),
		edge.From("order_line", OrderLine.Type).Ref("invoice_lines").Unique().Field("order_line_id"),
		edge.From("plan_item", PaymentPlanItem.Type).Ref("invoice_lines").Unique().Field("plan_item_id"),
	}
}

// Indexes of the record.
func (InvoiceLine) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("invoice_id", "position").Unique(),
		index.Fields("order_line_id"),
		index.Fields("plan_item_id"),
		index.Fields("product_id"),
	}
}
