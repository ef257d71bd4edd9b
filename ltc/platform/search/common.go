package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	sampled  = 2000             // haystacks that tell how common words are
	stale    = 10 * time.Minute // then they are read again
	few      = 20_000           // entries, of which all that is found may be ranked
	partSeen = 100              // one of how many records is taken for seen by who does not see all
	fewest   = 8                // haystacks of the sample tell where words stand; fewer may stand there by chance
)

// So many records are read in the order of their age while the index answers one.
const (
	walkedPostgres = 6
	walkedSQLite   = 2
)

// sample tells how common words are, without asking the database: of some haystacks, which hold each trigram.
type sample struct {
	mu        sync.Mutex
	at        time.Time
	total     int // entries
	haystacks []string
	holders   holders
}

// holders are the haystacks that hold a trigram, by their places from the newest on.
type holders map[string][]uint16

type sampleKey struct{}

// sampleOf is how many entries there are, some of their haystacks, the newest first, and which of these hold a trigram.
func sampleOf(ctx context.Context, st *store.Store) (total int, haystacks []string, h holders, err error) {
	kept, _ := st.Cache.LoadOrStore(sampleKey{}, &sample{})
	return kept.(*sample).fresh(ctx, st)
}

// common tells whether so many records hold the words that reading from the newest one on is less work than the index:
// the one reads down to where the viewer has seen enough, the other all that hold them.
func (a *asked) common(total, size int, found []uint16, postgres bool) bool {
	walked := walkedSQLite
	if postgres {
		walked = walkedPostgres
	}
	read := a.newest()
	if len(a.parted) > 0 {
		read *= partSeen
	}
	enough := 1 + read*size/max(total, 1)
	return size > 0 && len(found) >= max(enough, fewest) && int(found[enough-1]) < walked*len(found)
}

// newest is how many of the records that the viewer sees are ranked where very many hold the words.
func (a *asked) newest() int {
	if len(a.parted) > 0 {
		return newestOfPart
	}
	return newest
}

// holding are the haystacks that hold the words: of those with all trigrams, some have them in other places.
func (h holders) holding(words []word, haystacks []string) []uint16 {
	return slices.DeleteFunc(h.likely(words), func(place uint16) bool { return !holds(haystacks[place], words) })
}

func holds(haystack string, words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return !strings.Contains(haystack, w.code) })
}

// likely are the haystacks with all trigrams of the words.
func (h holders) likely(words []word) []uint16 {
	out := slices.Clone(h[words[0].code[:3]])
	for _, w := range words {
		for i := 0; i < len(w.code)-2 && len(out) > 0; i++ {
			out = both(out, h[w.code[i:i+3]])
		}
	}
	return out
}

// both are the places that two lists share.
func both(a, b []uint16) []uint16 {
	var out []uint16
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return out
}

// fresh reads the sample where it is old, which one caller does for all.
func (s *sample) fresh(ctx context.Context, st *store.Store) (total int, haystacks []string, h holders, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := call.Now(ctx)
	if !s.at.IsZero() && now.Sub(s.at) < stale && s.at.Sub(now) < stale {
		return s.total, s.haystacks, s.holders, nil
	}
	var last int
	if err := st.SQL().QueryRowContext(ctx, "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM search_entries").Scan(&total, &last); err != nil {
		return 0, nil, nil, err
	}
	haystacks, err = some(ctx, st, total, last)
	if err != nil {
		return 0, nil, nil, err
	}
	s.at, s.total, s.haystacks, s.holders = now, total, haystacks, holdersOf(haystacks)
	return s.total, s.haystacks, s.holders, nil
}

func holdersOf(haystacks []string) holders {
	h := holders{}
	for place, haystack := range haystacks {
		for i := range len(haystack) - 2 {
			t := haystack[i : i+3]
			if of := h[t]; len(of) > 0 {
				if of[len(of)-1] != uint16(place) { //nolint:gosec // no more than are sampled
					h[t] = append(of, uint16(place)) //nolint:gosec // as above
				}
			} else {
				h[t] = []uint16{uint16(place)} //nolint:gosec // as above
			}
		}
	}
	return h
}

// some are haystacks from all over the table, the newest first; none where it is small.
func some(ctx context.Context, st *store.Store, total, last int) ([]string, error) {
	if total < few {
		return nil, nil
	}
	ids := make([]any, sampled)
	for i := range ids {
		ids[i] = 1 + i*(last/sampled)
	}
	rows, err := st.SQL().QueryContext(ctx, "SELECT haystack FROM search_entries WHERE id IN "+places(sampled)+" ORDER BY made_at DESC, id DESC", ids...)
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
	return slices.Clip(out), rows.Err()
}

// places are n placeholders.
func places(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ", $%d", i+1)
	}
	return "(" + b.String()[2:] + ")"
}
