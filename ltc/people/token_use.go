package people

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// ByToken is the viewer of a bearer token.
//
// Errors: as BySession.
func ByToken(ctx context.Context, st *store.Store, secret string) (call.Viewer, error) {
	if !wellFormed(tokenPrefix, secret) {
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	}
	hash := hashSecret(secret)
	who, err := holderOf(ctx, st, string(hash), func() (holder, error) {
		t, err := goodToken(ctx, st, token.TokenHash(hash))
		if err != nil {
			return holder{}, err
		}
		v, err := actsFor(ctx, st, t)
		return holder{t, v}, err
	})
	now := call.Now(ctx)
	switch {
	case err != nil:
		return call.Viewer{}, err
	case who.key.over(now):
		return call.Viewer{}, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	case who.key.SeenAt == nil || now.Sub(*who.key.SeenAt) > touchEvery:
		from := audit.Cut(call.From(ctx).Address, 100)
		err = touched(st, string(hash), st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.Token.Update().Where(token.ID(who.key.Key)).SetLastUsedAt(now).SetLastUsedFrom(from).Exec(ctx)
		}))
	}
	return who.viewer, err
}

// tokenViewer is ByToken for one whose secret was shown before.
func tokenViewer(ctx context.Context, st *store.Store, tokenID string) (call.Viewer, error) {
	t, err := goodToken(ctx, st, token.ID(tokenID))
	if err != nil {
		return call.Viewer{}, err
	}
	return actsFor(ctx, st, t)
}

// actsFor is a token's viewer: its user, with what the token's scopes leave of the user's rights.
func actsFor(ctx context.Context, st *store.Store, t *standing) (call.Viewer, error) {
	v, err := t.viewer(ctx, st)
	v.Principal, v.Kind = t.Key, call.ByToken
	return v, err
}

// goodToken is one that is neither revoked nor over, of a user who is neither kept out nor gone. One who was invited
// and never comes in is a program's: a partner's system, an integration.
func goodToken(ctx context.Context, st *store.Store, which predicate.Token) (*standing, error) {
	day, err := today(ctx, st)
	if err != nil {
		return nil, err
	}
	var found []standing
	err = st.Reader().Token.Query().Where(which, token.RevokedAtIsNil()).Modify(withUser(token.FieldUserID, day), func(s *sql.Selector) {
		s.AppendSelect(sql.As(s.C(token.FieldID), "key"), s.C(token.FieldScopes), sql.As(s.C(token.FieldExpiresAt), "ends_at"),
			sql.As(s.C(token.FieldLastUsedAt), "seen_at"))
	}).Scan(ctx, &found)
	switch {
	case err != nil:
		return nil, store.Translate(err)
	case len(found) == 0, found[0].over(call.Now(ctx)), !found[0].acts():
		return nil, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	}
	return &found[0], nil
}

func (w *standing) over(now time.Time) bool { return w.EndsAt != nil && now.After(*w.EndsAt) }

func (w *standing) acts() bool {
	return w.Status == user.StatusActive || w.Status == user.StatusInvited
}
