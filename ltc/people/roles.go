package people

import (
	"context"
	"maps"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	entrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// installRoles makes the ready-made roles that are missing, and gives a user without any the one of their department:
// a database from before there were roles has such users.
func installRoles(ctx context.Context, tx *store.Tx) error {
	for _, b := range role.Builtins() {
		has, err := tx.Role.Query().Where(entrole.Key(b.Key)).Exist(ctx)
		if err != nil {
			return err
		}
		if has {
			continue
		}
		err = tx.Role.Create().SetKey(b.Key).SetName(b.Name).SetDescription(b.Description).SetBuiltin(true).
			SetRights(b.Rights).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return giveRoles(ctx, tx)
}

func giveRoles(ctx context.Context, tx *store.Tx) error {
	us, err := tx.User.Query().Where(user.Not(user.HasRoles()), user.HasDepartment()).WithDepartment().All(ctx)
	if err != nil {
		return err
	}
	without := map[string][]string{}
	for _, u := range us {
		key := string(u.Edges.Department.Function)
		without[key] = append(without[key], u.ID)
	}
	rs, err := rolesKeyed(ctx, tx.Client, slices.Collect(maps.Keys(without))...)
	if err != nil {
		return err
	}
	for _, r := range rs {
		if err := tx.Role.UpdateOne(r).AddUserIDs(without[r.Key]...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// readyMade are the roles that somebody new gets who is given none.
func readyMade(d stage.Department, admin bool, given []string) []string {
	if len(given) == 0 {
		given = []string{string(d)}
	}
	if admin {
		return append(slices.Clone(given), role.Administrator)
	}
	return given
}

// rolesKeyed are ready-made roles.
func rolesKeyed(ctx context.Context, c *db.Client, keys ...string) ([]*db.Role, error) {
	return c.Role.Query().Where(entrole.KeyIn(keys...)).All(ctx)
}

// rolesAt are the roles of ids; one that is not there is refused.
func rolesAt(ctx context.Context, tx *store.Tx, ids []string) ([]*db.Role, error) {
	found, err := tx.Role.Query().Where(entrole.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, wanted := range ids {
		if !slices.ContainsFunc(found, func(r *db.Role) bool { return r.ID == wanted }) {
			return nil, fault.Invalid("user.role_unknown", map[string]any{"role": wanted}).At("roleIds")
		}
	}
	return found, nil
}

// AssignRoles gives a user exactly these roles.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID user.role_unknown; GUARD_FAILED user.last_administrator; FORBIDDEN
// user.administrators_only.
func AssignRoles(ctx context.Context, st *store.Store, in AssignRolesInput) (string, error) {
	at := UserInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion}
	return onUser(ctx, st, "assignRoles", in, at, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		is, err := rolesAt(ctx, tx, in.RoleIDs)
		if err != nil {
			return u, err
		}
		if err := mayGive(ctx, is); err != nil {
			return u, err
		}
		was := u.Edges.Roles
		takes := slices.ContainsFunc(was, administers) && !slices.ContainsFunc(is, administers)
		err = fewerAdministrators(ctx, tx, takes, func() (err error) {
			u, err = tx.User.UpdateOneID(u.ID).ClearRoles().AddRoles(is...).AddVersion(1).Save(ctx)
			return err
		})
		if err != nil {
			return u, err
		}
		return u, audit.Write(ctx, st, audit.Event{Action: audit.RolesAssigned, Subject: u.ID, Details: map[string]any{
			"was": roleNames(was), "is": roleNames(is),
		}})
	})
}

// roleNames are the roles' English names, sorted.
func roleNames(rs []*db.Role) []string {
	names := make([]string, len(rs))
	for i, r := range rs {
		names[i] = r.Name.EN
	}
	slices.Sort(names)
	return names
}
