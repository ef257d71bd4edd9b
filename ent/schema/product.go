package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/money"
)

// Product is something we sell (产品).
type Product struct{ ent.Schema }

// Mixin of the record.
func (Product) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (Product) Fields() []ent.Field {
	return []ent.Field{
		field.String("sku").NotEmpty().MaxLen(60),
		field.String("name").NotEmpty().MaxLen(200),
		field.Enum("kind").Values("goods", "service", "subscription", "bundle").Default("goods"),
		field.String("unit").Default(""),
		currency(),
		field.Int64("list_price").GoType(money.Price(0)).NonNegative(),
		field.Int64("tax_rate").GoType(money.Rate(0)).Default(0).NonNegative(),
		field.String("tax_code").Optional().Nillable().MaxLen(19).Comment("税收分类编码"),
		field.Bool("active").Default(true),
	}
}

// Indexes of the record.
func (Product) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("sku").Unique(),
		index.Fields("name", "id"),
		index.Fields("created_at", "id"),
	}
}
