// Package role holds what a role lets people see and do, as plain values: for each kind of record the rows, the verbs
// with their limits, and the fields that are kept from them. A role is data (domain.md, 4.31); package access applies it.
package role

import (
	"maps"
	"slices"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Scope says which rows of a kind a grant reaches. Every scope but None also reaches what belongs to an account or a
// journey that it reaches, and what somebody was let in on.
type Scope string

// The scopes, from the narrowest on.
const (
	None           Scope = "none"
	Own            Scope = "own"
	Reports        Scope = "own_and_reports"
	Department     Scope = "department"
	DepartmentTree Scope = "department_tree"
	Filter         Scope = "filter"
	All            Scope = "all"
)

// Scopes are all scopes, from the narrowest on.
func Scopes() []Scope {
	return []Scope{None, Own, Reports, Department, DepartmentTree, Filter, All}
}

// Sight is how much of a field can be seen.
type Sight string

// The sights; a field of which nothing is said is seen whole.
const (
	Masked Sight = "masked" // its ends only: 138****5678
	Hidden Sight = "none"
)

// Condition is one part of a Filter scope: the field, by its column's name, has one of the values.
type Condition struct {
	Field  string   `json:"field"`
	Values []string `json:"values"`
}

// Grant is what a role may do with the records of one kind.
type Grant struct {
	Scope  Scope            `json:"scope"`
	Where  []Condition      `json:"where,omitempty"` // of Filter: all hold
	Verbs  []string         `json:"verbs,omitempty"`
	Limits map[string]int64 `json:"limits,omitempty"` // the most a verb may be worth, in minor units of the company's currency
}

// Document is a role's rights. Roles add up; only what is said of fields takes away.
type Document struct {
	Administrator bool                         `json:"administrator,omitempty"` // may all
	Auditor       bool                         `json:"auditor,omitempty"`       // reads the audit
	Manages       bool                         `json:"manages,omitempty"`       // narrower scopes of all roles reach reports and departments below
	Grants        map[id.Kind]Grant            `json:"grants,omitempty"`
	Fields        map[id.Kind]map[string]Sight `json:"fields,omitempty"`   // by their names in the API
	ReadOnly      map[id.Kind][]string         `json:"readOnly,omitempty"` // may be seen, not written
}

// Rights are the rights of all roles that somebody has.
type Rights struct {
	Administrator, Auditor bool
	grants                 map[id.Kind][]Grant
	fields                 map[id.Kind]map[string]Sight
	locked                 map[id.Kind]map[string]bool
	boundless              bool         // as an administrator's, also where a token has only a part of them
	whole                  *Rights      // of which these are a token's part; nil where they are nobody's part
	scopes                 []TokenScope // that made the part
}

// Union adds roles up. Of fields the strictest holds (grants are unions, denials are for fields only). An
// administrator is kept from nothing.
func Union(ds ...Document) *Rights {
	r := &Rights{grants: map[id.Kind][]Grant{}, fields: map[id.Kind]map[string]Sight{}, locked: map[id.Kind]map[string]bool{}}
	manages := slices.ContainsFunc(ds, func(d Document) bool { return d.Manages })
	for _, d := range ds {
		r.Administrator = r.Administrator || d.Administrator
		r.Auditor = r.Auditor || d.Auditor || d.Administrator
		for kind, g := range d.Grants {
			if g.Scope == None || g.Scope == "" {
				continue
			}
			if manages && slices.Contains([]Scope{Own, Reports, Department}, g.Scope) {
				g.Scope = DepartmentTree
			}
			r.grants[kind] = append(r.grants[kind], g)
		}
		for kind, fields := range d.Fields {
			for field, sight := range fields {
				r.deny(kind, field, sight)
			}
		}
		for kind, fields := range d.ReadOnly {
			for _, field := range fields {
				r.lock(kind, field)
			}
		}
	}
	if r.Administrator {
		clear(r.fields)
		clear(r.locked)
	}
	r.boundless = r.Administrator
	r.close()
	return r
}

// close hides what would tell a hidden field.
func (r *Rights) close() {
	var open []ref
	for kind, fields := range r.fields {
		for field, sight := range fields {
			if sight == Hidden {
				open = append(open, ref{kind, field})
			}
		}
	}
	for len(open) > 0 {
		next := open[0]
		open = open[1:]
		for _, t := range tellers[next] {
			if r.fields[t.kind][t.field] != Hidden {
				r.deny(t.kind, t.field, Hidden)
				open = append(open, t)
			}
		}
	}
}

func (r *Rights) deny(kind id.Kind, field string, s Sight) {
	if r.fields[kind] == nil {
		r.fields[kind] = map[string]Sight{}
	}
	if r.fields[kind][field] != Hidden {
		r.fields[kind][field] = s
	}
	r.lock(kind, field) // what cannot be seen cannot be written
}

func (r *Rights) lock(kind id.Kind, field string) {
	if r.locked[kind] == nil {
		r.locked[kind] = map[string]bool{}
	}
	r.locked[kind][field] = true
}

// Grants are those that reach rows of the kind.
func (r *Rights) Grants(kind id.Kind) []Grant {
	if r == nil {
		return nil
	}
	return r.grants[kind]
}

// Allows tells whether some grant has the verb. It then works on every row that the rights reach.
func (r *Rights) Allows(verb string) bool {
	return r != nil && (r.Administrator || slices.ContainsFunc(r.grants[KindOf(verb)], func(g Grant) bool {
		return slices.Contains(g.Verbs, verb)
	}))
}

// Limit is the most that the verb may be worth, in minor units of the company's currency; false where there is none.
func (r *Rights) Limit(verb string) (most int64, limited bool) {
	if r == nil || r.Administrator {
		return 0, false
	}
	for _, g := range r.grants[KindOf(verb)] {
		if !slices.Contains(g.Verbs, verb) {
			continue
		}
		l, ok := g.Limits[verb]
		if !ok {
			return 0, false
		}
		most = max(most, l)
	}
	return most, true
}

// Fields are those of the kind that are not seen whole.
func (r *Rights) Fields(kind id.Kind) map[string]Sight {
	if r == nil {
		return nil
	}
	return r.fields[kind]
}

// Locked tells whether a field of the kind must not be written.
func (r *Rights) Locked(kind id.Kind, field string) bool { return r != nil && r.locked[kind][field] }

// Any tells whether some grant of any kind has one of the scopes.
func (r *Rights) Any(scopes ...Scope) bool {
	if r == nil {
		return false
	}
	for _, gs := range r.grants {
		for _, g := range gs {
			if slices.Contains(scopes, g.Scope) {
				return true
			}
		}
	}
	return false
}

// Kinds are those that grants are given for, in the order of the chain; the parts of a record follow their whole.
func Kinds() []id.Kind {
	return []id.Kind{
		id.Lead, id.Account, id.Contact, id.Product, id.Opportunity, id.Quote, id.Contract, id.Order, id.Shipment,
		id.Acceptance, id.Invoice, id.Payment, id.CreditNote, id.Journey, id.User, id.Department, id.Role,
	}
}

// Verb is a verb of the API: the kind it works on, and the departments that use it in the ready-made roles.
type Verb struct {
	Name string
	Kind id.Kind
	Who  []stage.Department
}

// KindOf is the kind that a verb works on; "" for an unknown verb.
func KindOf(verb string) id.Kind { return verbs[verb].Kind }

// Who are the departments that use a verb, in the order of the chain; none: administrators do.
func Who(verb string) []stage.Department { return slices.Clone(verbs[verb].Who) }

// Verbs are all verbs, by name.
func Verbs() []Verb {
	out := make([]Verb, 0, len(verbs))
	for _, name := range slices.Sorted(maps.Keys(verbs)) {
		v := verbs[name]
		v.Name = name
		out = append(out, v)
	}
	return out
}
