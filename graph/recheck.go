package graph

import (
	"context"

	"github.com/leadtocash/ltc/ltc/call"
)

// rechecked is a subscription's call by its viewer as their rights are now; whoever opened the socket keeps them.
//
// Errors: UNAUTHENTICATED, FORBIDDEN where they may no longer listen.
func rechecked(ctx context.Context, c call.Call) (call.Call, error) {
	if c.Renew == nil {
		return c, nil
	}
	v, err := c.Renew(ctx)
	return c.As(v), err
}
