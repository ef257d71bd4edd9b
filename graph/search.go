package graph

import (
	"context"

	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/platform/search"
)

func (q query) Search(ctx context.Context, text string, kinds []id.Kind, first *int) ([]*search.Hit, error) {
	return read.Found(ctx, q.st, text, kinds, first)
}
