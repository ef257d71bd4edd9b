package people

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/delegation"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

// SuspendUser keeps a user out until they are activated again: their sessions end, their tokens do nothing.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for one who is not active; GUARD_FAILED user.self,
// user.last_administrator; FORBIDDEN user.administrators_only.
func SuspendUser(ctx context.Context, st *store.Store, in UserInput) (string, error) {
	return onUser(ctx, st, "suspendUser", in, in, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		if err := stands(u, user.StatusActive); err != nil {
			return u, err
		}
		return leave(ctx, tx, u, user.StatusSuspended, audit.UserSuspended)
	})
}

// ActivateUser lets a suspended user in again.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for one who is not suspended; FORBIDDEN
// user.administrators_only.
func ActivateUser(ctx context.Context, st *store.Store, in UserInput) (string, error) {
	return onUser(ctx, st, "activateUser", in, in, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		if err := stands(u, user.StatusSuspended); err != nil {
			return u, err
		}
		u, err := flow.Edit(ctx, tx, u, tx.User.UpdateOne(u).SetStatus(user.StatusActive), flow.Newest)
		if err != nil {
			return u, err
		}
		return u, audit.Write(ctx, st, audit.Event{Action: audit.UserActivated, Subject: u.ID})
	})
}

// DisableUser ends a user for good. What they own that is open, and their tokens, have to be somebody else's first
// (R31); what is closed or posted keeps their name.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for one who has left; GUARD_FAILED user.owns_open with what
// is owned, user.has_tokens, user.self, user.last_administrator; FORBIDDEN user.administrators_only.
func DisableUser(ctx context.Context, st *store.Store, in UserInput) (string, error) {
	return onUser(ctx, st, "disableUser", in, in, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		if err := stands(u, user.StatusInvited, user.StatusActive, user.StatusSuspended); err != nil {
			return u, err
		}
		if err := ownsNothing(ctx, tx, u); err != nil {
			return u, err
		}
		if err := uninvite(ctx, tx, u.ID); err != nil {
			return u, err
		}
		if err := endDelegations(ctx, tx, u); err != nil {
			return u, err
		}
		return leave(ctx, tx, u, user.StatusDisabled, audit.UserDisabled)
	})
}

// leave takes a user out of those who may sign in.
func leave(ctx context.Context, tx *store.Tx, u *db.User, to user.Status, action audit.Action) (*db.User, error) {
	if err := notSelf(ctx, u); err != nil {
		return u, err
	}
	takes := u.Status == user.StatusActive && slices.ContainsFunc(u.Edges.Roles, administers)
	err := fewerAdministrators(ctx, tx, takes, func() (err error) {
		u, err = flow.Edit(ctx, tx, u, tx.User.UpdateOne(u).SetStatus(to), flow.Newest)
		return err
	})
	if err != nil {
		return u, err
	}
	if _, err := tx.Session.Delete().Where(session.UserID(u.ID)).Exec(ctx); err != nil {
		return u, err
	}
	return u, audit.Write(ctx, tx.Store, audit.Event{Action: action, Subject: u.ID})
}

// ownsNothing refuses to let a user go who still owns open records or keys.
func ownsNothing(ctx context.Context, tx *store.Tx, u *db.User) error {
	held, err := Holdings(ctx, tx.Client, u.ID, nil)
	if err != nil {
		return err
	}
	count, open := 0, map[string]int{}
	for _, h := range held {
		if h.Open > 0 {
			open[string(h.Kind)] = h.Open
			count += h.Open
		}
	}
	if count > 0 {
		return fault.Guard("user.owns_open").With("count", count).Helping("open", open)
	}
	tokens, err := tx.Token.Query().Where(token.UserID(u.ID), token.RevokedAtIsNil(),
		token.Or(token.ExpiresAtIsNil(), token.ExpiresAtGT(call.Now(ctx)))).Count(ctx)
	if err == nil && tokens > 0 {
		return fault.Guard("user.has_tokens").With("count", tokens)
	}
	return err
}

// endDelegations ends those that a user gave or got.
func endDelegations(ctx context.Context, tx *store.Tx, u *db.User) error {
	today, err := flow.Today(ctx, tx)
	if err != nil {
		return err
	}
	ds, err := tx.Delegation.Query().Where(delegation.Or(delegation.UserID(u.ID), delegation.DelegateID(u.ID)),
		delegation.EndsOnGTE(today)).All(ctx)
	if err != nil {
		return err
	}
	for _, d := range ds {
		if err := endDelegation(ctx, tx, d, today); err != nil {
			return err
		}
	}
	return nil
}
