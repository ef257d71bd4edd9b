package people

import (
	"cmp"
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

// Nearest is who may do what somebody was refused: their manager, or the manager's, and so on; else somebody of their
// department; else anybody, administrators last. Nil where nobody may. worthMinor is what the verb is about, in minor
// units of the company's currency.
func Nearest(ctx context.Context, st *store.Store, v call.Viewer, verb string, worthMinor int64) (*db.User, error) {
	us, err := st.Reader().User.Query().Where(user.StatusEQ(user.StatusActive), user.IDNEQ(v.UserID)).WithRoles().All(ctx)
	if err != nil {
		return nil, store.Translate(err)
	}
	us = slices.DeleteFunc(us, func(u *db.User) bool {
		rights := rightsOf(u)
		most, limited := rights.Limit(verb)
		return !rights.Allows(verb) || limited && worthMinor > most
	})
	if len(us) == 0 {
		return nil, nil
	}
	above, err := managersOf(ctx, st.Reader(), v.UserID)
	if err != nil {
		return nil, store.Translate(err)
	}
	return slices.MinFunc(us, func(a, b *db.User) int {
		return cmp.Or(cmp.Compare(distance(v, above, a), distance(v, above, b)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	}), nil
}

// distance is how far somebody is from the viewer: managers by their level, colleagues behind them, then all others.
func distance(v call.Viewer, above []string, u *db.User) int {
	far := 100
	switch i := slices.Index(above, u.ID); {
	case i >= 0:
		return i
	case u.DepartmentID != nil && *u.DepartmentID == v.DepartmentID:
		far = 50
	}
	if rightsOf(u).Administrator {
		far += 100
	}
	return far
}

// managersOf are a user's manager, the manager's manager, and so on.
func managersOf(ctx context.Context, c *db.Client, userID string) ([]string, error) {
	var above []string
	for at := userID; at != ""; {
		u, err := c.User.Get(ctx, at)
		if err != nil || u.ManagerID == nil || slices.Contains(above, *u.ManagerID) {
			return above, ignoreMissing(err)
		}
		at = *u.ManagerID
		above = append(above, at)
	}
	return above, nil
}

func ignoreMissing(err error) error {
	if store.Missing(err) {
		return nil
	}
	return err
}
