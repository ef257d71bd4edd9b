package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// QuoteLine is one position of a quote version.
type QuoteLine struct{ ent.Schema }

// Mixin of the record.
func (QuoteLine) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Sold{Table: "quote_line"}, Priced{Table: "quote_line"}}
}

// Fields of the record.
func (QuoteLine) Fields() []ent.Field {
	return []ent.Field{
		field.String("quote_version_id").Immutable(),
		field.Bool("optional").Default(false),
		field.Int64("list_minor"),
		field.Int64("discount_amount_minor"),
	}
}

// Edges of the record.
func (QuoteLine) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("quote_version", QuoteVersion.Type).Ref("lines").Unique().Required().Immutable().Field("quote_version_id"),
	}
}

// Indexes of the record.
func (QuoteLine) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("quote_version_id", "position").Unique(),
		index.Fields("product_id"),
	}
}
