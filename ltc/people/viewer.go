package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/delegation"
	"github.com/leadtocash/ltc/ent/db/department"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// WithRights has a query of users bring what ViewerOf needs.
func WithRights(q *db.UserQuery) { q.WithDepartment().WithRoles() }

// ViewerOf is the viewer that a user is now: their roles' rights, for whom they stand in today, and who reports to
// them where a role asks for it. The user was read WithRights.
func ViewerOf(ctx context.Context, st *store.Store, u *db.User) (call.Viewer, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return call.Viewer{}, err
	}
	v := call.Viewer{Principal: u.ID, Kind: call.ByUser, UserID: u.ID, LegalEntityID: co.ID, Rights: rightsOf(u)}
	if dep := u.Edges.Department; dep != nil {
		v.DepartmentID, v.Department = dep.ID, dep.Function
	}
	if v.Admin() {
		return v, nil
	}
	today := co.Calendar.Today(call.Now(ctx))
	err = st.Reader().Delegation.Query().
		Where(delegation.DelegateID(u.ID), delegation.StartsOnLTE(today), delegation.EndsOnGTE(today)).
		Select(delegation.FieldUserID).Scan(ctx, &v.Delegators)
	if err != nil {
		return v, store.Translate(err)
	}
	if v.Rights.Any(role.Reports, role.DepartmentTree) {
		if v.Reports, err = reportsOf(ctx, st.Reader(), u.ID); err != nil {
			return v, store.Translate(err)
		}
	}
	if v.Rights.Any(role.DepartmentTree) {
		v.Below, err = departmentsOf(ctx, st.Reader(), u)
	}
	return v, store.Translate(err)
}

func rightsOf(u *db.User) *role.Rights {
	var ds []role.Document
	for _, r := range u.Edges.Roles {
		ds = append(ds, r.Rights)
	}
	return role.Union(ds...)
}

// reportsOf are all who report to a user, over however many levels.
func reportsOf(ctx context.Context, c *db.Client, userID string) ([]string, error) {
	return below(userID, func(above []string) ([]string, error) {
		return c.User.Query().Where(user.ManagerIDIn(above...)).IDs(ctx)
	})
}

// departmentsOf are the user's own department and those that they head, with all below them.
func departmentsOf(ctx context.Context, c *db.Client, u *db.User) ([]string, error) {
	from, err := c.Department.Query().Where(department.HeadID(u.ID)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	if u.DepartmentID != nil {
		from = append(from, *u.DepartmentID)
	}
	var all []string
	for _, d := range from {
		under, err := below(d, func(above []string) ([]string, error) {
			return c.Department.Query().Where(department.ParentIDIn(above...)).IDs(ctx)
		})
		if err != nil {
			return nil, err
		}
		all = append(append(all, d), under...)
	}
	return all, nil
}

// below are all that stand under one, level by level.
func below(top string, next func(above []string) ([]string, error)) ([]string, error) {
	seen := map[string]bool{top: true}
	var all []string
	for level := []string{top}; len(level) > 0; { // each once: a circle ends too
		found, err := next(level)
		if err != nil {
			return nil, err
		}
		level = nil
		for _, f := range found {
			if !seen[f] {
				seen[f] = true
				level = append(level, f)
			}
		}
		all = append(all, level...)
	}
	return all, nil
}

// Viewer is the viewer that an active user is now.
//
// Errors: UNAUTHENTICATED where there is no such user, or they must not sign in.
func Viewer(ctx context.Context, st *store.Store, userID string) (call.Viewer, error) {
	q := st.Reader().User.Query().Where(user.ID(userID), user.StatusEQ(user.StatusActive))
	WithRights(q)
	u, err := q.Only(ctx)
	if store.Missing(err) {
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	if err != nil {
		return call.Viewer{}, store.Translate(err)
	}
	return ViewerOf(ctx, st, u)
}
