package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/limit"
	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest/postgres"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

type runCommand struct {
	measuredSet
	pick
	Postgres string        `env:"LTC_BENCH_POSTGRES" help:"A server that keeps the sets between runs; without one, a throw-away server."`
	Long     time.Duration `name:"for" default:"3s" help:"How long each cell is measured, twice."`
	Clients  []int         `default:"1,8,32" help:"How many ask at the same time."`
	Sockets  int           `default:"1000" help:"How many followers the fan-out has, and ten times as many; 0 leaves it out."`
	Profile  string        `help:"A folder for processor profiles of LTC, one an operation."`
	Peer     string        `default:"bench/postgraphile" help:"Where PostGraphile is installed."`
}

// bench is a run.
type bench struct {
	runCommand
	*servers
	db         *sql.DB
	store      *store.Store
	url        string
	world      *ops.World
	postmaster int
	idle       int64                    // RSS of LTC before anybody asks
	counters   map[string]*atomic.Int64 // of each operation: no two requests are about one record
}

// counters begin at the first question of each operation.
func counters() map[string]*atomic.Int64 {
	out := map[string]*atomic.Int64{}
	for _, o := range ops.All {
		out[o.Name] = &atomic.Int64{}
	}
	return out
}

// Run measures and writes the table.
func (c runCommand) Run(ctx context.Context) error {
	if c.Postgres == "" {
		server, err := postgres.Start(ctx)
		if err != nil {
			return err
		}
		defer server.Stop()
		c.Postgres = server.URL("postgres")
	}
	b := &bench{runCommand: c, counters: counters()}
	defer b.end()
	if err := b.begin(ctx); err != nil {
		return err
	}
	if err := b.compare(ctx); err != nil {
		return err
	}
	t, err := b.measure(ctx)
	if err != nil {
		return err
	}
	t.fans = b.fans(ctx)
	return t.write(ctx, b)
}

// begin clones the set, looks what there is to ask, and starts the servers.
func (b *bench) begin(ctx context.Context) (err error) {
	if b.url, err = data.Clone(ctx, b.Postgres, "bench_run", data.Set{Scale: b.Scale, Seed: b.Seed}); err != nil {
		return err
	}
	if b.db, err = sql.Open("postgres", b.url); err != nil {
		return err
	}
	for _, f := range limit.Functions() {
		if _, err := b.db.ExecContext(ctx, f); err != nil {
			return fmt.Errorf("%.80s: %w", f, err)
		}
	}
	if b.postmaster, err = load.Postmaster(ctx, b.db); err != nil {
		return err
	}
	if b.world, err = ops.Look(ctx, b.db); err != nil {
		return err
	}
	if b.store, err = store.Open(ctx, b.url); err != nil {
		return err
	}
	token, err := b.token(ctx, data.Everything)
	if err != nil {
		return err
	}
	if b.servers, err = start(ctx, b.url, token, b.Peer); err != nil {
		return err
	}
	if b.idle, err = load.RSS(b.ours.PID); err != nil {
		return err
	}
	if err := b.world.GoDeep(ctx, b.ours, b.peer); err != nil {
		return err
	}
	return b.world.LookDeep(ctx, b.db)
}

// token is one for a user of the company.
func (b *bench) token(ctx context.Context, email string) (string, error) {
	ctx = call.With(ctx, call.New(call.System(""), time.Now(), call.API))
	return people.IssueToken(ctx, b.store, email, "bench", nil)
}

func (b *bench) end() {
	if b.servers != nil {
		b.close()
	}
	if b.store != nil {
		_ = b.store.Close()
	}
	if b.db != nil {
		_ = b.db.Close()
	}
}

// next are an operation's questions to one of the servers, one after the other.
func (b *bench) next(o ops.Op, t *load.Target) load.Next {
	return func(ctx context.Context) (load.Request, error) {
		return b.at(ctx, b.world, o, t, int(b.counters[o.Name].Add(1)-1))
	}
}

// at is the question about the world's i-th record, or about whichever can be had.
func (b *bench) at(ctx context.Context, w *ops.World, o ops.Op, t *load.Target, i int) (load.Request, error) {
	r := load.Request{Query: o.Ours}
	if o.Takes != nil {
		taken, err := o.Takes(ctx, w)
		if err != nil {
			return r, err
		}
		r.Vars, r.Done, r.Back = taken.Vars, taken.Answered, taken.Back
	} else {
		r.Vars = o.Next(w, i)
	}
	r.Key, _ = r.Vars["key"].(string)
	switch t {
	case b.limit:
		r.Path, r.Query = limit.Path(o.Name), ""
	case b.peer:
		r.Query = o.Peer
	}
	return r, nil
}

// targets are the servers, in the order in which they take turns.
func (b *bench) targets() []*load.Target {
	if b.peer == nil {
		return []*load.Target{b.ours, b.limit}
	}
	return []*load.Target{b.ours, b.limit, b.peer}
}

// profile takes a processor profile of LTC while an operation is measured.
func (b *bench) profile(ctx context.Context, o ops.Op) error {
	if b.Profile == "" {
		return nil
	}
	if err := os.MkdirAll(b.Profile, 0o750); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() {
		_, err := b.ours.Run(ctx, 8, 6*time.Second, b.next(o, b.ours), b.postmaster)
		done <- err
	}()
	text, err := b.get(ctx, "/debug/pprof/profile?seconds=5")
	if failed := <-done; failed != nil || err != nil {
		return fmt.Errorf("profile of %s: %w", o.Name, errors.Join(failed, err))
	}
	return os.WriteFile(filepath.Join(b.Profile, limit.Path(o.Name)+".pprof"), text, 0o600)
}
