package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/ops"
)

// sqliteCommand is LTC alone over SQLite, which lies in its own process: there is nothing beside it to compare with.
type sqliteCommand struct {
	measuredSet
	pick
	Dir     string        `help:"Where the set and its copy lie; the folder for temporary files without."`
	Long    time.Duration `name:"for" default:"3s" help:"How long each cell is measured, once, after a quarter of it that does not count."`
	Clients []int         `default:"1,8,32" help:"How many ask at the same time."`
}

// Run measures and writes the section.
func (c sqliteCommand) Run(ctx context.Context) error {
	path := filepath.Join(c.Dir, "bench_run.db")
	if c.Dir == "" {
		path = filepath.Join(os.TempDir(), "bench_run.db")
	}
	if err := data.CloneFile(ctx, path, data.Set{Scale: c.Scale, Seed: c.Seed}); err != nil {
		return err
	}
	b := &bench{counters: counters(), url: "sqlite:" + path}
	b.pick, b.Long = c.pick, c.Long
	defer b.end()
	if err := b.alone(ctx); err != nil {
		return err
	}
	var w strings.Builder
	fmt.Fprintf(&w, "## SQLite\n\n%s: LTC alone, set at scale %g, %s a cell.\n\n", written(ctx, "sqlite"), c.Scale, c.Long)
	w.WriteString("| operation | clients | requests/s | p50 ms | p99 ms | CPU ms | allocations | RSS MiB |\n|---|---|---|---|---|---|---|---|\n")
	for _, o := range ops.All {
		for _, n := range c.Clients {
			if !b.wanted(o) {
				continue
			}
			b.lite(ctx, &w, o, n)
		}
	}
	return c.write(w.String())
}

// lite measures a cell, after a while that does not count, and writes its line.
func (b *bench) lite(ctx context.Context, w *strings.Builder, o ops.Op, clients int) {
	_, cold := b.ours.Run(ctx, clients, b.Long/4, b.next(o, b.ours), b.postmaster)
	c, err := b.turn(ctx, o, b.ours, clients)
	if err = errors.Join(cold, err); err != nil {
		fmt.Fprintf(w, "| %s | %d | `%s` | | | | | |\n", o.Name, clients, refusal(err))
		return
	}
	fmt.Fprintf(w, "| %s | %d | %.0f | %.1f | %.1f | %.2f | %.0f | %d |\n", o.Name, clients, c.PerSecond(),
		milliseconds(c.Percentile(.5)), milliseconds(c.Percentile(.99)), c.Milliseconds(c.Server), c.Objects/float64(max(1, c.Requests)), c.RSS>>20)
}
