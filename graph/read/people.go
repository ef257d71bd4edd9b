package read

import (
	"cmp"
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/delegation"
	dbrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Viewer is the person who asks.
//
// Errors: NOT_FOUND for a program without a person.
func Viewer(ctx context.Context, st *store.Store) (*db.User, error) {
	userID := call.From(ctx).Viewer.UserID
	u, err := oneOf[*db.User](ctx, st, userID)
	if err == nil && u == nil {
		return nil, fault.NotFound(userID)
	}
	return u, err
}

// Company is the legal entity that sells.
func Company(ctx context.Context, st *store.Store) (*db.LegalEntity, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	return co.LegalEntity, store.Translate(err)
}

func (in *UserFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.User)
	if in == nil {
		return f
	}
	among(&f, user.FieldStatus, in.Status)
	is(&f, user.FieldDepartmentID, in.Department)
	if in.Role != nil {
		f.where = append(f.where, user.HasRolesWith(dbrole.ID(*in.Role), rows(ctx, id.Role)))
	}
	f.holds(in.Text, user.FieldName, user.FieldEmail)
	return f
}

// Users are the company's people, by name.
func Users(ctx context.Context, st *store.Store, in *UserFilter, p Page) (*UserConnection, error) {
	return page[*db.User](ctx, st, listOf(ctx, id.User, &Sort{ByName, Ascending}, in.conditions(ctx)), p)
}

// Departments are the company's departments: in the order of the chain, each after the one that it belongs to.
func Departments(ctx context.Context, st *store.Store) ([]*db.Department, error) {
	found, err := broughtAll[*db.Department](ctx, st, id.Department)
	slices.SortFunc(found, func(a, b *db.Department) int {
		return cmp.Or(cmp.Compare(inChain(a), inChain(b)), cmp.Compare(a.ID, b.ID))
	})
	return asTree(found), err
}

func inChain(d *db.Department) int { return slices.Index(stage.Departments(), d.Function) }

// asTree lists departments depth first. One whose parent is not among them stands at the top; so does what a circle
// would hide.
func asTree(ds []*db.Department) []*db.Department {
	below := map[string][]*db.Department{}
	for _, d := range ds {
		parent := ""
		if d.ParentID != nil && slices.ContainsFunc(ds, func(p *db.Department) bool { return p.ID == *d.ParentID }) {
			parent = *d.ParentID
		}
		below[parent] = append(below[parent], d)
	}
	out, listed := make([]*db.Department, 0, len(ds)), map[string]bool{}
	var list func([]*db.Department)
	list = func(level []*db.Department) {
		for _, d := range level {
			if !listed[d.ID] {
				listed[d.ID] = true
				out = append(out, d)
				list(below[d.ID])
			}
		}
	}
	list(below[""])
	list(ds)
	return out
}

// Roles are the roles that the viewer may see, the ready-made ones first.
func Roles(ctx context.Context, st *store.Store) ([]*db.Role, error) {
	found, err := broughtAll[*db.Role](ctx, st, id.Role)
	ready := map[string]int{}
	for i, b := range role.Builtins() {
		ready[b.Key] = i - len(role.Builtins()) // below zero, where a company's own roles stand
	}
	slices.SortFunc(found, func(a, b *db.Role) int {
		return cmp.Or(cmp.Compare(ready[a.Key], ready[b.Key]), cmp.Compare(a.Name.EN, b.Name.EN), cmp.Compare(a.ID, b.ID))
	})
	return found, err
}

// Delegations are those of today and later that the viewer may see, the first to begin first.
func Delegations(ctx context.Context, st *store.Store) ([]*db.Delegation, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	today := co.Calendar.Today(call.Now(ctx))
	found, err := broughtAll[*db.Delegation](ctx, st, id.Delegation, delegation.EndsOnGTE(today))
	slices.SortFunc(found, func(a, b *db.Delegation) int {
		return cmp.Or(a.StartsOn.Compare(b.StartsOn), cmp.Compare(a.ID, b.ID))
	})
	return found, err
}

// Holdings are how many records a user owns, of those that the viewer may see; none of a user whom they do not see.
func Holdings(ctx context.Context, st *store.Store, userID string) ([]*people.Holding, error) {
	seen, err := nodes(ctx, st, id.User, []string{userID})
	if err != nil || len(seen) == 0 {
		return []*people.Holding{}, err
	}
	held, err := people.Holdings(ctx, st.Reader(), userID, func(k id.Kind) narrow { return rows(ctx, k) })
	return held, store.Translate(err)
}

// InvitedUser is who was invited, read after the commit with what the operation asks of them.
func InvitedUser(ctx context.Context, st *store.Store, made *people.Invited, err error) (*people.Invited, error) {
	if err != nil {
		return nil, err
	}
	rs, err := nodes(ctx, st, id.User, []string{made.User.ID})
	if err != nil || len(rs) == 0 {
		return nil, err
	}
	made.User = rs[0].(*db.User)
	asked, _ := Asked(ctx).at("user")
	return made, Bring(ctx, st, id.User, rs, asked)
}

// broughtAll is allOf with what the operation asks of the records.
func broughtAll[T db.Node](ctx context.Context, st *store.Store, kind id.Kind, where ...narrow) ([]T, error) {
	found, err := allOf[T](ctx, st, kind, where...)
	if err != nil {
		return nil, err
	}
	rs := make([]db.Node, len(found))
	for i, n := range found {
		rs[i] = n
	}
	return found, Bring(ctx, st, kind, rs, Asked(ctx))
}
