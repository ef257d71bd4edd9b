package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ltc/store"
)

// fanCommand is the fan-out alone, over a copy of the set of its own.
type fanCommand struct {
	setFlags
	Postgres string `env:"LTC_BENCH_POSTGRES" required:"" help:"A server that keeps the sets."`
	Sockets  int    `default:"1000" help:"How many followers."`
	Profile  string `help:"A folder for a processor profile of LTC."`
}

// Run measures and prints.
func (c fanCommand) Run(ctx context.Context) error {
	b := &bench{counters: map[string]*atomic.Int64{}}
	b.setFlags, b.Postgres, b.Sockets = c.setFlags, c.Postgres, c.Sockets
	for _, o := range ops.All {
		b.counters[o.Name] = &atomic.Int64{}
	}
	defer b.end()
	if err := b.beginFan(ctx); err != nil {
		return err
	}
	done := b.profileFan(ctx, c.Profile)
	f, err := b.fanOut(ctx)
	if err = errors.Join(err, <-done); err != nil {
		return err
	}
	var w strings.Builder
	f.write(&w)
	_, err = fmt.Print(w.String())
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
	if b.store, err = store.Open(ctx, b.url); err != nil {
		return err
	}
	token, err := b.token(ctx, data.Everything)
	if err != nil {
		return err
	}
	b.servers, err = start(ctx, b.url, token, "")
	return err
}

// profileFan takes a profile from when the sockets are open on, if it is wanted.
func (b *bench) profileFan(ctx context.Context, dir string) <-chan error {
	done := make(chan error, 1)
	if dir == "" {
		done <- nil
		return done
	}
	go func() {
		time.Sleep(4 * time.Second)
		text, err := b.get(ctx, "/debug/pprof/profile?seconds=3")
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "fan.pprof"), text, 0o600)
		}
		done <- err
	}()
	return done
}
