package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// LegalEntity is the company that sells: its currency, its clock and how it rounds.
type LegalEntity struct{ ent.Schema }

// Mixin of the record.
func (LegalEntity) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (LegalEntity) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(200),
		optional("tax_number"),
		optional("address"),
		optional("phone"),
		optional("bank"),
		optional("bank_account"),
		currency(),
		field.String("time_zone").NotEmpty().Comment("IANA name, as Asia/Shanghai"),
		field.Enum("calendar").Values("standard", "cn").Default("cn"),
		field.Enum("rounding").Values("line_then_sum", "sum_then_round").Default("line_then_sum"),
		field.Int("first_response_hours").Default(8).Comment("business hours until a lead must have been answered"),
	}
}
