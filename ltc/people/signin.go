package people

import (
	"context"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Credentials are what somebody signs in with. Code is of the second factor, where they have one.
type Credentials struct{ Email, Password, Code string }

// SignIn opens a session for a user's credentials, and answers its secret, which is shown to nobody else.
//
// Errors: UNAUTHENTICATED signin.failed, the same and after the same time for an unknown e-mail, a wrong password and
// an inactive user; signin.code_needed, signin.code_wrong once the password was right; THROTTLED.
func SignIn(ctx context.Context, st *store.Store, in Credentials) (*db.User, string, error) {
	email := account(in.Email)
	u, err := st.Reader().User.Query().Where(user.Email(email)).Only(ctx)
	if err != nil && !store.Missing(err) {
		return nil, "", store.Translate(err)
	}
	match, err := matches(ctx, st, email, u, in.Password)
	switch {
	case fault.Of(err) != nil:
		return nil, "", err
	case err != nil || !match || u.Status != user.StatusActive:
		return nil, "", failed(ctx, st, email, fault.New(fault.CodeUnauthenticated, "signin.failed").Because(err))
	}
	return OpenSession(ctx, st, u.ID, session.MethodPassword, in.Code)
}

// OpenSession opens a session for an active user who has shown by the method who they are; the code is asked for where
// they have a second factor. Each session has a new id and a new secret.
//
// Errors: UNAUTHENTICATED signin.failed, signin.code_needed, signin.code_wrong; THROTTLED for too many wrong codes.
func OpenSession(ctx context.Context, st *store.Store, userID string, by session.Method, code string) (*db.User, string, error) {
	u, err := st.Reader().User.Get(ctx, userID)
	if err != nil {
		return nil, "", store.Translate(err)
	}
	if code != "" {
		if err := throttled(ctx, st, u.Email); err != nil {
			return nil, "", err
		}
	}
	var secret string
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		if u, err = locked(ctx, tx, userID); err != nil {
			return err
		}
		if u.Status != user.StatusActive {
			return fault.New(fault.CodeUnauthenticated, "signin.failed")
		}
		factor, err := secondStep(ctx, tx, u, code)
		if err == nil {
			secret, err = open(ctx, tx, u, by, factor)
		}
		return err
	})
	if f := fault.Of(err); f != nil && f.Rule == wrongCode {
		return nil, "", failed(ctx, st, u.Email, f)
	}
	return u, secret, err
}

// locked is a user as they are now, whom nobody else changes in this way until the transaction ends.
func locked(ctx context.Context, tx *store.Tx, userID string) (*db.User, error) {
	if err := tx.Lock(ctx, userID); err != nil {
		return nil, err
	}
	return tx.User.Get(ctx, userID)
}

// secondStep asks who has a second factor for a code of it, and answers which one opened.
func secondStep(ctx context.Context, tx *store.Tx, u *db.User, code string) (opened string, err error) {
	if u.TotpConfirmedAt == nil {
		return "", nil
	}
	if strings.TrimSpace(code) == "" {
		return "", fault.New(fault.CodeUnauthenticated, "signin.code_needed")
	}
	opened, err = useCode(ctx, tx, u, code)
	if err == nil && opened == "" {
		err = fault.New(fault.CodeUnauthenticated, wrongCode)
	}
	return opened, err
}

// open makes the session, forgets the user's that are over, and writes it down.
func open(ctx context.Context, tx *store.Tx, u *db.User, by session.Method, factor string) (string, error) {
	c, secret := call.From(ctx), newSecret(sessionPrefix)
	_, err := tx.Session.Delete().Where(session.UserID(u.ID), session.Or(
		session.ExpiresAtLTE(c.Now), session.LastSeenAtLT(c.Now.Add(-sessionIdle)),
	)).Exec(ctx)
	if err != nil {
		return "", err
	}
	err = tx.Session.Create().SetUserID(u.ID).SetTokenHash(hashSecret(secret)).SetExpiresAt(c.Now.Add(sessionAbsolute)).
		SetLastSeenAt(c.Now).SetMethod(by).SetAddress(c.Address).SetUserAgent(audit.Cut(c.UserAgent, 400)).Exec(ctx)
	if err != nil {
		return "", err
	}
	details := map[string]any{"method": string(by)}
	if factor != "" {
		details["factor"] = factor
	}
	err = audit.Write(asUser(ctx, u.ID), tx.Store, audit.Event{Action: audit.SignedIn, Subject: u.Email, Details: details})
	return secret, err
}

// SignOut ends the session of a secret; one that is over is no error.
func SignOut(ctx context.Context, st *store.Store, secret string) error {
	s, err := st.Reader().Session.Query().Where(session.TokenHash(hashSecret(secret))).WithUser().Only(ctx)
	if store.Missing(err) {
		return nil
	}
	if err != nil {
		return store.Translate(err)
	}
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.Session.Delete().Where(session.ID(s.ID)).Exec(ctx)
		if err != nil || n == 0 {
			return err
		}
		return audit.Write(asUser(ctx, s.UserID), st, audit.Event{Action: audit.SignedOut, Subject: s.Edges.User.Email})
	})
}

const (
	sessionIdle     = 12 * time.Hour
	sessionAbsolute = 30 * 24 * time.Hour
	touchEvery      = time.Minute // a session's last use is written at most so often
)
