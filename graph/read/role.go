package read

import (
	"cmp"
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

func init() {
	compute(grantsOf, id.Role, "grants", "fields")
	compute(peopleWith, id.Role, "userCount")
	compute(administrators, id.User, "admin")
}

// grantsOf unfolds the documents of roles.
func grantsOf(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return store.Translate(err)
	}
	for _, n := range rs {
		d := n.(*db.Role).Rights
		n.Derive("grants", granted(d, co.Currency))
		n.Derive("fields", fieldRights(d))
	}
	return nil
}

func granted(d role.Document, currency string) []*Grant {
	var out []*Grant
	for _, kind := range role.Kinds() {
		g, ok := d.Grants[kind]
		if !ok {
			continue
		}
		one := &Grant{Kind: kind, Scope: g.Scope, Where: g.Where, Verbs: []*VerbRight{}}
		if g.Where == nil {
			one.Where = []role.Condition{}
		}
		for _, v := range g.Verbs {
			right := &VerbRight{Verb: v}
			if most, ok := g.Limits[v]; ok {
				right.Limit = &money.Amount{Minor: most, Currency: currency}
			}
			one.Verbs = append(one.Verbs, right)
		}
		out = append(out, one)
	}
	return out
}

// fieldRights is what a document says of fields, in the order of their names.
func fieldRights(d role.Document) []*FieldRight {
	out := []*FieldRight{}
	for kind, fields := range d.Fields {
		for field, sight := range fields {
			out = append(out, &FieldRight{Kind: kind, Field: field, Sight: &sight})
		}
	}
	for kind, fields := range d.ReadOnly {
		for _, field := range fields {
			out = append(out, &FieldRight{Kind: kind, Field: field})
		}
	}
	slices.SortFunc(out, byField)
	return out
}

func byField(a, b *FieldRight) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Field, b.Field))
}

// peopleWith counts who has each role and has not left.
func peopleWith(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	us, err := st.Reader().User.Query().Where(user.StatusNEQ(user.StatusDisabled), user.HasRoles()).WithRoles().All(ctx)
	if err != nil {
		return store.Translate(err)
	}
	count := map[string]int{}
	for _, u := range us {
		for _, r := range u.Edges.Roles {
			count[r.ID]++
		}
	}
	for _, n := range rs {
		n.Derive("userCount", count[n.NodeID()])
	}
	return nil
}

// MyRights are what the viewer may see and do, as their roles add up.
func MyRights(ctx context.Context, st *store.Store) (*Rights, error) {
	v := call.From(ctx).Viewer
	out := &Rights{
		Administrator: v.Admin(), Auditor: v.Rights.Auditor, Verbs: []string{}, Kinds: []id.Kind{}, Partial: []id.Kind{},
		Fields: []*FieldRight{},
	}
	for _, verb := range role.Verbs() {
		if access.Allows(v, verb.Name) && v.SeenBy == "" { // who looks through another's eyes does nothing
			out.Verbs = append(out.Verbs, verb.Name)
		}
	}
	for _, kind := range KindsOfAPI() {
		if !slices.Contains(role.Kinds(), kind) && !access.IsPart(kind) {
			continue // of no role's
		}
		if rules, all := access.Rules(v, kind); all || len(rules) > 0 {
			out.Kinds = append(out.Kinds, kind)
			if !all {
				out.Partial = append(out.Partial, kind)
			}
		}
		for field, sight := range access.Mask(v, kind) {
			out.Fields = append(out.Fields, &FieldRight{Kind: kind, Field: field, Sight: &sight})
		}
	}
	slices.SortFunc(out.Fields, byField)
	if v.SeenBy == "" {
		return out, nil
	}
	var err error
	out.SeenAs, err = oneOf[*db.User](ctx, st, v.UserID)
	return out, err
}

// administrators says who of the people may do all.
func administrators(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	us, err := st.Reader().User.Query().Where(user.IDIn(idsOf(rs)...)).WithRoles().All(ctx)
	is := map[string]bool{}
	for _, u := range us {
		is[u.ID] = slices.ContainsFunc(u.Edges.Roles, func(r *db.Role) bool { return r.Rights.Administrator })
	}
	for _, n := range rs {
		n.Derive("admin", is[n.NodeID()])
	}
	return store.Translate(err)
}
