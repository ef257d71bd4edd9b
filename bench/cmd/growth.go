package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
)

// growthCommand asks the same of a set and of one that is larger, side by side. It reads the sets themselves, without a
// copy: the larger one takes most of a disk.
type growthCommand struct {
	measuredSet
	pick
	Postgres string        `env:"LTC_BENCH_POSTGRES" required:"" help:"A server that keeps the sets."`
	Times    float64       `default:"10" help:"How many times as large the other set is."`
	Long     time.Duration `name:"for" default:"3s" help:"How long each cell is measured, twice."`
	Clients  []int         `default:"1,8" help:"How many ask at the same time."`
}

// grown is what an operation cost in either set.
type grown struct {
	op      ops.Op
	clients int
	cells   [2]load.Cell
}

// Run measures and writes the section.
func (c growthCommand) Run(ctx context.Context) error {
	small, err := c.begin(ctx, c.Scale)
	defer small.end()
	if err != nil {
		return err
	}
	large, err := c.begin(ctx, c.Scale*c.Times)
	defer large.end()
	if err != nil {
		return err
	}
	var all []grown
	for _, o := range ops.All {
		if o.Writes || !small.wanted(o) {
			continue
		}
		for _, n := range c.Clients {
			g, err := c.grown(ctx, o, n, [2]*bench{small, large})
			if err != nil {
				return fmt.Errorf("%s: %w", o.Name, err)
			}
			all = append(all, g)
		}
	}
	return c.write(c.section(ctx, large, all))
}

// begin starts LTC over a set as it is kept.
func (c growthCommand) begin(ctx context.Context, scale float64) (b *bench, err error) {
	b = &bench{counters: counters()}
	b.Scale, b.Seed, b.Postgres, b.pick = scale, c.Seed, c.Postgres, c.pick
	if b.url, err = data.Keep(ctx, c.Postgres, data.Set{Scale: scale, Seed: c.Seed}); err != nil {
		return b, err
	}
	return b, b.alone(ctx, "--still")
}

// grown is A B A B, after each has been asked for a while: what is cold says nothing of how a read grows.
func (c growthCommand) grown(ctx context.Context, o ops.Op, clients int, both [2]*bench) (grown, error) {
	g := grown{op: o, clients: clients}
	for turn := range 3 {
		for n, b := range both {
			cell, err := b.ours.Run(ctx, clients, c.Long, b.next(o, b.ours), b.postmaster)
			if err != nil {
				return g, err
			}
			if turn > 0 {
				g.cells[n] = g.cells[n].Add(cell)
			}
		}
	}
	return g, nil
}

func (c growthCommand) section(ctx context.Context, b *bench, all []grown) string {
	var w strings.Builder
	fmt.Fprintf(&w, "## The same reads over more data\n\n%s: sets at scale %g and %g, %s a cell, twice in turn after a turn that does not count. %s.\n\n",
		written(ctx, "growth"), c.Scale, b.Scale, c.Long, b.server(ctx))
	w.WriteString("| operation | clients | p50 ms | larger | times | CPU ms, server and database | larger | times |\n|---|---|---|---|---|---|---|---|\n")
	for _, g := range all {
		p50 := func(n int) float64 { return milliseconds(g.cells[n].Percentile(.5)) }
		cpu := func(n int) float64 { return g.cells[n].Milliseconds(g.cells[n].Server + g.cells[n].DB) }
		fmt.Fprintf(&w, "| %s | %d | %.1f | %.1f | %s | %.2f | %.2f | %s |\n", g.op.Name, g.clients,
			p50(0), p50(1), atMost("%.2f", p50(1)/p50(0), goalGrowth), cpu(0), cpu(1), atMost("%.2f", cpu(1)/cpu(0), goalGrowth))
	}
	return w.String()
}
