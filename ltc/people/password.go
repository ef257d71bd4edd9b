package people

import (
	"context"
	"time"

	"github.com/alexedwards/argon2id"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	shortestPassword = 8
	longestPassword  = 1000
)

// hashes bounds how many passwords are hashed at once: each takes 64 MB, and sign-ins must not starve reads. Who waits for
// longer than hashWait is told to come back.
var hashes = make(chan struct{}, 2)

const hashWait = 5 * time.Second

// hashing are the parameters of the hash: 64 MB, two passes.
var hashing = &argon2id.Params{Memory: 64 * 1024, Iterations: 2, Parallelism: 2, SaltLength: 16, KeyLength: 32}

// nobody is compared with when the e-mail is unknown, so that the answer takes as long (no enumeration).
const nobody = "$argon2id$v=19$m=65536,t=2,p=2$c2FsdHNhbHRzYWx0c2FsdA$3x6sYpEQ1pT1gOFH0rM0lW3T2m4R0bq0o7lA4bVw8nQ"

// hashOf is the password's hash; nil for no password.
//
// Errors: UNAVAILABLE signin.busy.
func hashOf(ctx context.Context, password string) (hash *string, err error) {
	if password == "" {
		return nil, nil
	}
	err = inTurn(ctx, func() error {
		h, err := argon2id.CreateHash(password, hashing)
		hash = &h
		return err
	})
	return hash, err
}

// matches tells whether the password is the user's; nil is a user who is not there, or has none. What has been tried
// too often is refused: it is counted after waiting for a place, so that many attempts at once do not slip through.
//
// Errors: THROTTLED; UNAVAILABLE signin.busy.
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

// inTurn does f when one of the places for hashing is free, unless that takes too long.
func inTurn(ctx context.Context, f func() error) error {
	patience := time.NewTimer(hashWait)
	defer patience.Stop()
	select {
	case hashes <- struct{}{}:
		defer func() { <-hashes }()
		return f()
	case <-patience.C:
		return fault.New(fault.CodeUnavailable, "signin.busy").With("retryAfter", 5)
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

// ChangePassword changes the viewer's own password and ends all their other sessions. Their tokens stay. A retry by
// the same key is known by the key alone: no trace of a password is kept to compare it with.
//
// Errors: FORBIDDEN for a token; INVALID signin.password_wrong, user.password_short; THROTTLED.
func ChangePassword(ctx context.Context, st *store.Store, in ChangePasswordInput) (string, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return "", err
	}
	if err := in.check(); err != nil {
		return "", err
	}
	if _, done, err := st.Done(ctx, "changePassword", nil); err != nil || done {
		return v.UserID, err
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
	hash, err := hashOf(ctx, in.New)
	if err != nil {
		return "", err
	}
	return u.ID, setPassword(ctx, st, u.ID, hash)
}

func (in ChangePasswordInput) check() error {
	var p fault.Problems
	p.Unless(len(in.New) >= shortestPassword, "new", "user.password_short")
	p.Short("new", &in.New, longestPassword)
	return p.Err()
}

func setPassword(ctx context.Context, st *store.Store, userID string, hash *string) error {
	_, _, err := st.Once(ctx, "changePassword", nil, func(ctx context.Context, tx *store.Tx) (store.Ref, error) {
		if err := tx.Lock(ctx, userID); err != nil {
			return store.Ref{}, err
		}
		return store.Ref{Kind: id.User, ID: userID}, replacePassword(ctx, st, tx, userID, hash)
	})
	return err
}

func replacePassword(ctx context.Context, st *store.Store, tx *store.Tx, userID string, hash *string) error {
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
}
