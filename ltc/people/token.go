package people

import (
	"context"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	tokenGood    = 90 * 24 * time.Hour // where nobody says until when
	tokenLongest = 366 * 24 * time.Hour
	tokenName    = 50 // characters
)

// CreateToken makes a key with which a program acts for the viewer; its secret is shown this once.
//
// Errors: FORBIDDEN for a token; INVALID for an empty name or a day that is past or more than a year away; CONFLICT
// token.shown for a retry by the same key, which makes none and cannot show the secret again.
func CreateToken(ctx context.Context, st *store.Store, in CreateTokenInput) (*NewToken, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	now := call.Now(ctx)
	until := now.Add(tokenGood)
	if in.ExpiresAt != nil {
		until = in.ExpiresAt.UTC().Truncate(time.Microsecond)
	}
	in.Name = strings.TrimSpace(in.Name)
	var p fault.Problems
	p.Required("name", in.Name)
	p.Short("name", &in.Name, tokenName)
	p.Unless(until.After(now) && !until.After(now.Add(tokenLongest)), "expiresAt", "token.expiry")
	if err := p.Err(); err != nil {
		return nil, err
	}
	var made *NewToken
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		made = nil
		_, err := tx.Once(ctx, "createToken", in, func() (ref store.Ref, err error) {
			if made, err = addToken(ctx, st, v.UserID, in.Name, &until); err != nil {
				return ref, err
			}
			return store.Ref{Kind: id.Token, ID: made.Token.ID, Version: made.Token.Version}, nil
		})
		return err
	})
	if err == nil && made == nil {
		err = fault.New(fault.CodeConflict, "token.shown")
	}
	return made, err
}

// IssueToken makes a token for the user of an e-mail, as an administrator does at the server; nil is without an end.
//
// Errors: INVALID user.unknown.
func IssueToken(ctx context.Context, st *store.Store, email, name string, expires *time.Time) (string, error) {
	u, err := userOf(ctx, st, email)
	if err != nil {
		return "", err
	}
	t, err := addToken(ctx, st, u.ID, name, expires)
	if err != nil {
		return "", err
	}
	return t.Secret, nil
}

// userOf is the user of an e-mail that an administrator typed.
func userOf(ctx context.Context, st *store.Store, email string) (*db.User, error) {
	u, err := st.Reader().User.Query().Where(user.Email(account(email))).Only(ctx)
	if store.Missing(err) {
		return nil, fault.Invalid("user.unknown", map[string]any{"email": email}).At("email")
	}
	return u, store.Translate(err)
}

func addToken(ctx context.Context, st *store.Store, userID, name string, expires *time.Time) (*NewToken, error) {
	secret := newSecret(tokenPrefix)
	var t *db.Token
	err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		t, err = tx.Token.Create().SetUserID(userID).SetName(name).SetTokenHash(hashSecret(secret)).
			SetHint(secret[len(secret)-4:]).SetNillableExpiresAt(expires).Save(ctx)
		if err != nil {
			return err
		}
		return audit.Write(ctx, st, audit.Event{
			Action: audit.TokenCreated, Subject: t.ID, Details: map[string]any{"name": name, "user": userID},
		})
	})
	return &NewToken{Token: t, Secret: secret}, err
}

// RevokeToken ends one of the viewer's own tokens.
//
// Errors: NOT_FOUND, also for one that is revoked.
func RevokeToken(ctx context.Context, st *store.Store, in RevokeTokenInput) error {
	v, err := self(ctx)
	if err != nil {
		return err
	}
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.Token.Update().Where(token.ID(in.ID), token.UserID(v.UserID), token.RevokedAtIsNil()).
			SetRevokedAt(call.Now(ctx)).Save(ctx)
		if err != nil {
			return err
		}
		if n == 0 {
			return fault.NotFound(in.ID)
		}
		return audit.Write(ctx, st, audit.Event{Action: audit.TokenRevoked, Subject: in.ID})
	})
}

// ByToken is the viewer of a bearer token.
//
// Errors: as BySession.
func ByToken(ctx context.Context, st *store.Store, secret string) (call.Viewer, error) {
	t, err := goodToken(ctx, st, token.TokenHash(hashSecret(secret)))
	if err != nil {
		return call.Viewer{}, err
	}
	now := call.Now(ctx)
	if t.LastUsedAt == nil || now.Sub(*t.LastUsedAt) > touchEvery {
		err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.Token.Update().Where(token.ID(t.ID)).SetLastUsedAt(now).Exec(ctx)
		})
		if err != nil && fault.CodeOf(err) != fault.CodeStorageFull {
			return call.Viewer{}, err
		}
	}
	return actsFor(ctx, st, t)
}

// tokenViewer is ByToken for one whose secret was shown before.
func tokenViewer(ctx context.Context, st *store.Store, tokenID string) (call.Viewer, error) {
	t, err := goodToken(ctx, st, token.ID(tokenID))
	if err != nil {
		return call.Viewer{}, err
	}
	return actsFor(ctx, st, t)
}

func actsFor(ctx context.Context, st *store.Store, t *db.Token) (call.Viewer, error) {
	v, err := ViewerOf(ctx, st, t.Edges.User)
	v.Principal, v.Kind = t.ID, call.ByToken
	return v, err
}

// goodToken is one that is neither revoked nor over, of an active user.
func goodToken(ctx context.Context, st *store.Store, which predicate.Token) (*db.Token, error) {
	t, err := st.Reader().Token.Query().Where(which, token.RevokedAtIsNil()).WithUser(WithRights).Only(ctx)
	switch {
	case err != nil && !store.Missing(err):
		return nil, store.Translate(err)
	case err != nil, t.ExpiresAt != nil && call.Now(ctx).After(*t.ExpiresAt), t.Edges.User.Status != user.StatusActive:
		return nil, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	}
	return t, nil
}
