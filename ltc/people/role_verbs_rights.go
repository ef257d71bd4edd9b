package people

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// document is what was sent in as a role keeps it.
//
// Errors: INVALID at what there is not; FORBIDDEN user.administrators_only.
func (in RightsInput) document(ctx context.Context, tx *store.Tx) (role.Document, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return role.Document{}, err
	}
	d := role.Document{
		Administrator: in.Administrator != nil && *in.Administrator, Auditor: in.Auditor != nil && *in.Auditor,
		Manages: in.Manages != nil && *in.Manages,
	}
	if err := mayGive(ctx, []*db.Role{{Rights: d}}); err != nil {
		return d, err
	}
	for i, g := range in.Grants {
		at := fmt.Sprintf("rights.grants.%d", i)
		if _, twice := d.Grants[g.Kind]; twice {
			return d, wrong("role.kind_twice", at+".kind", "kind", g.Kind)
		}
		grant, err := g.grant(at, co.Currency)
		if err != nil {
			return d, err
		}
		put(&d.Grants, g.Kind, grant)
	}
	for i, f := range in.Fields {
		if err := f.into(&d, fmt.Sprintf("rights.fields.%d", i)); err != nil {
			return d, err
		}
	}
	return d, nil
}

// grant checks what is granted of a kind.
func (in GrantInput) grant(at, currency string) (role.Grant, error) {
	g := role.Grant{Scope: in.Scope}
	switch {
	case !slices.Contains(role.Kinds(), in.Kind):
		return g, wrong("role.kind_ungrantable", at+".kind", "kind", in.Kind)
	case !slices.Contains(role.Scopes(), in.Scope):
		return g, wrong("role.scope_unknown", at+".scope", "scope", in.Scope)
	case in.Scope == role.Filter && len(in.Where) == 0:
		return g, wrong("role.filter_needed", at+".where", "kind", in.Kind)
	case in.Scope != role.Filter && len(in.Where) > 0:
		return g, wrong("role.filter_unused", at+".where", "kind", in.Kind)
	}
	for i, c := range in.Where {
		at := fmt.Sprintf("%s.where.%d", at, i)
		if !access.Filterable(in.Kind, c.Field) {
			return g, fault.Invalid("role.filter_field", map[string]any{"kind": string(in.Kind), "field": c.Field}).At(at + ".field")
		}
		if len(c.Values) == 0 {
			return g, wrong("role.filter_values", at+".values", "field", c.Field)
		}
		g.Where = append(g.Where, c)
	}
	for i, v := range in.Verbs {
		if err := v.into(&g, in.Kind, fmt.Sprintf("%s.verbs.%d", at, i), currency); err != nil {
			return g, err
		}
	}
	return g, nil
}

func (in VerbRightInput) into(g *role.Grant, kind id.Kind, at, currency string) error {
	if role.KindOf(in.Verb) != kind {
		return fault.Invalid("role.verb_unknown", map[string]any{"kind": string(kind), "verb": in.Verb}).At(at + ".verb")
	}
	most, err := money.MinorOf(currency, at+".limit", in.Limit)
	if err != nil {
		return err
	}
	if most != nil {
		put(&g.Limits, in.Verb, *most)
	}
	if !slices.Contains(g.Verbs, in.Verb) {
		g.Verbs = append(g.Verbs, in.Verb)
	}
	return nil
}

// into keeps what is said of a field; what is seen whole and may be written needs no word.
func (in FieldRightInput) into(d *role.Document, at string) error {
	switch {
	case in.Sight != nil && *in.Sight != role.Masked && *in.Sight != role.Hidden:
		return wrong("role.sight_unknown", at+".sight", "sight", *in.Sight)
	case in.Sight != nil:
		fields := d.Fields[in.Kind]
		put(&fields, in.Field, *in.Sight)
		put(&d.Fields, in.Kind, fields)
	case in.Writable != nil && !*in.Writable && !slices.Contains(d.ReadOnly[in.Kind], in.Field):
		put(&d.ReadOnly, in.Kind, append(d.ReadOnly[in.Kind], in.Field))
	}
	return nil
}

func wrong[T ~string](rule, at, param string, value T) *fault.Error {
	return fault.Invalid(rule, map[string]any{param: string(value)}).At(at)
}

// put keeps a value in a map that may not be there yet: a document says nothing rather than an empty map.
func put[K comparable, V any](m *map[K]V, k K, v V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[k] = v
}

// difference is one thing that a role said and says.
type difference struct {
	What string `json:"what"`
	Was  any    `json:"was"`
	Is   any    `json:"is"`
}

// differences are what changes from one document to another, kind by kind.
func differences(was, is role.Document) []difference {
	out := []difference{}
	add := func(what string, a, b any) {
		if !reflect.DeepEqual(a, b) {
			out = append(out, difference{what, a, b})
		}
	}
	add("administrator", was.Administrator, is.Administrator)
	add("auditor", was.Auditor, is.Auditor)
	add("manages", was.Manages, is.Manages)
	for kind := range db.Tables {
		add("grants."+string(kind), in(was.Grants, kind), in(is.Grants, kind))
		add("fields."+string(kind), in(was.Fields, kind), in(is.Fields, kind))
		add("readOnly."+string(kind), in(was.ReadOnly, kind), in(is.ReadOnly, kind))
	}
	slices.SortFunc(out, func(a, b difference) int {
		if a.What < b.What {
			return -1
		}
		return 1
	})
	return out
}

// in is a map's value, or nothing where it has none.
func in[V any](m map[id.Kind]V, kind id.Kind) any {
	if v, ok := m[kind]; ok {
		return v
	}
	return nil
}
