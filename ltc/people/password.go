package people

import (
	"context"

	"github.com/alexedwards/argon2id"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	shortestPassword = 8
	longestPassword  = 1000
)

// hashes bounds how many passwords are hashed at once: each takes 64 MB, and sign-ins must not starve reads.
var hashes = make(chan struct{}, 2)

// hashing are the parameters of the hash: 64 MB, two passes.
var hashing = &argon2id.Params{Memory: 64 * 1024, Iterations: 2, Parallelism: 2, SaltLength: 16, KeyLength: 32}

// nobody is compared with when the e-mail is unknown, so that the answer takes as long (no enumeration).
const nobody = "$argon2id$v=19$m=65536,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$3x6sYpEQ1pT1gOFH0rM0lW3T2m4R0bq0o7lA4bVw8nQ"

// hashOf is the password's hash; nil for no password.
func hashOf(password string) (*string, error) {
	if password == "" {
		return nil, nil
	}
	hashes <- struct{}{}
	defer func() { <-hashes }()
	h, err := argon2id.CreateHash(password, hashing)
	return &h, err
}

// matches tells whether the password is the user's; nil is a user who is not there, or has none. What has been tried
// too often is refused: it is counted after waiting for a place, so that many attempts at once do not slip through.
//
// Errors: THROTTLED.
func matches(ctx context.Context, st *store.Store, email string, u *db.User, password string) (match bool, err error) {
	var subject string
	var over bool
	err = inTurn(ctx, func() error { // nothing in here waits for a writer, who may wait for a place
		if subject, over, err = overtried(ctx, st, email); err != nil || over {
			return err
		}
		match, err = compare(u, password)
		return err
	})
	if over {
		return false, tooMany(ctx, st, subject)
	}
	return match, err
}

// inTurn does f when one of the places for hashing is free.
func inTurn(ctx context.Context, f func() error) error {
	select {
	case hashes <- struct{}{}:
		defer func() { <-hashes }()
		return f()
	case <-ctx.Done():
		return store.Translate(ctx.Err())
	}
}

func compare(u *db.User, password string) (bool, error) {
	hash, has := nobody, u != nil && u.PasswordHash != nil
	if has {
		hash = *u.PasswordHash
	}
	match, err := argon2id.ComparePasswordAndHash(password, hash)
	return match && has, err
}

// ChangePassword changes the viewer's own password and ends all their other sessions. Their tokens stay.
//
// Errors: FORBIDDEN for a token; INVALID signin.password_wrong, user.password_short; THROTTLED.
func ChangePassword(ctx context.Context, st *store.Store, in ChangePasswordInput) (string, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return "", err
	}
	var p fault.Problems
	p.Unless(len(in.New) >= shortestPassword, "new", "user.password_short")
	p.Short("new", &in.New, longestPassword)
	if err := p.Err(); err != nil {
		return "", err
	}
	u, err := st.Reader().User.Get(ctx, v.UserID)
	if err != nil {
		return "", store.Translate(err)
	}
	match, err := matches(ctx, st, u.Email, u, in.Current)
	if err != nil {
		return "", err
	}
	if !match {
		return "", failed(ctx, st, u.Email, fault.Invalid("signin.password_wrong", nil).At("current"))
	}
	hash, err := hashOf(in.New)
	if err != nil {
		return "", err
	}
	return u.ID, setPassword(ctx, st, u.ID, hash)
}

func setPassword(ctx context.Context, st *store.Store, userID string, hash *string) error {
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Lock(ctx, userID); err != nil {
			return err
		}
		if err := tx.User.UpdateOneID(userID).SetNillablePasswordHash(hash).Exec(ctx); err != nil {
			return err
		}
		if err := uninvite(ctx, tx, userID); err != nil { // a link for a forgotten password is of no use any more
			return err
		}
		ended, err := tx.Session.Delete().
			Where(session.UserID(userID), session.IDNEQ(call.From(ctx).SessionID)).Exec(ctx)
		if err != nil {
			return err
		}
		return audit.Write(ctx, st, audit.Event{
			Action: audit.PasswordChanged, Subject: userID, Details: map[string]any{"sessionsEnded": ended},
		})
	})
}
