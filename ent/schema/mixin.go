// Package schema says what exists: one record a file, with its edges, indexes and checks. What may happen to a
// record is said in ltc.
package schema

import (
	"fmt"
	"strings"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Identified gives a record its TypeID, made by the server (package id).
type Identified struct{ mixin.Schema }

// Fields of the mixin.
func (Identified) Fields() []ent.Field {
	return []ent.Field{field.String("id").NotEmpty().MaxLen(40).Immutable()}
}

// Tracked says who made and last changed a record, by what way; store fills it from the call.
type Tracked struct{ mixin.Schema }

// Fields of the mixin.
func (Tracked) Fields() []ent.Field {
	return []ent.Field{
		field.Time("created_at").Immutable(),
		field.String("created_by").Immutable().Comment("a principal: a user, a token or \"system\""),
		field.Time("updated_at"),
		field.String("updated_by"),
		field.String("source").Immutable().Comment("ui, api, import, automation or portal"),
		field.Int("version").Default(1).Comment("grows by one with every change"),
	}
}

// Staged gives a record a place in its process. All fields are immutable, so that no setter exists but flow's.
type Staged struct {
	mixin.Schema
	Kind id.Kind
}

// Fields of the mixin.
func (Staged) Fields() []ent.Field {
	return []ent.Field{
		field.Int("process_version").Immutable(),
		field.String("stage").NotEmpty().Immutable(),
		field.String("stage_category").GoType(stage.Category("")).Immutable(),
		field.Time("stage_entered_at").Immutable(),
	}
}

// Annotations check the category, never a stage's key: a company renames its stages freely.
func (s Staged) Annotations() []schema.Annotation {
	var names []string
	for _, c := range stage.Categories(s.Kind) {
		names = append(names, "'"+string(c)+"'")
	}
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		string(s.Kind) + "_stage_category": fmt.Sprintf("stage_category IN (%s)", strings.Join(names, ", ")),
	}}}
}

// byTime is the index of lists that are sorted by how long records have been in their stages, whatever those are. Its
// condition holds for every row, and only such a list asks for it (graph/read): else a database would take it for a
// board's column too, and read from the oldest record on, past all that have long ended, until it has found a page.
func byTime() ent.Index {
	return index.Fields("stage_entered_at", "id").Annotations(entsql.IndexWhere("version > 0"))
}

// Owned gives a record the person who answers for it, and that person's department, which store keeps beside it: so
// that the common scopes of a role are no join.
type Owned struct{ mixin.Schema }

// Fields of the mixin.
func (Owned) Fields() []ent.Field {
	return []ent.Field{reference("owner_id"), reference("department_id")}
}

// Edges of the mixin.
func (Owned) Edges() []ent.Edge {
	return []ent.Edge{to("owner", User.Type), to("department", Department.Type)}
}

// Indexes of the mixin. What nobody owns is seen by who made it.
func (Owned) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("department_id"),
		index.Fields("created_by").Annotations(entsql.IndexWhere("owner_id IS NULL")),
	}
}

// Planned says what is to be done next, and by when.
type Planned struct{ mixin.Schema }

// Fields of the mixin.
func (Planned) Fields() []ent.Field {
	return []ent.Field{
		field.String("next_step").Optional().Nillable().MaxLen(500),
		optionalDate("next_step_due"),
	}
}

// Journeyed binds a record of the chain to its one journey.
type Journeyed struct{ mixin.Schema }

// Fields of the mixin.
func (Journeyed) Fields() []ent.Field {
	return []ent.Field{field.String("journey_id").Immutable()}
}

// Edges of the mixin.
func (Journeyed) Edges() []ent.Edge {
	return []ent.Edge{edge.To("journey", Journey.Type).Unique().Required().Immutable().Field("journey_id").
		Annotations(noAction)}
}

// Priced gives a document or a line its computed amounts, in minor units of its currency (R1, R8).
type Priced struct {
	mixin.Schema
	Table string
}

// Fields of the mixin.
func (Priced) Fields() []ent.Field {
	return []ent.Field{
		currency(),
		field.Int64("net_minor"),
		field.Int64("tax_minor"),
		field.Int64("gross_minor"),
	}
}

// Annotations check that gross is net and tax.
func (p Priced) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		p.Table + "_gross": "gross_minor = net_minor + tax_minor",
	}}}
}

// Terms of a document's prices: inherited along the chain, never changed by a company's later default (R2).
type Terms struct{ mixin.Schema }

// Fields of the mixin.
func (Terms) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("tax_mode").Values("exclusive", "inclusive").Default("exclusive").Immutable(),
		field.Enum("rounding").Values("line_then_sum", "sum_then_round").Default("line_then_sum").Immutable(),
	}
}

// Sold is what a line sells: a product or a free text, how much of it, and at which price.
type Sold struct {
	mixin.Schema
	Table string
}

// Fields of the mixin.
func (Sold) Fields() []ent.Field {
	return []ent.Field{
		field.Int("position").Positive(),
		field.String("product_id").Optional().Nillable(),
		field.String("description").NotEmpty().MaxLen(500),
		field.String("unit").Default(""),
		field.Int64("quantity").GoType(money.Quantity(0)),
		field.Int64("unit_price").GoType(money.Price(0)).Comment("millionths of the major unit"),
		field.Int64("discount").GoType(money.Rate(0)).Default(0).Comment("millionths of one, off the unit price"),
		field.Int64("tax_rate").GoType(money.Rate(0)).Default(0),
	}
}

// Edges of the mixin.
func (Sold) Edges() []ent.Edge { return []ent.Edge{to("product", Product.Type)} }

// Annotations check quantity and rates.
func (s Sold) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Checks: map[string]string{
		s.Table + "_quantity": "quantity > 0",
		s.Table + "_rates":    "discount BETWEEN 0 AND 1000000 AND tax_rate BETWEEN 0 AND 1000000",
	}}}
}

// noAction: a parent with children is never deleted behind their back.
var noAction = entsql.OnDelete(entsql.NoAction)

// to is an optional edge to one record over the column `<name>_id`.
func to(name string, t any) ent.Edge {
	return edge.To(name, t).Unique().Field(name + "_id").Annotations(noAction)
}

// optional is a text that may be missing.
func optional(name string) ent.Field {
	return field.String(name).Optional().Nillable().MaxLen(2000)
}

// reference is the column of an optional edge.
func reference(name string) ent.Field { return field.String(name).Optional().Nillable() }

// child is the required edge of a part to its whole, which lists its parts under ref.
func child(name, ref string, t any) ent.Edge {
	return edge.From(name, t).Ref(ref).Unique().Required().Immutable().Field(name + "_id")
}

// parts is the whole's edge to its parts; a whole with parts is never deleted.
func parts(name string, t any) ent.Edge { return edge.To(name, t).Annotations(noAction) }

// parent is the required edge of a line or document to what it belongs to.
func parent(name string, t any) ent.Edge {
	return edge.To(name, t).Unique().Required().Immutable().Field(name + "_id").Annotations(noAction)
}

// currency is an ISO 4217 code.
func currency() ent.Field { return field.String("currency").MinLen(3).MaxLen(3).Immutable() }

// date is a business date without zone (R51).
func date(name string) ent.Field {
	return field.String(name).GoType(worktime.Date{}).SchemaType(dateColumn)
}

// optionalDate is a business date that may be missing.
func optionalDate(name string) ent.Field {
	return field.String(name).GoType(worktime.Date{}).SchemaType(dateColumn).Optional().Nillable()
}

var dateColumn = map[string]string{dialect.Postgres: "date", dialect.SQLite: "date"}
