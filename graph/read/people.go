package read

import (
	"cmp"
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Viewer is the person who asks.
//
// Errors: NOT_FOUND for a program without a person.
func Viewer(ctx context.Context, st *store.Store) (*db.User, error) {
	userID := call.From(ctx).Viewer.UserID
	u, err := One[*db.User](ctx, st, userID)
	if err == nil && u == nil {
		return nil, fault.NotFound(userID)
	}
	return u, err
}

// Company is the legal entity that sells.
func Company(ctx context.Context, st *store.Store) (*db.LegalEntity, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	return co.LegalEntity, store.Translate(err)
}

// Users are the company's people, by name.
func Users(ctx context.Context, st *store.Store, p Page) (*UserConnection, error) {
	return page[*db.User](ctx, st, listOf(ctx, id.User, &Sort{ByName, Ascending}), p)
}

// Departments are the company's departments, in the order of the chain.
func Departments(ctx context.Context, st *store.Store) ([]*db.Department, error) {
	found, err := allOf[*db.Department](ctx, st, id.Department)
	slices.SortFunc(found, func(a, b *db.Department) int {
		return cmp.Or(cmp.Compare(inChain(a), inChain(b)), cmp.Compare(a.ID, b.ID))
	})
	return found, err
}

func inChain(d *db.Department) int { return slices.Index(stage.Departments(), d.Function) }
