package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ltc/store"
)

// fanCommand is the fan-out alone, over a copy of the set of its own.
type fanCommand struct {
	measuredSet
	Postgres string   `env:"LTC_BENCH_POSTGRES" required:"" help:"A server that keeps the sets."`
	Sockets  int      `default:"1000" help:"How many followers."`
	Servers  int      `default:"1" help:"How many servers there are over the database; records are moved on the first."`
	Who      []string `default:"one" enum:"one,all,own" help:"Whose the followers are, of ${enum}: one person's, two hundred people's who see all, or two hundred people's who see what they see."`
	Profile  string   `help:"A folder for processor profiles of the first server."`
}

// Validate refuses a crowd of nobody, and a set that is too small.
func (c fanCommand) Validate() error {
	if c.Sockets < 1 || c.Servers < 1 {
		return errors.New("there has to be one follower and one server at least: --sockets 1 --servers 1")
	}
	return c.measuredSet.Validate()
}

// Run measures and prints.
func (c fanCommand) Run(ctx context.Context) error {
	b := &bench{}
	b.measuredSet, b.Postgres, b.Profile = c.measuredSet, c.Postgres, c.Profile
	defer b.end()
	if err := b.beginFan(ctx); err != nil {
		return err
	}
	var all fans
	for _, who := range c.Who {
		all = append(all, b.fanOut(ctx, crowd{c.Sockets, c.Servers, who}))
	}
	var w strings.Builder
	all.write(&w, written(ctx, "fan"))
	_, err := fmt.Print(w.String())
	return err
}

// beginFan is begin without what only the other measurements need.
func (b *bench) beginFan(ctx context.Context) (err error) {
	if b.url, err = data.Clone(ctx, b.Postgres, "bench_fan", data.Set{Scale: b.Scale, Seed: b.Seed}); err != nil {
		return err
	}
	if b.db, err = sql.Open("postgres", b.url); err != nil {
		return err
	}
	if b.world, err = ops.Look(ctx, b.db); err != nil {
		return err
	}
	b.store, err = store.Open(ctx, b.url)
	return err
}

// profileFan takes a profile of a server while records are moved, if it is wanted.
func (b *bench) profileFan(ctx context.Context, s *servers, c crowd) <-chan error {
	done := make(chan error, 1)
	if b.Profile == "" {
		done <- nil
		return done
	}
	go func() {
		err := os.MkdirAll(b.Profile, 0o750)
		for _, p := range []string{"profile?seconds=11", "heap", "goroutine"} {
			text, failed := s.get(ctx, "/debug/pprof/"+p)
			name, _, _ := strings.Cut(p, "?")
			name = fmt.Sprintf("fan-%d-%s-%d-%s.pprof", c.sockets, c.who, c.servers, name)
			err = errors.Join(err, failed, os.WriteFile(filepath.Join(b.Profile, name), text, 0o600))
		}
		done <- err
	}()
	return done
}

// crowd are the followers of one measurement.
type crowd struct {
	sockets, servers int
	who              string
}

// fans are all measurements.
type fans []*fan

// fans are the crowds that `run` measures.
func (b *bench) fans(ctx context.Context) (out fans) {
	if b.Sockets == 0 || len(b.Only) > 0 {
		return nil
	}
	for _, c := range []crowd{
		{b.Sockets, 1, one}, {b.Sockets, 1, all}, {b.Sockets, 1, own}, {b.Sockets, 2, one}, {10 * b.Sockets, 1, one}, {10 * b.Sockets, 1, all},
	} {
		out = append(out, b.fanOut(ctx, c))
	}
	return out
}

func (all fans) write(w *strings.Builder, written string) {
	fmt.Fprintf(w, "\n## Fan-out\n\n%s: %d moves of opportunities one after the other, then %d moves a second for %s. The last follower knows after so many milliseconds, "+
		"median and worst; of LTC's servers only, a delivery costs so many microseconds of a processor, with its share of the move and of those who may not see it.\n\n", written, moves, rate, steady)
	w.WriteString("| followers | of | servers | opened in s | KiB a follower | deliveries | last ms | worst ms | µs a delivery | steady: last ms | worst ms | µs a delivery | allocations |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, f := range all {
		f.write(w)
	}
}

func (f *fan) write(w *strings.Builder) {
	of := map[string]string{one: "one person", all: "200 people who see all", own: "200 people who see their own"}[f.who]
	fmt.Fprintf(w, "| %d | %s | %d |", f.sockets, of, f.servers)
	if f.refused != nil {
		fmt.Fprintf(w, " `%s` |\n", strings.ReplaceAll(f.refused.Error(), "\n", " "))
		return
	}
	last, each := math.Inf(1), math.Inf(1)
	if f.sockets == goalFollowed {
		last, each = milliseconds(goalLast), goalEach
	}
	show := func(s spread) string {
		return fmt.Sprintf("%s | %.1f | %s", atMost("%.1f", milliseconds(s.median()), last), milliseconds(s.worst()), atMost("%.1f", s.each(), each))
	}
	fmt.Fprintf(w, " %.1f | %d | %d | %s | %s | %.1f |\n", f.opened.Seconds(), f.memory>>10, f.single.deliveries, show(f.single), show(f.many), f.many.objects)
}
