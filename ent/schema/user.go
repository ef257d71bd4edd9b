package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// User is a person who signs in.
type User struct{ ent.Schema }

// Mixin of the record.
func (User) Mixin() []ent.Mixin {
	return []ent.Mixin{Identified{}, Tracked{}}
}

// Fields of the record.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(200),
		field.String("email").NotEmpty().MaxLen(254).Comment("lower case"),
		field.String("password_hash").Optional().Nillable().Sensitive(),
		reference("department_id"),
		reference("manager_id"),
		optional("title"),
		optional("phone"),
		field.Enum("status").Values("invited", "active", "suspended", "disabled").Default("active").
			Comment("only an active user signs in and gets work"),
		field.Enum("language").Values("zh", "en").Default("zh"),
		field.String("time_zone").Optional().Nillable().MaxLen(64).Comment("IANA name; the company's where there is none"),
		field.Enum("theme").Values("system", "light", "dark").Default("system"),
		field.String("totp_secret").Optional().Nillable().Sensitive().Comment("base32; counts once it is confirmed"),
		field.Time("totp_confirmed_at").Optional().Nillable(),
		field.Int64("totp_last_step").Default(0).Comment("the last half minute whose code was used; none counts twice"),
		field.JSON("recovery_codes", []string{}).Optional().Sensitive().Comment("hashes; each opens once"),
		field.String("oidc_subject").Optional().Nillable().MaxLen(255).Comment("who they are at the company's identity provider"),
	}
}

// Edges of the record.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("roles", Role.Type).Annotations(noAction),
		edge.From("department", Department.Type).Ref("users").Unique().Field("department_id"),
		edge.To("reports", User.Type).Annotations(noAction).From("manager").Unique().Field("manager_id").Annotations(noAction),
	}
}

// Indexes of the record.
func (User) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("email").Unique(),
		index.Fields("name", "id"),
		index.Fields("department_id"),
		index.Fields("manager_id"),
		index.Fields("oidc_subject").Unique(),
	}
}
