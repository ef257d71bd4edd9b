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
)

// crowd are all who follow now, by who they are: whoever sees only some changes has it looked up for all others too
// whether they may see this one.
type crowd struct {
	mu      sync.Mutex
	parties map[string]*party // by the print of their viewer
	sights  shared[int64, map[string]bool]
}

// party are the subscriptions of one viewer.
type party struct {
	viewer call.Viewer
	of     map[*following]bool
	asks   map[question]asks // what was found out of their questions
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
		p = &party{a.viewer, map[*following]bool{}, map[question]asks{}}
		c.parties[a.print] = p
	}
	p.of[f], f.print = true, a.print
}

func (c *crowd) leave(f *following) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forget(f)
}

func (c *crowd) forget(f *following) {
	if p := c.parties[f.print]; p != nil {
		if delete(p.of, f); len(p.of) == 0 {
			delete(c.parties, f.print)
		}
	}
}

// ask is what a party asks; the first of them finds it out.
func (c *crowd) ask(print string, q question, find func() asks) asks {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.parties[print]
	if p == nil {
		return find()
	}
	a, known := p.asks[q]
	if !known {
		a = find()
		p.asks[q] = a
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

// sees tells whether the caller may see a change.
func (f *following) sees(ctx context.Context, a *asker, c *db.Change, later func()) (bool, error) {
	if q := f.about(a, c.SubjectKind); q.all || !q.some {
		return q.all, nil
	}
	if f.listener.Live() {
		seen, err := f.crowd.sights.of(ctx, c.ID, later, func() map[string]bool { return f.sight(c) })
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
	seen, err := read.Seers(ctx, f.st, c, []call.Viewer{a.viewer})
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
	all := f.crowd.wanting(c)
	prints := slices.Collect(maps.Keys(all))
	slices.Sort(prints) // the same people make the same statement
	viewers := make([]call.Viewer, len(prints))
	for i, who := range prints {
		viewers[i] = all[who]
	}
	seen, err := read.Seers(ctx, f.st, c, viewers)
	if err != nil {
		f.log.WarnContext(ctx, "it cannot be told who sees a change", "change", c.ID, "err", err)
		return nil
	}
	out = make(map[string]bool, len(prints))
	for i, who := range prints {
		out[who] = seen[i]
	}
	return out
}
