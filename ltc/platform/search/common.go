package search

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	sampled  = 1000             // haystacks that tell how common words are
	stale    = 10 * time.Minute // then they are read again
	few      = 20_000           // entries, of which all that is found may be ranked
	partSeen = 100              // one of how many records is taken for seen by who does not see all
)

// sample tells how common words are, without asking the database.
type sample struct {
	mu        sync.Mutex
	at        time.Time
	total     int
	haystacks []string
}

type sampleKey struct{}

// common tells whether so many records hold the words that reading from the newest one on is less work than the index:
// the one reads newest/share records, the other total*share.
func (a *asked) common(ctx context.Context, st *store.Store) (bool, error) {
	kept, _ := st.Cache.LoadOrStore(sampleKey{}, &sample{})
	s := kept.(*sample)
	total, share, err := s.share(ctx, st, a.words)
	if err != nil || total < few {
		return false, err
	}
	seen := 1.0
	for _, k := range a.kinds {
		if access.Partial(a.viewer, k) {
			seen = 1.0 / partSeen
		}
	}
	return share*share*float64(total)*seen > newest, nil
}

// share is how many entries there are, and the share of them that hold all words.
func (s *sample) share(ctx context.Context, st *store.Store, words []word) (int, float64, error) {
	total, haystacks, err := s.fresh(ctx, st)
	if err != nil || total < few || len(haystacks) == 0 {
		return total, 0, err
	}
	n := 0
	for _, h := range haystacks {
		if holds(h, words) {
			n++
		}
	}
	return total, float64(n) / float64(len(haystacks)), nil
}

func holds(haystack string, words []word) bool {
	for _, w := range words {
		if !strings.Contains(haystack, w.code) {
			return false
		}
	}
	return true
}

// fresh reads the sample where it is old, which one caller does for all.
func (s *sample) fresh(ctx context.Context, st *store.Store) (int, []string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := call.Now(ctx)
	if !s.at.IsZero() && now.Sub(s.at) < stale && s.at.Sub(now) < stale {
		return s.total, s.haystacks, nil
	}
	var total, last int
	if err := st.SQL().QueryRowContext(ctx, "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM search_entries").Scan(&total, &last); err != nil {
		return 0, nil, err
	}
	haystacks, err := some(ctx, st, total, last)
	if err != nil {
		return 0, nil, err
	}
	s.at, s.total, s.haystacks = now, total, haystacks
	return total, haystacks, nil
}

// some are haystacks from all over the table; none where it is small.
func some(ctx context.Context, st *store.Store, total, last int) ([]string, error) {
	if total < few {
		return nil, nil
	}
	ids := make([]any, sampled)
	for i := range ids {
		ids[i] = 1 + i*(last/sampled)
	}
	rows, err := st.SQL().QueryContext(ctx, "SELECT haystack FROM search_entries WHERE id IN "+places(0, sampled), ids...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var h string
		if err := rows.Scan(&h); err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, rows.Err()
}
