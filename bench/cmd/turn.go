package main

import (
	"context"
	"errors"
	"fmt"
	"syscall"
	"time"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ltc/flow"
)

// turn measures one server. LTC's readers follow the log, whoever writes to it: before a turn of writing they have read
// to its end, and while others write LTC is stopped, so that each pays for its own rows only, and LTC for all of them:
// what its readers have yet to do when nobody asks any more counts too, but for the time it takes.
func (b *bench) turn(ctx context.Context, o ops.Op, target *load.Target, clients int) (c load.Cell, err error) {
	if o.Writes {
		if err := b.settle(ctx); err != nil {
			return c, err
		}
		if target != b.ours {
			if err := syscall.Kill(b.ours.PID, syscall.SIGSTOP); err != nil {
				return c, err
			}
			defer func() { err = errors.Join(err, syscall.Kill(b.ours.PID, syscall.SIGCONT)) }()
		}
	}
	c, err = target.Run(ctx, clients, b.Long, b.next(o, target), b.postmaster)
	if err != nil || !o.Writes || target != b.ours {
		return c, err
	}
	rest, err := target.Spent(ctx, b.postmaster, func() error { return b.settle(ctx) })
	return c.Add(rest), err
}

// settle waits until all readers stand at the end of the log.
func (b *bench) settle(ctx context.Context) error {
	for range 600 {
		behind, err := flow.Behind(ctx, b.store)
		if err != nil {
			return err
		}
		var most int64
		for _, n := range behind {
			most = max(most, n)
		}
		if most == 0 {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("LTC's readers do not come to the end of the log")
}
