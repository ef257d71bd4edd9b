package people

import (
	"context"
	"encoding/hex"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

// Identity is who the company's identity provider says that somebody is.
type Identity struct {
	Issuer, Subject, Email string
	EmailVerified          bool
}

// key is how a user's identity is kept.
func (i Identity) key() string {
	k := i.Issuer + "|" + i.Subject
	if len(k) > 255 {
		k = hex.EncodeToString(hashSecret(k))
	}
	return k
}

// SignInWith opens a session for the user of an identity: the one who is known by it, else the active or invited one
// of its verified e-mail, who is known by it from then on. Nobody is made. The provider asks for a second factor, where
// the company wants one.
//
// Errors: UNAUTHENTICATED signin.oidc_unknown.
func SignInWith(ctx context.Context, st *store.Store, who Identity) (*db.User, string, error) {
	var u *db.User
	var secret string
	err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		known, err := identified(ctx, tx, who)
		if err != nil {
			return err
		}
		if u, err = locked(ctx, tx, known.ID); err != nil {
			return err
		}
		ctx = asUser(ctx, u.ID)
		if u, err = remembered(ctx, tx, u, who.key()); err != nil {
			return err
		}
		secret, err = open(ctx, tx, u, session.MethodOidc, "")
		return err
	})
	if f := fault.Of(err); f != nil && f.Code == fault.CodeUnauthenticated {
		return nil, "", failed(ctx, st, who.key(), f) // not by the e-mail: others' guesses must not count for it
	}
	return u, secret, err
}

func identified(ctx context.Context, tx *store.Tx, who Identity) (*db.User, error) {
	u, err := tx.User.Query().Where(user.OidcSubject(who.key())).Only(ctx)
	if err == nil || !store.Missing(err) {
		return u, err
	}
	email := account(who.Email)
	if !who.EmailVerified || email == "" {
		return nil, fault.New(fault.CodeUnauthenticated, "signin.oidc_unknown")
	}
	u, err = tx.User.Query().Where(user.Email(email)).Only(ctx)
	if store.Missing(err) {
		err = fault.New(fault.CodeUnauthenticated, "signin.oidc_unknown")
	}
	return u, err
}

// remembered is a user who may come in by an identity, active and known by it. One who is known by another does not
// become somebody else because an e-mail was given to another person.
func remembered(ctx context.Context, tx *store.Tx, u *db.User, key string) (*db.User, error) {
	mayEnter := u.Status == user.StatusActive || u.Status == user.StatusInvited
	if !mayEnter || u.OidcSubject != nil && *u.OidcSubject != key {
		return nil, fault.New(fault.CodeUnauthenticated, "signin.oidc_unknown")
	}
	if u.OidcSubject == nil {
		if err := tx.User.UpdateOneID(u.ID).SetOidcSubject(key).Exec(ctx); err != nil {
			return nil, err
		}
	}
	if u.Status == user.StatusActive {
		return u, nil
	}
	if err := uninvite(ctx, tx, u.ID); err != nil {
		return nil, err
	}
	entered, err := flow.Edit(ctx, tx, u, tx.User.UpdateOneID(u.ID).SetStatus(user.StatusActive), u.Version)
	if err != nil {
		return nil, err
	}
	return entered, audit.Write(ctx, tx.Store, audit.Event{
		Action: audit.InvitationUsed, Subject: u.ID, Details: map[string]any{"method": string(session.MethodOidc)},
	})
}
