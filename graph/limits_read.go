package graph

import (
	"context"

	"github.com/leadtocash/ltc/graph/gen"
)

// What the server around the API allows; it is told here because the API tells it.
const (
	MostBody    = 1 << 20 // bytes of a request
	MostSockets = 20      // of one person or token, streams among them
)

func (q query) APILimits(ctx context.Context) (*gen.APILimits, error) {
	return q.throttle.limitsOf(ctx), nil
}
