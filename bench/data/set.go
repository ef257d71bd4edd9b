// Package data makes the companies that LTC is measured on: founded and played by the ordinary verbs, then multiplied
// by cloning the rows that the verbs wrote. The same seed makes the same rows, on PostgreSQL and on SQLite.
package data

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash"
	"slices"
	"time"

	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/store"
)

// Now is the instant at which the set stands.
var Now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

// Set is which company is made: scale 1 has a hundred thousand opportunities, scale 10 a million.
type Set struct {
	Scale float64
	Seed  uint64
}

// Made is what was made.
type Made struct {
	Rows map[string]int64 // by table
	Hash string           // over all cloned rows, in their order
}

// batch is how many deals are written at once.
const batch = 4000

// Make migrates an empty database and fills it.
func Make(ctx context.Context, databaseURL string, s Set) (*Made, error) {
	name, db, err := migrate.Open(databaseURL)
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	if err := migrate.Up(ctx, name, db); err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, databaseURL)
	if err != nil {
		return nil, err
	}
	g, err := prepare(ctx, st, db, s)
	if err := errors.Join(err, st.Close()); err != nil {
		return nil, err
	}
	out, err := open(ctx, name, db)
	if err != nil {
		return nil, err
	}
	if err := g.write(ctx, out); err != nil {
		return nil, errors.Join(err, out.close(ctx))
	}
	if err := errors.Join(out.finish(ctx, g.cloner.numbers, g.legalEntity), out.close(ctx)); err != nil {
		return nil, err
	}
	if err := entries(ctx, name, databaseURL, db); err != nil {
		return nil, err
	}
	if err := figures(ctx, databaseURL, db); err != nil {
		return nil, err
	}
	return g.made(ctx, db)
}

// figures makes the summary rows, which the reader of the log would have kept. SQLite's planner has no statistics where
// LTC runs, so it has none here.
func figures(ctx context.Context, databaseURL string, db *sql.DB) error {
	st, err := store.Open(ctx, databaseURL)
	if err != nil {
		return err
	}
	if err := errors.Join(insight.Rebuild(ctx, st), st.Close()); err != nil || !st.Postgres() {
		return err
	}
	_, err = db.ExecContext(ctx, "ANALYZE")
	return err
}

// generator is a set while it is made.
type generator struct {
	Set
	cloner      *cloner
	legalEntity string
	deals       [][]*template // by recipe
	accounts    []*template   // by kind of account
	units       []unit
	hash        hash.Hash
}

// prepare founds the company, plays the patterns and plans the set.
func prepare(ctx context.Context, st *store.Store, db *sql.DB, s Set) (*generator, error) {
	c, err := found(ctx, st, s.Seed, Now)
	if err != nil {
		return nil, fmt.Errorf("found the company: %w", err)
	}
	cs, err := c.customers(ctx)
	if err != nil {
		return nil, err
	}
	ps, err := c.patterns(ctx, cs)
	if err != nil {
		return nil, err
	}
	g := &generator{Set: s, hash: sha256.New(), legalEntity: c.co.ID, deals: make([][]*template, len(recipes))}
	g.cloner = &cloner{seed: mix(s.Seed)}
	for n, d := range castOf {
		g.cloner.cast[n] = c.staff[d]
	}
	for n, cust := range cs {
		t, err := c.customer(ctx, db, n, cust)
		if err != nil {
			return nil, err
		}
		g.accounts = append(g.accounts, t)
	}
	for _, p := range ps {
		t, err := c.deal(ctx, db, p.play)
		if err != nil {
			return nil, err
		}
		g.deals[p.recipe] = append(g.deals[p.recipe], t)
	}
	if g.cloner.numbers, err = counters(ctx, db); err != nil {
		return nil, err
	}
	g.plan()
	return g, nil
}

// of is a count at the set's scale, less what the patterns are of it already.
func (g *generator) of(count, there int) int { return max(0, int(float64(count)*g.Scale+0.5)-there) }

// plan says which deals there are, with whom and when, in the order of their beginnings.
func (g *generator) plan() {
	parties := g.parties()
	clients := len(parties) / 2
	for i, r := range recipes {
		for j := range g.of(r.count, variants) {
			h := mix(g.Seed ^ uint64(i)<<40 ^ uint64(j))
			u := unit{of: g.deals[i][j%variants], weeks: 1 + int(h>>8)%r.reaches}
			switch r.party {
			case prospect:
				u.account = parties[few(h>>20, len(parties), clients/20, 10)]
			case client:
				u.account = parties[few(h>>20, clients, clients/20, 40)]
			}
			g.units = append(g.units, u)
		}
	}
	slices.SortStableFunc(g.units, func(a, b unit) int { return cmp.Compare(b.weeks, a.weeks) })
	for i := range g.units {
		g.units[i].n = len(parties) + i
	}
	g.units = append(g.accountUnits(parties), g.units...)
}

// few gives some percent of the deals to the few key accounts at the beginning, for a good customer buys often.
func few(h uint64, all, keys, percent int) int {
	if keys > 0 && int(h%100) < percent {
		return int((h >> 8) % uint64(keys))
	}
	return int((h >> 8) % uint64(all))
}

// parties are the accounts: the first half has contracts.
func (g *generator) parties() []*party {
	out := make([]*party, g.of(accounts, len(g.accounts)))
	for n := range out {
		h := mix(g.Seed ^ uint64(n)<<20 ^ 0xacc)
		p := &party{name: firm(h, n), seller: int((h >> 32) % uint64(len(g.cloner.cast[castSeller])))}
		for k := range p.people {
			p.people[k] = fullName(h + uint64(k))
		}
		out[n] = p
	}
	return out
}

// accountUnits are the accounts as units; their ids are known before their deals are cloned.
func (g *generator) accountUnits(parties []*party) []unit {
	out := make([]unit, len(parties))
	for n, p := range parties {
		t := g.accounts[prospectPattern]
		if n < len(parties)/2 {
			t = g.accounts[clientPattern]
		}
		out[n] = unit{n: n, of: t, weeks: 150 + n%50, account: p}
		k := g.cloner.begin(out[n])
		p.id = k.ids[0]
		copy(p.contacts[:], k.ids[1:])
	}
	return out
}

// write clones all units, batch by batch, while the batch before is written.
func (g *generator) write(ctx context.Context, out sink) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches, failed := make(chan [][][]any, 1), make(chan error, 1)
	go func() {
		var err error
		for b := range batches {
			if err == nil {
				if err = out.add(ctx, b); err != nil {
					cancel()
				}
			}
		}
		failed <- err
	}()
	for us := range slices.Chunk(g.units, batch) {
		if ctx.Err() != nil {
			break
		}
		batches <- g.rows(us)
	}
	close(batches)
	return <-failed
}

// rows are the units' rows by table.
func (g *generator) rows(us []unit) [][][]any {
	out := make([][][]any, len(tables))
	for _, u := range us {
		k := g.cloner.begin(u)
		for i := range u.of.rows {
			r := &u.of.rows[i]
			vs := k.row(r)
			for _, v := range vs {
				_, _ = fmt.Fprint(g.hash, v, "\x1f")
			}
			out[r.table] = append(out[r.table], vs)
		}
	}
	return out
}

// made counts what stands in the tables.
func (g *generator) made(ctx context.Context, db *sql.DB) (*Made, error) {
	m := &Made{Rows: map[string]int64{}, Hash: fmt.Sprintf("%x", g.hash.Sum(nil))}
	for _, t := range tables {
		var n int64
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM "+t.name).Scan(&n); err != nil {
			return nil, err
		}
		m.Rows[t.name] = n
	}
	return m, nil
}
