package graph

import (
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// crowd are all who follow now, by who they are: whoever sees only some changes has it looked up for all others too
// whether they may see this one.
type crowd struct {
	mu      sync.Mutex
	parties map[string]*party // by the print of their viewer
	sights  shared[int64, map[string]bool]
	asked   map[id.Kind]seers
}

// seers is the question who of some viewers sees what happens to a record.
type seers struct {
	prints []string // of the viewers, sorted
	*read.Seers
}

// party are the subscriptions of one viewer.
type party struct {
	viewer call.Viewer
	of     map[*following]bool
	asks   map[string]*known // by what is asked
}

// known is what was found out of a question, while somebody asks it.
type known struct {
	by int // how many subscriptions
	of map[question]asks
}

// enter counts a subscription to who its caller is by now.
func (c *crowd) enter(f *following, a *asker) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forget(f)
	if f.ctx.Err() != nil { // it has left
		return
	}
	if c.parties == nil {
		c.parties = map[string]*party{}
	}
	p := c.parties[a.print]
	if p == nil {
		p = &party{a.viewer, map[*following]bool{}, map[string]*known{}}
		c.parties[a.print] = p
	}
	p.of[f], f.print = true, a.print
	if p.asks[f.asked] == nil {
		p.asks[f.asked] = &known{of: map[question]asks{}}
	}
	p.asks[f.asked].by++
}

func (c *crowd) leave(f *following) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forget(f)
}

func (c *crowd) forget(f *following) {
	p := c.parties[f.print]
	if p == nil || !p.of[f] {
		return
	}
	if delete(p.of, f); len(p.of) == 0 {
		delete(c.parties, f.print)
	}
	if len(c.parties) == 0 {
		c.parties, c.asked = nil, nil // with the room that they had
	}
	k := p.asks[f.asked]
	if k.by--; k.by == 0 {
		delete(p.asks, f.asked)
	}
}

// ask is what a party asks; the first of them finds it out.
func (c *crowd) ask(print string, q question, find func() asks) asks {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.parties[print]
	if p == nil || p.asks[q.asked] == nil {
		return find()
	}
	all := p.asks[q.asked].of
	a, there := all[q]
	if !there {
		a = find()
		all[q] = a
	}
	return a
}

// wanting are the viewers, by their prints, of those who want a change and see only some of such.
func (c *crowd) wanting(ch *db.Change) map[string]call.Viewer {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := map[string]call.Viewer{}
	for who, p := range c.parties {
		if some, _ := access.Changes(p.viewer, ch.SubjectKind); some == nil {
			continue
		}
		for f := range p.of {
			if f.filter.Matches(ch) {
				out[who] = p.viewer
				break
			}
		}
	}
	return out
}

// seers is the question who of some sees what happens to a record of a kind; the same people ask it again and again.
func (c *crowd) seers(st *store.Store, kind id.Kind, all map[string]call.Viewer) seers {
	prints := slices.Sorted(maps.Keys(all))
	c.mu.Lock()
	q := c.asked[kind]
	c.mu.Unlock()
	if slices.Equal(q.prints, prints) && q.Seers != nil {
		return q
	}
	viewers := make([]call.Viewer, len(prints))
	for i, who := range prints {
		viewers[i] = all[who]
	}
	q = seers{prints, read.SeersOf(st, kind, viewers)}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.parties) == 0 { // they have left
		return q
	}
	if c.asked == nil {
		c.asked = map[id.Kind]seers{}
	}
	c.asked[kind] = q
	return q
}

// sees tells whether the caller may see a change.
func (f *following) sees(ctx context.Context, a *asker, c *db.Change, later func()) (bool, error) {
	if q := f.about(a, c.SubjectKind); q.all || !q.some {
		return q.all, nil
	}
	if f.listener.Live() {
		seen, err := f.crowd.sights.of(ctx, c.ID, &f.held.sight, later, func() map[string]bool { return f.sight(c) })
		if err != nil {
			return false, err
		}
		if is, decided := seen[a.print]; decided {
			return is, nil
		}
	}
	if later != nil {
		return false, errAlone
	}
	seen, err := read.SeersOf(f.st, c.SubjectKind, []call.Viewer{a.viewer}).Of(ctx, f.st, c.SubjectID)
	return err == nil && seen[0], err
}

// sight is who of the crowd may see a change; it says nothing of those for whom that could not be found out.
func (f *following) sight(c *db.Change) (out map[string]bool) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(f.ctx), mostTime) // others wait for it, whoever goes
	defer stop()
	defer func() {
		if p := recover(); p != nil {
			_ = f.panicked(ctx, p) // each is looked up alone
			out = nil
		}
	}()
	q := f.crowd.seers(f.st, c.SubjectKind, f.crowd.wanting(c))
	seen, err := q.Of(ctx, f.st, c.SubjectID)
	if err != nil {
		f.log.WarnContext(ctx, "it cannot be told who sees a change", "change", c.ID, "err", err)
		return nil
	}
	out = make(map[string]bool, len(q.prints))
	for i, who := range q.prints {
		out[who] = seen[i]
	}
	return out
}
