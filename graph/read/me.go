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
	found, err := allOf[*db.Token](ctx, st, id.Token, own(ctx, token.FieldUserID), sql.FieldIsNull(token.FieldRevokedAt))
	slices.SortFunc(found, func(a, b *db.Token) int {
		return cmp.Or(b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID))
	})
	return found, err
}

// own are the rows of the person who asks.
func own(ctx context.Context, column string) narrow {
	return sql.FieldEQ(column, call.From(ctx).Viewer.UserID)
}
