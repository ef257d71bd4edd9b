// Package search finds records by any part of their numbers and names, in Chinese, by pinyin and by initials, on both
// databases by an index over trigrams. What it knows of records it keeps in entries of its own, which a reader of the
// log makes: whoever writes a record pays nothing. Who sees a record is asked of the living record.
package search

import (
	"context"
	"encoding/json"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Hit is a record that was found.
type Hit struct {
	Kind     id.Kind
	RecordID string
	Number   *string
	Title    string
	Matches  []*Match
	Record   db.Node // where it was asked for

	texts map[string]string
}

// Find answers the records that the viewer sees and that hold all words of a text, the best first: by a whole number,
// phone or name, then by the beginning of the name, then by any part, then by its sound; among these accounts and
// contacts before what is about them, and the newest.
//
// Errors: INVALID search.text, search.words, search.kind, page.size.
func Find(ctx context.Context, st *store.Store, q Query) ([]*Hit, error) {
	a, err := ask(call.From(ctx).Viewer, q)
	if err != nil || len(a.words) == 0 || len(a.kinds) == 0 {
		return []*Hit{}, err
	}
	total, haystacks, holders, err := sampleOf(ctx, st)
	if err != nil {
		return nil, store.Translate(err)
	}
	a.pieces = holders.pieces(a.words)
	hits, err := a.run(ctx, st, a.common(total, len(haystacks), holders.holding(a.words, haystacks), st.Postgres()))
	if err != nil {
		return nil, store.Translate(err)
	}
	for _, h := range hits {
		if !q.Plain {
			a.mark(h)
		}
	}
	return hits, nil
}

func (a *asked) run(ctx context.Context, st *store.Store, common bool) ([]*Hit, error) {
	text, args := a.statement(st.Dialect(), common)
	rows, err := st.SQL().QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	hits := []*Hit{}
	for len(hits) < a.first && rows.Next() {
		h := &Hit{}
		var number, texts string
		if err := rows.Scan(&h.Kind, &h.RecordID, &number, &h.Title, &texts); err != nil {
			return nil, err
		}
		if !a.plain {
			if err := json.Unmarshal([]byte(texts), &h.texts); err != nil {
				return nil, err
			}
		}
		if number != "" {
			h.Number = &number
		}
		if h.Title == "" {
			h.Title = number
		}
		hits = append(hits, h)
	}
	return hits, rows.Err()
}
