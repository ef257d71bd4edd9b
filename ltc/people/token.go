package people

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	tokenGood    = 90 * 24 * time.Hour // where nobody says until when
	tokenLongest = 366 * 24 * time.Hour
	tokenName    = 50 // characters
)

// wish is a token as somebody asks for it.
type wish struct {
	name   string
	scopes []role.TokenScope
	until  *time.Time
}

// clean fills in what was not said: without scopes a new token reads, and it is good for 90 days.
//
// Errors: INVALID for an empty name or a day that is past or more than a year away.
func (w *wish) clean(now time.Time) error {
	until := now.Add(tokenGood)
	if w.until != nil {
		until = w.until.UTC().Truncate(time.Microsecond)
	}
	w.until = &until
	w.name = strings.TrimSpace(w.name)
	if len(w.scopes) == 0 {
		w.scopes = []role.TokenScope{role.Read}
	}
	w.scopes = slices.Compact(slices.Sorted(slices.Values(w.scopes)))
	var p fault.Problems
	p.Required("name", w.name)
	p.Short("name", &w.name, tokenName)
	p.Unless(until.After(now) && !until.After(now.Add(tokenLongest)), "expiresAt", "token.expiry")
	return p.Err()
}

// CreateToken makes a key with which a program acts for the viewer; its secret is shown this once.
//
// Errors: FORBIDDEN for a token; INVALID for an empty name or a day that is past or more than a year away; CONFLICT
// token.shown for a retry by the same key, which makes none and cannot show the secret again.
func CreateToken(ctx context.Context, st *store.Store, in CreateTokenInput) (*NewToken, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	w := wish{in.Name, in.Scopes, in.ExpiresAt}
	if err := w.clean(call.Now(ctx)); err != nil {
		return nil, err
	}
	var made *NewToken
	_, before, err := st.Once(ctx, "createToken", in, func(ctx context.Context, _ *store.Tx) (ref store.Ref, err error) {
		if made, err = addToken(ctx, st, v.UserID, w); err != nil {
			return ref, err
		}
		return store.Ref{Kind: id.Token, ID: made.Token.ID, Version: made.Token.Version}, nil
	})
	return shown(made, before, err)
}

// shown is a token that was just made; a retry made none that stands.
func shown(made *NewToken, before bool, err error) (*NewToken, error) {
	switch {
	case err != nil:
		return nil, err
	case before:
		return nil, fault.New(fault.CodeConflict, "token.shown")
	}
	return made, nil
}

// IssueToken makes a token for the user of an e-mail, as an administrator does at the server; nil is without an end,
// and without scopes it may all that its user may.
//
// Errors: INVALID user.unknown.
func IssueToken(
	ctx context.Context, st *store.Store, email, name string, expires *time.Time, scopes ...role.TokenScope,
) (string, error) {
	u, err := userOf(ctx, st, email)
	if err != nil {
		return "", err
	}
	t, err := addToken(ctx, st, u.ID, wish{name, scopes, expires})
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

func addToken(ctx context.Context, st *store.Store, userID string, w wish) (*NewToken, error) {
	secret := newSecret(tokenPrefix)
	var t *db.Token
	err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		t, err = tx.Token.Create().SetUserID(userID).SetName(w.name).SetTokenHash(hashSecret(secret)).
			SetHint(secret[len(secret)-4:]).SetScopes(w.scopes).SetNillableExpiresAt(w.until).Save(ctx)
		if err != nil {
			return err
		}
		return audit.Write(ctx, st, audit.Event{Action: audit.TokenCreated, Subject: t.ID, Details: map[string]any{
			"name": w.name, "user": userID, "scopes": w.scopes,
		}})
	})
	return &NewToken{Token: t, Secret: secret}, err
}

// RevokeToken ends one of the viewer's own tokens.
//
// Errors: NOT_FOUND, also for one that is revoked; FORBIDDEN token.scope.
func RevokeToken(ctx context.Context, st *store.Store, in RevokeTokenInput) error {
	v, err := self(ctx)
	if err != nil {
		return err
	}
	_, _, err = st.Once(ctx, "revokeToken", in, func(ctx context.Context, tx *store.Tx) (store.Ref, error) {
		n, err := tx.Token.Update().Where(token.ID(in.ID), token.UserID(v.UserID), token.RevokedAtIsNil()).
			SetRevokedAt(call.Now(ctx)).Save(ctx)
		if err == nil && n == 0 {
			err = fault.NotFound(in.ID)
		}
		if err != nil {
			return store.Ref{}, err
		}
		return store.Ref{Kind: id.Token, ID: in.ID}, audit.Write(ctx, st, audit.Event{Action: audit.TokenRevoked, Subject: in.ID})
	})
	return err
}
