package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// CreateUserToken makes a key with which a program acts for another user, who may be one that only programs act for:
// invited, and never come in. Its secret is shown this once.
//
// Errors: as CreateToken; NOT_FOUND; TRANSITION_NOT_ALLOWED for one who is kept out or has left; FORBIDDEN
// user.administrators_only.
func CreateUserToken(ctx context.Context, st *store.Store, in CreateUserTokenInput) (*NewToken, error) {
	if err := flow.Kind(id.User, in.UserID); err != nil {
		return nil, err
	}
	w := wish{in.Name, in.Scopes, in.ExpiresAt}
	if err := w.clean(call.Now(ctx)); err != nil {
		return nil, err
	}
	var made *NewToken
	verb := flow.Verb{Name: "createUserToken", In: in, On: []string{in.UserID}}
	_, before, err := flow.Attempt(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (r stage.Record, err error) {
		if _, err = personAt(ctx, tx, in.UserID, user.StatusInvited, user.StatusActive); err != nil {
			return r, err
		}
		if made, err = addToken(ctx, st, in.UserID, w); err != nil {
			return r, err
		}
		return stage.Record{Kind: id.Token, ID: made.Token.ID, Version: made.Token.Version}, nil
	})
	return shown(made, before, err)
}

// personAt is a user in one of the states, whom only administrators may work on if they are one.
func personAt(ctx context.Context, tx *store.Tx, userID string, in ...user.Status) (*db.User, error) {
	u, err := tx.User.Query().Where(user.ID(userID)).WithRoles().Only(ctx)
	if store.Missing(err) {
		err = fault.NotFound(userID)
	}
	if err == nil {
		err = mayGive(ctx, u.Edges.Roles)
	}
	if err == nil {
		err = stands(u, in...)
	}
	return u, err
}

// RevokeUserToken ends anybody's token.
//
// Errors: NOT_FOUND, also for one that is revoked; FORBIDDEN user.administrators_only.
func RevokeUserToken(ctx context.Context, st *store.Store, in RevokeTokenInput) (string, error) {
	if err := flow.Kind(id.Token, in.ID); err != nil {
		return "", err
	}
	verb := flow.Verb{Name: "revokeUserToken", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (r stage.Record, err error) {
		t, err := tx.Token.Query().Where(token.ID(in.ID), token.RevokedAtIsNil()).
			WithUser(func(q *db.UserQuery) { q.WithRoles() }).Only(ctx)
		if store.Missing(err) {
			err = fault.NotFound(in.ID)
		}
		if err == nil {
			err = mayGive(ctx, t.Edges.User.Edges.Roles)
		}
		if err != nil {
			return r, err
		}
		if t, err = tx.Token.UpdateOne(t).SetRevokedAt(call.Now(ctx)).Save(ctx); err != nil {
			return r, err
		}
		return stage.Record{Kind: id.Token, ID: t.ID, Version: t.Version}, audit.Write(ctx, st, audit.Event{
			Action: audit.TokenRevoked, Subject: t.ID, Details: map[string]any{"name": t.Name, "user": t.UserID},
		})
	})
}
