package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/people"
)

func (q query) Tokens(ctx context.Context) ([]*db.Token, error) { return read.Tokens(ctx, q.st) }

func (q query) CompanyTokens(ctx context.Context, first *int, after *string, last *int, before *string, in *read.TokenFilter) (*read.TokenConnection, error) {
	return read.CompanyTokens(ctx, q.st, in, pageOf(first, after, last, before))
}

func (m mutation) CreateToken(ctx context.Context, in people.CreateTokenInput) (*people.NewToken, error) {
	made, err := people.CreateToken(ctx, m.st, in)
	return read.MadeToken(ctx, m.st, made, err)
}

func (m mutation) CreateUserToken(ctx context.Context, in people.CreateUserTokenInput) (*people.NewToken, error) {
	made, err := people.CreateUserToken(ctx, m.st, in)
	return read.MadeToken(ctx, m.st, made, err)
}

func (m mutation) RevokeToken(ctx context.Context, in people.RevokeTokenInput) ([]*db.Token, error) {
	if err := people.RevokeToken(ctx, m.st, in); err != nil {
		return nil, err
	}
	return read.Tokens(ctx, m.st)
}

func (m mutation) RevokeUserToken(ctx context.Context, in people.RevokeTokenInput) (*db.Token, error) {
	id, err := people.RevokeUserToken(ctx, m.st, in)
	return read.TokenAt(ctx, m.st, id, err)
}
