package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
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
	t, err := goodToken(ctx, st, token.TokenHash(hashSecret(secret)))
	if err != nil {
		return call.Viewer{}, err
	}
	now, from := call.Now(ctx), audit.Cut(call.From(ctx).Address, 100)
	if t.LastUsedAt == nil || now.Sub(*t.LastUsedAt) > touchEvery {
		err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.Token.Update().Where(token.ID(t.ID)).SetLastUsedAt(now).SetLastUsedFrom(from).Exec(ctx)
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

// actsFor is a token's viewer: its user, with what the token's scopes leave of the user's rights.
func actsFor(ctx context.Context, st *store.Store, t *db.Token) (call.Viewer, error) {
	v, err := ViewerOf(ctx, st, t.Edges.User)
	v.Principal, v.Kind, v.Rights = t.ID, call.ByToken, v.Rights.Narrow(t.Scopes)
	return v, err
}

// goodToken is one that is neither revoked nor over, of a user who is neither kept out nor gone. One who was invited
// and never comes in is a program's: a partner's system, an integration.
func goodToken(ctx context.Context, st *store.Store, which predicate.Token) (*db.Token, error) {
	t, err := st.Reader().Token.Query().Where(which, token.RevokedAtIsNil()).WithUser(WithRights).Only(ctx)
	switch {
	case err != nil && !store.Missing(err):
		return nil, store.Translate(err)
	case err != nil, t.ExpiresAt != nil && call.Now(ctx).After(*t.ExpiresAt), !actsAs(t.Edges.User):
		return nil, fault.New(fault.CodeUnauthenticated, "signin.token_wrong")
	}
	return t, nil
}

func actsAs(u *db.User) bool { return u.Status == user.StatusActive || u.Status == user.StatusInvited }
