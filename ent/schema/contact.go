package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Contact is a person at a customer (联系人).
type Contact struct{ ent.Schema }

// Mixin of the record.
func (Contact) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}, Owned{}}
}

// Fields of the record.
func (Contact) Fields() []ent.Field {
	return []ent.Field{
		reference("account_id"),
		field.String("name").NotEmpty().MaxLen(200),
		optional("title"),
		field.String("phone").Optional().Nillable().MaxLen(40),
		field.String("email").Optional().Nillable().MaxLen(254).Comment("lower case"),
		optional("wechat"),
		field.Enum("decision_role").Values("economic_buyer", "champion", "technical", "user", "procurement", "blocker").Optional().Nillable(),
		field.Bool("primary").Default(false),
	}
}

// Edges of the record.
func (Contact) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("account", Account.Type).Ref("contacts").Unique().Field("account_id"),
	}
}

// Indexes of the record.
func (Contact) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "name", "id"),
		index.Fields("name", "id"),
		index.Fields("created_at", "id"),
		index.Fields("email"),
		index.Fields("phone"),
		index.Fields("owner_id"),
	}
}
