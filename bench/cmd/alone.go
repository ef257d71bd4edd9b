package main

import (
	"context"

	"entgo.io/ent/dialect"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/store"
)

// alone looks what there is to ask in the database at b.url, which may be of either kind, and starts LTC over it.
func (b *bench) alone(ctx context.Context, flags ...string) (err error) {
	b.servers = &servers{}
	kind := ""
	if kind, b.db, err = migrate.Open(b.url); err != nil {
		return err
	}
	if kind == dialect.Postgres {
		if b.postmaster, err = load.Postmaster(ctx, b.db); err != nil {
			return err
		}
	}
	if b.world, err = ops.Look(ctx, b.db); err != nil {
		return err
	}
	if b.store, err = store.Open(ctx, b.url); err != nil {
		return err
	}
	token, err := data.Token(ctx, b.store)
	if err != nil {
		return err
	}
	if err := b.serve(ctx, b.url, token, flags...); err != nil {
		return err
	}
	return b.world.GoDeep(ctx, b.ours, nil)
}
