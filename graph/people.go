package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
)

func (q query) Node(ctx context.Context, id string) (db.Node, error) { return read.Node(ctx, q.st, id) }

func (q query) Viewer(ctx context.Context) (*db.User, error) { return read.Viewer(ctx, q.st) }

func (q query) Company(ctx context.Context) (*db.LegalEntity, error) { return read.Company(ctx, q.st) }

func (q query) Users(ctx context.Context, first *int, after *string, last *int, before *string) (*read.UserConnection, error) {
	return read.Users(ctx, q.st, pageOf(first, after, last, before))
}

func (q query) Departments(ctx context.Context) ([]*db.Department, error) {
	return read.Departments(ctx, q.st)
}
