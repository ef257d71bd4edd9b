package graph

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// recheckEvery is how long a subscription goes on with the rights that its viewer had.
const recheckEvery = 2 * time.Second

// rechecked is the viewer of a subscription, who may lose rights while it lives.
type rechecked struct{ at time.Time }

// now puts the viewer into the context as their rights are now.
//
// Errors: UNAUTHENTICATED where they may no longer sign in.
func (r *rechecked) now(ctx context.Context, st *store.Store) (context.Context, error) {
	c := call.From(ctx)
	if c.Viewer.UserID == "" || time.Since(r.at) < recheckEvery { //nolint:forbidigo // the age of what this process knows, not of a record
		return ctx, nil
	}
	renew := c.Renew
	if renew == nil {
		renew = func(ctx context.Context) (call.Viewer, error) { return people.Viewer(ctx, st, c.Viewer.UserID) }
	}
	v, err := renew(ctx)
	if err != nil {
		return ctx, err
	}
	r.at = time.Now() //nolint:forbidigo // as above
	return call.With(ctx, c.As(v)), nil
}
