package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/department"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// ViewerOf is the viewer that a user is now, whether or not they may sign in.
func ViewerOf(ctx context.Context, st *store.Store, userID string) (call.Viewer, error) {
	return viewerWhere(ctx, st, user.ID(userID))
}

// Viewer is the viewer that an active user is now.
//
// Errors: UNAUTHENTICATED where there is no such user, or they must not sign in.
func Viewer(ctx context.Context, st *store.Store, userID string) (call.Viewer, error) {
	return viewerWhere(ctx, st, user.ID(userID), user.StatusEQ(user.StatusActive))
}

func viewerWhere(ctx context.Context, st *store.Store, which ...predicate.User) (call.Viewer, error) {
	day, err := today(ctx, st)
	if err != nil {
		return call.Viewer{}, err
	}
	var found []standing
	err = st.Reader().User.Query().Where(which...).Modify(withUser(user.FieldID, day)).Scan(ctx, &found)
	switch {
	case err != nil:
		return call.Viewer{}, store.Translate(err)
	case len(found) == 0:
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	return found[0].viewer(ctx, st)
}

// rightsOf are the rights of a user who was read with their roles.
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
func departmentsOf(ctx context.Context, c *db.Client, userID, departmentID string) ([]string, error) {
	from, err := c.Department.Query().Where(department.HeadID(userID)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	if departmentID != "" {
		from = append(from, departmentID)
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
