package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
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
			b.warm(ctx, o, target)
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

// warm asks some times; what is refused shows in the cell.
func (b *bench) warm(ctx context.Context, o ops.Op, target *load.Target) {
	next := b.next(o, target)
	for range 8 {
		if r, err := next(ctx); err == nil {
			_, _ = target.Ask(ctx, r)
		}
	}
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
	w.WriteString("# Results\n\nEach section says which command wrote it, when and at which commit. `make bench` is `bench run`; `bench growth` and " +
		"`bench sqlite` write their own. Beside a figure that falls short stands what was wanted.\n\n")
	b.introduce(ctx, &w)
	t.ratios(&w)
	fmt.Fprintf(&w, "\n## All cells\n\n%s.\n\n", b.measured(ctx))
	w.WriteString("| operation | clients | server | requests/s | p50 ms | p99 ms | CPU ms server | CPU ms database | allocations | RSS MiB |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, l := range t.lines {
		for n, target := range b.targets() {
			l.cell(&w, target.Name, n)
		}
	}
	if t.fans != nil {
		t.fans.write(&w, written(ctx, "run"))
	}
	return b.write(w.String())
}

// measured says when the run's figures were taken, and how.
func (b *bench) measured(ctx context.Context) string {
	return fmt.Sprintf("%s: set at scale %g, %s a cell, twice in turn", written(ctx, "run"), b.Scale, b.Long)
}

// introduce says on what the servers are held against each other.
func (b *bench) introduce(ctx context.Context, w *strings.Builder) {
	fmt.Fprintf(w, "## Ratios at %d clients\n\n%s.\n\n%s.\n\n", compared, b.measured(ctx), strings.Join(b.versions(ctx), ", "))
	fmt.Fprintf(w, "LTC asks with a token and access on, as somebody who sees all by grants. LTC's server before anybody asks: %s MiB.\n\n",
		atMost("%.0f", float64(b.idle>>20), goalIdle))
	for _, o := range ops.All {
		if o.Note != "" && b.wanted(o) {
			fmt.Fprintf(w, "%s: %s.\n\n", o.Name, o.Note)
		}
	}
}

// compared is the number of clients at which the servers are held against each other.
const compared = 8

func (t *table) ratios(w *strings.Builder) {
	if !slices.ContainsFunc(t.lines, func(l line) bool { return l.clients == compared }) {
		fmt.Fprintf(w, "Not measured: %d was not among the numbers of clients.\n", compared)
		return
	}
	w.WriteString("| operation | requests/s, share of the limit | total CPU, times the limit | requests/s against PostGraphile |\n|---|---|---|---|\n")
	for _, l := range t.lines {
		if l.clients == compared {
			l.ratios(w)
		}
	}
}

func (l line) ratios(w *strings.Builder) {
	if l.refused[0] != "" || l.refused[1] != "" {
		fmt.Fprintf(w, "| %s | refused | | |\n", l.op.Name)
		return
	}
	total := func(c load.Cell) float64 { return c.Milliseconds(c.Server + c.DB) }
	ours, least, want, peer := l.cells[0], l.cells[1], goals[l.op.Name], "-"
	if len(l.cells) > 2 && l.cells[2].Requests > 0 {
		peer = atLeast("%.1f", ours.PerSecond()/l.cells[2].PerSecond(), want.peer)
	}
	fmt.Fprintf(w, "| %s | %s | %s | %s |\n", l.op.Name, atLeast("%.2f", ours.PerSecond()/least.PerSecond(), want.share),
		atMost("%.2f", total(ours)/total(least), want.cpu), peer)
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
	peer, _ := filepath.Abs(b.Peer)
	node := filepath.Join(peer, "node_modules/node/bin/node")
	return []string{
		runtime.Version(), fmt.Sprintf("%d processors", runtime.NumCPU()), b.server(ctx),
		"Node " + said(ctx, node, "--version"),
		"PostGraphile " + said(ctx, node, "-p", "require('"+peer+"/node_modules/postgraphile/package.json').version"),
	}
}

// server is the database's, with the settings that figures depend on most.
func (b *bench) server(ctx context.Context) string {
	var version string
	_ = b.db.QueryRowContext(ctx, "SELECT current_setting('server_version')").Scan(&version)
	var settings []string
	for _, name := range []string{"shared_buffers", "fsync", "full_page_writes", "synchronous_commit"} {
		var value string
		_ = b.db.QueryRowContext(ctx, "SELECT current_setting($1)", name).Scan(&value)
		settings = append(settings, name+" "+value)
	}
	return "PostgreSQL " + version + " with " + strings.Join(settings, ", ")
}

// written is what every section begins with.
func written(ctx context.Context, command string) string {
	return fmt.Sprintf("Written by `bench %s` on %s, %s", command, time.Now().Format(time.DateOnly), commit(ctx))
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
