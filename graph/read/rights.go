package read

import (
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/role"
)

// Grant is what a role grants of one kind.
type Grant struct {
	Kind  id.Kind
	Scope role.Scope
	Where []role.Condition
	Verbs []*VerbRight
}

// VerbRight is a verb that a role grants, and the most that it may be worth.
type VerbRight struct {
	Verb  string
	Limit *money.Amount
}

// FieldRight is what is kept back of a field.
type FieldRight struct {
	Kind     id.Kind
	Field    string
	Sight    *role.Sight
	Writable bool
}

// KindRights is what can be said of a kind in a role.
type KindRights struct {
	Kind                   id.Kind
	Granted                bool
	Verbs, Fields, Columns []string
}

// Rights are what somebody may see and do.
type Rights struct {
	Administrator, Auditor bool
	Verbs                  []string
	Kinds, Partial         []id.Kind
	Fields                 []*FieldRight
	SeenAs                 *db.User
}

// AccessReason is one reason for which a record can be seen.
type AccessReason struct {
	Rule     access.Cause
	Via      *id.Kind
	Sentence string
}

// Sees is somebody who can see a record.
type Sees struct {
	User    *db.User
	Reasons []*AccessReason
}

// UserFilter says which users; all given conditions hold.
type UserFilter struct {
	Status                 []user.Status
	Department, Role, Text *string
}

// TokenFilter says which tokens.
type TokenFilter struct{ User *string }

// AuditFilter says which entries of the audit; all given conditions hold.
type AuditFilter struct {
	Actions        []string
	Actor, Subject *string
	From, To       *time.Time
}

// AuditEdge is an entry in a page, and its place.
type AuditEdge struct {
	Cursor string
	Node   *db.AuditEntry
}

// AuditConnection is a page of the audit.
type AuditConnection struct {
	Edges    []*AuditEdge
	PageInfo *PageInfo
}
