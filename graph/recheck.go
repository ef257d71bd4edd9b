package graph

import (
	"context"

	"github.com/leadtocash/ltc/ltc/call"
)

// rechecked is a subscription's context with its viewer as their rights are now; whoever opened the socket keeps them.
//
// Errors: UNAUTHENTICATED, FORBIDDEN where they may no longer listen.
func rechecked(ctx context.Context) (context.Context, error) {
	c := call.From(ctx)
	if c.Renew == nil {
		return ctx, nil
	}
	v, err := c.Renew(ctx)
	return call.With(ctx, c.As(v)), err
}
