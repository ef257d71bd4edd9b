package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/store"
)

// Found is what a search finds, with the records where they are asked for: one statement, and one for each kind of them.
func Found(ctx context.Context, st *store.Store, text string, kinds []id.Kind, first *int) ([]*search.Hit, error) {
	q := search.Query{Text: text, Kinds: kinds, First: 20}
	if first != nil {
		q.First = *first
	}
	selection := Asked(ctx)
	_, matches := selection.at("matches")
	q.Plain = !matches
	hits, err := search.Find(ctx, st, q)
	if err != nil {
		return nil, err
	}
	s, asked := selection.at("record")
	if !asked {
		return hits, nil
	}
	return hits, foundRecords(ctx, st, hits, s)
}

// foundRecords reads the records of hits, each kind's at once.
func foundRecords(ctx context.Context, st *store.Store, hits []*search.Hit, s Selection) error {
	ids := map[id.Kind][]string{}
	for _, h := range hits {
		ids[h.Kind] = append(ids[h.Kind], h.RecordID)
	}
	byID := map[string]db.Node{}
	for kind, of := range ids {
		found, err := nodes(ctx, st, kind, of)
		if err != nil {
			return err
		}
		if err := Bring(ctx, st, kind, found, s.as(kind)); err != nil {
			return err
		}
		for _, n := range found {
			byID[n.NodeID()] = n
		}
	}
	for _, h := range hits {
		h.Record = byID[h.RecordID]
	}
	return nil
}
