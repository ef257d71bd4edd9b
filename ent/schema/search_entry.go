package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/leadtocash/ltc/ltc/id"
)

// SearchEntry is what the search knows of one record. It is made from the record and can be made again at any time;
// only package search writes it.
type SearchEntry struct{ ent.Schema }

// Fields of the record.
func (SearchEntry) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id"),
		field.String("kind").GoType(id.Kind("")).Immutable(),
		field.String("record_id").Immutable(),
		field.Time("made_at").Immutable().Comment("when the record was made: the newest come first"),
		field.String("number").Default(""),
		field.String("title").Default("").Comment("the record's name"),
		field.JSON("texts", map[string]string{}).Optional().Comment("the other texts that can be found, by the fields' names in the API"),
		field.Text("haystack").Comment("all of it in the code of package search, in which both databases look"),
	}
}

// Indexes of the record. SQLite has a virtual table in place of the one over trigrams, by hand.
func (SearchEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("record_id").Unique(),
		index.Fields("made_at", "id"),
		index.Fields("haystack").StorageKey("searchentry_haystack").Annotations(
			entsql.IndexTypes(map[string]string{dialect.Postgres: "GIN"}), entsql.OpClass("gin_trgm_ops"),
		),
	}
}
