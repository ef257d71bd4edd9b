package read

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// Sessions are the viewer's own open ones, the newest first; nobody else's, whatever the viewer's rights.
func Sessions(ctx context.Context, st *store.Store) ([]*db.Session, error) {
	found, err := allOf[*db.Session](ctx, st, id.Session, own(ctx, session.FieldUserID), narrow(people.SessionOpen(ctx)))
	slices.SortFunc(found, func(a, b *db.Session) int {
		return cmp.Or(b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID))
	})
	return found, err
}

// Tokens are the viewer's own that are not revoked, the newest first; nobody else's, whatever the viewer's rights.
func Tokens(ctx context.Context, st *store.Store) ([]*db.Token, error) {
	found, err := broughtAll[*db.Token](ctx, st, id.Token, own(ctx, token.FieldUserID), sql.FieldIsNull(token.FieldRevokedAt))
	slices.SortFunc(found, func(a, b *db.Token) int {
		return cmp.Or(b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID))
	})
	return found, err
}

// CompanyTokens are those that are not revoked, the newest first, of all that the viewer may see.
func CompanyTokens(ctx context.Context, st *store.Store, in *TokenFilter, p Page) (*TokenConnection, error) {
	f := filterOf(ctx, id.Token)
	f.where = append(f.where, sql.FieldIsNull(token.FieldRevokedAt))
	if in != nil {
		is(&f, token.FieldUserID, in.User)
	}
	return page[*db.Token](ctx, st, listOf(ctx, id.Token, nil, f), p)
}

// MadeToken is a token that was made, with what the operation asks of it.
func MadeToken(ctx context.Context, st *store.Store, made *people.NewToken, err error) (*people.NewToken, error) {
	if err != nil {
		return nil, err
	}
	asked, _ := Asked(ctx).at("token")
	return made, Bring(ctx, st, id.Token, []db.Node{made.Token}, asked)
}

// TokenAt is a token by its id, revoked or not; nil where there is none that the viewer may see.
func TokenAt(ctx context.Context, st *store.Store, tokenID string, err error) (*db.Token, error) {
	if err != nil {
		return nil, err
	}
	found, err := broughtAll[*db.Token](ctx, st, id.Token, sql.FieldEQ(token.FieldID, tokenID))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// own are the rows of the person who asks.
func own(ctx context.Context, column string) narrow {
	return sql.FieldEQ(column, call.From(ctx).Viewer.UserID)
}
