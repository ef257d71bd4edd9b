package search

import (
	"context"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

// Way is how a search is run, which Find chooses by how many records there are.
type Way struct {
	Sampled bool // the index is asked for rare trigrams only
	Newest  bool // records are read from the newest one on
}

// FindBy is Find in one way.
func FindBy(ctx context.Context, st *store.Store, q Query, w Way) ([]*Hit, error) {
	a, err := ask(call.From(ctx).Viewer, q)
	if err != nil {
		return nil, err
	}
	var h holders
	if w.Sampled {
		haystacks, err := some(ctx, st, few, sampled)
		if err != nil {
			return nil, err
		}
		h = holdersOf(haystacks)
	}
	a.pieces = h.pieces(a.words)
	return a.run(ctx, st, w.Newest)
}

// Common tells whether a word is common for who sees all: by how many entries there are, how many of them are sampled,
// and at which places of the sample it is found.
func Common(total, size int, found []uint16, postgres bool) bool {
	return new(asked).common(total, size, found, postgres)
}
