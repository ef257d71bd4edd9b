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
	sampled = 2000             // haystacks that tell how common words are
	stale   = 10 * time.Minute // then they are read again
)

// sample tells how common words are, without asking the database: of some haystacks, which hold each trigram.
type sample struct {
	at        time.Time
	total     int // entries
	haystacks []string
	holders   holders
}

// sampler keeps the last sample, which one caller reads for all.
type sampler struct {
	mu      sync.Mutex
	last    *sample
	reading chan struct{} // closed once whoever reads the next is done; nil while nobody does
}

type samplerKey struct{}

// sampleOf is how many entries there are, some of their haystacks, the newest first, and which of these hold a trigram.
func sampleOf(ctx context.Context, st *store.Store) (total int, haystacks []string, h holders, err error) {
	kept, _ := st.Cache.LoadOrStore(samplerKey{}, &sampler{})
	s, err := kept.(*sampler).get(ctx, st)
	if err != nil {
		return 0, nil, nil, err
	}
	return s.total, s.haystacks, s.holders, nil
}

// get is the last sample. Who finds it old reads it anew; meanwhile others do with the old one, or wait where there is
// none at all.
func (k *sampler) get(ctx context.Context, st *store.Store) (*sample, error) {
	for {
		last, others := k.enter(call.Now(ctx))
		switch {
		case last != nil:
			return last, nil
		case others == nil:
			return k.renew(ctx, st)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-others: // who may have failed
		}
	}
}

// enter is the last sample that will do, or for whom to wait; neither is for who has to read the next.
func (k *sampler) enter(now time.Time) (last *sample, others <-chan struct{}) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.reading != nil || k.last != nil && now.Sub(k.last.at).Abs() < stale {
		return k.last, k.reading
	}
	k.reading = make(chan struct{})
	return nil, nil
}

// renew reads the next sample, and keeps it.
func (k *sampler) renew(ctx context.Context, st *store.Store) (s *sample, err error) {
	defer func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		if s != nil {
			k.last = s
		}
		close(k.reading)
		k.reading = nil
	}()
	return newSample(ctx, st)
}

func newSample(ctx context.Context, st *store.Store) (*sample, error) {
	s := &sample{at: call.Now(ctx)}
	var last int
	err := st.SQL().QueryRowContext(ctx, "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM search_entries").Scan(&s.total, &last)
	if err != nil {
		return nil, err
	}
	if s.haystacks, err = some(ctx, st, s.total, last); err != nil {
		return nil, err
	}
	s.holders = holdersOf(s.haystacks)
	return s, nil
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
