package people

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"hash/crc32"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	shortestPassword = 8
	sessionPrefix    = "ltc_ses_"
	tokenPrefix      = "ltc_pat_"
	sessionIdle      = 12 * time.Hour
	sessionAbsolute  = 30 * 24 * time.Hour
	touchEvery       = time.Minute // a session's last use is written at most so often
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

// SignIn opens a session for a user's e-mail and password, and answers its secret, which is shown to nobody else.
//
// Errors: UNAUTHENTICATED, the same for an unknown e-mail, a wrong password and an inactive user.
func SignIn(ctx context.Context, st *store.Store, email, password, address, agent string) (*db.User, string, error) {
	u, err := st.Reader().User.Query().Where(user.Email(strings.ToLower(strings.TrimSpace(email)))).
		WithDepartment().Only(ctx)
	if err != nil && !store.Missing(err) {
		return nil, "", store.Translate(err)
	}
	hash := nobody
	if u != nil && u.PasswordHash != nil {
		hash = *u.PasswordHash
	}
	hashes <- struct{}{}
	match, err := argon2id.ComparePasswordAndHash(password, hash)
	<-hashes
	if err != nil || !match || u == nil || !u.Active {
		return nil, "", fault.New(fault.CodeUnauthenticated, "signin.failed")
	}
	secret := newSecret(sessionPrefix)
	now := call.Now(ctx)
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Session.Create().SetUserID(u.ID).SetTokenHash(hashSecret(secret)).SetExpiresAt(now.Add(sessionAbsolute)).
			SetLastSeenAt(now).SetAddress(address).SetUserAgent(first(agent, 400)).Exec(ctx)
	})
	return u, secret, err
}

// SignOut ends the session of a secret; one that is over is no error.
func SignOut(ctx context.Context, st *store.Store, secret string) error {
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Session.Delete().Where(session.TokenHash(hashSecret(secret))).Exec(ctx)
		return err
	})
}

// BySession is the viewer of a session's secret.
//
// Errors: UNAUTHENTICATED where it is over or unknown; UNAVAILABLE where the database cannot tell.
func BySession(ctx context.Context, st *store.Store, secret string) (call.Viewer, error) {
	s, err := st.Reader().Session.Query().Where(session.TokenHash(hashSecret(secret))).
		WithUser(func(q *db.UserQuery) { q.WithDepartment() }).Only(ctx)
	if store.Missing(err) {
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	if err != nil {
		return call.Viewer{}, store.Translate(err)
	}
	now := call.Now(ctx)
	if now.After(s.ExpiresAt) || now.Sub(s.LastSeenAt) > sessionIdle || !s.Edges.User.Active {
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	if now.Sub(s.LastSeenAt) > touchEvery {
		err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.Session.UpdateOneID(s.ID).SetLastSeenAt(now).Exec(ctx)
		})
		if err != nil && fault.CodeOf(err) != fault.CodeStorageFull {
			return call.Viewer{}, err
		}
	}
	return ViewerOf(ctx, st, s.Edges.User)
}

// NewToken makes a key with which a program acts for a user, and answers it: it is shown this once only.
func NewToken(ctx context.Context, st *store.Store, email, name string, expires *time.Time) (string, error) {
	u, err := st.Reader().User.Query().Where(user.Email(strings.ToLower(email))).Only(ctx)
	if store.Missing(err) {
		return "", fault.Invalid("user.unknown", map[string]any{"email": email}).At("email")
	}
	if err != nil {
		return "", store.Translate(err)
	}
	secret := newSecret(tokenPrefix)
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Token.Create().SetUserID(u.ID).SetName(name).SetTokenHash(hashSecret(secret)).
			SetNillableExpiresAt(expires).Exec(ctx)
	})
	return secret, err
}

// ByToken is the viewer of a bearer token.
//
// Errors: as BySession.
func ByToken(ctx context.Context, st *store.Store, secret string) (call.Viewer, error) {
	t, err := st.Reader().Token.Query().Where(token.TokenHash(hashSecret(secret)), token.RevokedAtIsNil()).
		WithUser(func(q *db.UserQuery) { q.WithDepartment() }).Only(ctx)
	if store.Missing(err) {
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	}
	if err != nil {
		return call.Viewer{}, store.Translate(err)
	}
	now := call.Now(ctx)
	if t.ExpiresAt != nil && now.After(*t.ExpiresAt) || !t.Edges.User.Active {
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	}
	if t.LastUsedAt == nil || now.Sub(*t.LastUsedAt) > touchEvery {
		err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.Token.UpdateOneID(t.ID).SetLastUsedAt(now).Exec(ctx)
		})
		if err != nil && fault.CodeOf(err) != fault.CodeStorageFull {
			return call.Viewer{}, err
		}
	}
	v, err := ViewerOf(ctx, st, t.Edges.User)
	v.Principal, v.Kind = t.ID, call.ByToken
	return v, err
}

// newSecret is 32 random bytes with a prefix and a checksum, so that scanners of leaked secrets know it.
func newSecret(prefix string) string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails since Go 1.24
	body := base64.RawURLEncoding.EncodeToString(b)
	sum := crc32.ChecksumIEEE([]byte(body))
	return prefix + body + base64.RawURLEncoding.EncodeToString([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
}

func hashSecret(secret string) []byte {
	h := sha256.Sum256([]byte(secret))
	return h[:]
}

func first(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
