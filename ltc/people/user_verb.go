package people

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	entrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// onUser runs a verb on a user at a version, who comes with their roles. An administrator is nobody's but
// administrators': who may run people must not become one by taking their place.
func onUser(
	ctx context.Context, st *store.Store, verb string, in any, at UserInput,
	f func(context.Context, *store.Tx, *db.User) (*db.User, error),
) (string, error) {
	userID, _, err := onUserAnd(ctx, st, verb, in, at, nil, f)
	return userID, err
}

// onUserAnd is onUser for a verb that changes further records, or answers more than the user (flow.Attempt).
func onUserAnd(
	ctx context.Context, st *store.Store, verb string, in any, at UserInput, more []string,
	f func(context.Context, *store.Tx, *db.User) (*db.User, error),
) (userID string, before bool, err error) {
	if err := flow.Kind(id.User, at.ID); err != nil {
		return "", false, err
	}
	v := flow.Verb{Name: verb, In: in, On: append([]string{at.ID}, more...)}
	return flow.Attempt(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		u, err := tx.User.Query().Where(user.ID(at.ID)).WithRoles().Only(ctx)
		if store.Missing(err) {
			return stage.Record{}, fault.NotFound(at.ID).At("id")
		}
		if err != nil {
			return stage.Record{}, err
		}
		if err := flow.Expect(u.LogRecord(), at.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		if err := mayGive(ctx, u.Edges.Roles); err != nil {
			return stage.Record{}, err
		}
		return told(f(ctx, tx, u))
	})
}

// told is what a verb answers of the record that was saved, or why it was not.
func told[R stage.Logged](saved R, err error) (stage.Record, error) {
	if err != nil {
		return stage.Record{}, err
	}
	return saved.LogRecord(), nil
}

// mayGive refuses who is no administrator the roles that would make one.
func mayGive(ctx context.Context, roles []*db.Role) error {
	if !call.From(ctx).Viewer.Admin() && slices.ContainsFunc(roles, administers) {
		return fault.New(fault.CodeForbidden, "user.administrators_only")
	}
	return nil
}

func administers(r *db.Role) bool { return r.Rights.Administrator }

// fewerAdministrators does what may take an administrator away, and refuses it where none that is active would be left.
// One such change at a time: two administrators must not each remove the other.
func fewerAdministrators(ctx context.Context, tx *store.Tx, takes bool, change func() error) error {
	if !takes {
		return change()
	}
	if err := tx.Lock(ctx, "administrators"); err != nil {
		return err
	}
	if err := change(); err != nil {
		return err
	}
	all, err := tx.Role.Query().All(ctx)
	if err != nil {
		return err
	}
	var ids []string
	for _, r := range all {
		if administers(r) {
			ids = append(ids, r.ID)
		}
	}
	left, err := tx.User.Query().Where(user.StatusEQ(user.StatusActive), user.HasRolesWith(entrole.IDIn(ids...))).Exist(ctx)
	if err == nil && !left {
		return fault.Guard("user.last_administrator")
	}
	return err
}

// notSelf refuses what nobody may do to themself.
func notSelf(ctx context.Context, u *db.User) error {
	if call.From(ctx).Viewer.UserID == u.ID {
		return fault.Guard("user.self")
	}
	return nil
}
