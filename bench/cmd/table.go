package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
)

// line is an operation at a number of clients: a cell for each server.
type line struct {
	op      ops.Op
	clients int
	cells   []load.Cell
	refused []string // what a server said instead of an answer; such a cell has no figures
}

type table struct {
	lines []line
	fans  fans
}

// measure lets the servers take turns, twice, at each number of clients.
func (b *bench) measure(ctx context.Context) (*table, error) {
	t := &table{}
	for _, o := range ops.All {
		if !b.wanted(o) {
			continue
		}
		for _, target := range b.targets() {
			for range 8 {
				_, _ = target.Ask(ctx, b.request(o, target)) // what it refuses shows in its cell
			}
		}
		for _, n := range b.Clients {
			l, err := b.line(ctx, o, n)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", o.Name, err)
			}
			t.lines = append(t.lines, l)
		}
		if err := b.profile(ctx, o); err != nil {
			_, _ = fmt.Fprintln(os.Stderr, "bench:", err)
		}
	}
	return t, nil
}

// line is A B C A B C.
func (b *bench) line(ctx context.Context, o ops.Op, clients int) (line, error) {
	l := line{op: o, clients: clients, cells: make([]load.Cell, len(b.targets())), refused: make([]string, len(b.targets()))}
	for range 2 {
		for n, target := range b.targets() {
			c, err := b.turn(ctx, o, target, clients)
			if err != nil {
				l.refused[n] = refusal(err)
				continue
			}
			l.cells[n] = l.cells[n].Add(c)
		}
	}
	return l, nil
}

// refusal is what a server said instead of an answer, short enough for a cell.
func refusal(err error) string { return strings.ReplaceAll(fmt.Sprintf("%.160s", err), "\n", " ") }

// write writes the table with what it was measured on.
func (t *table) write(ctx context.Context, b *bench) error {
	var w strings.Builder
	fmt.Fprintf(&w, "# Results\n\nWritten by `make bench` on %s: set at scale %g, %s a cell, twice in turn.\n\n", time.Now().Format(time.DateOnly), b.Scale, b.Long)
	fmt.Fprintf(&w, "%s\n\n", strings.Join(b.versions(ctx), ", "))
	fmt.Fprintf(&w, "LTC asks with a token and access on, as somebody who sees all by grants. LTC's server before anybody asks: %d MiB.\n\n", b.idle>>20)
	for _, o := range ops.All {
		if o.Note != "" && b.wanted(o) {
			fmt.Fprintf(&w, "%s: %s.\n\n", o.Name, o.Note)
		}
	}
	w.WriteString("## Ratios at 8 clients\n\n| operation | requests/s, share of the limit | total CPU, times the limit | requests/s against PostGraphile |\n|---|---|---|---|\n")
	for _, l := range t.lines {
		if l.clients == 8 {
			l.ratios(&w)
		}
	}
	w.WriteString("\n## All cells\n\n| operation | clients | server | requests/s | p50 ms | p99 ms | CPU ms server | CPU ms database | allocations | RSS MiB |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, l := range t.lines {
		for n, target := range b.targets() {
			l.cell(&w, target.Name, n)
		}
	}
	if t.fans != nil {
		t.fans.write(&w)
	}
	_, _ = fmt.Fprint(os.Stderr, w.String())
	return put(b.Out, w.String())
}

func (l line) ratios(w *strings.Builder) {
	if l.refused[0] != "" || l.refused[1] != "" {
		fmt.Fprintf(w, "| %s | refused | | |\n", l.op.Name)
		return
	}
	total := func(c load.Cell) float64 { return c.Milliseconds(c.Server + c.DB) }
	ours, least := l.cells[0], l.cells[1]
	peer := "-"
	if len(l.cells) > 2 && l.cells[2].Requests > 0 {
		peer = fmt.Sprintf("%.1f", ours.PerSecond()/l.cells[2].PerSecond())
	}
	fmt.Fprintf(w, "| %s | %.2f | %.2f | %s |\n", l.op.Name, ours.PerSecond()/least.PerSecond(), total(ours)/total(least), peer)
}

func (l line) cell(w *strings.Builder, name string, n int) {
	if l.refused[n] != "" {
		fmt.Fprintf(w, "| %s | %d | %s | `%s` | | | | | | |\n", l.op.Name, l.clients, name, l.refused[n])
		return
	}
	c, allocs := l.cells[n], ""
	if c.Objects > 0 {
		allocs = fmt.Sprintf("%.0f", c.Objects/float64(max(1, c.Requests)))
	}
	fmt.Fprintf(w, "| %s | %d | %s | %.0f | %.1f | %.1f | %.2f | %.2f | %s | %d |\n", l.op.Name, l.clients, name, c.PerSecond(),
		milliseconds(c.Percentile(.5)), milliseconds(c.Percentile(.99)), c.Milliseconds(c.Server), c.Milliseconds(c.DB), allocs, c.RSS>>20)
}

// versions are those of all that took part.
func (b *bench) versions(ctx context.Context) []string {
	var pg, buffers string
	_ = b.db.QueryRowContext(ctx, "SELECT current_setting('server_version'), current_setting('shared_buffers')").Scan(&pg, &buffers)
	node := b.Peer + "/node_modules/node/bin/node"
	return []string{
		commit(ctx), runtime.Version(), fmt.Sprintf("%d processors", runtime.NumCPU()),
		"PostgreSQL " + pg + " with shared_buffers " + buffers,
		"Node " + said(ctx, node, "--version"),
		"PostGraphile " + said(ctx, node, "-p", "require('./"+b.Peer+"/node_modules/postgraphile/package.json').version"),
	}
}

func commit(ctx context.Context) string {
	return "commit " + said(ctx, "git", "describe", "--always", "--dirty")
}

// said is what a program says.
func said(ctx context.Context, program string, args ...string) string {
	out, _ := exec.CommandContext(ctx, program, args...).Output() //nolint:gosec // programs that are named here
	return strings.TrimSpace(string(out))
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
