package flow

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

// How long readers rest after each look: what has happened by then, they read together.
const (
	breath   = 20 * time.Millisecond
	patience = 100 * time.Millisecond // of those that do many changes together
)

// RunReaders lets the readers look whenever the log has grown, and starts each day of the company, until the context
// ends. Two servers may run it: who is faster moves the cursor, the other finds it moved. What begins a day may take
// long, and holds up nobody who reads the log.
func RunReaders(ctx context.Context, st *store.Store, clock func() time.Time, log *slog.Logger) {
	prompt, patient := &following{st: st}, &following{st: st}
	for _, r := range readers {
		f := prompt
		if r.Batch != nil {
			f = patient
		}
		f.readers = append(f.readers, r)
	}
	var all sync.WaitGroup
	all.Go(func() { prompt.run(ctx, log, breath) })
	all.Go(func() { patient.run(ctx, log, patience) })
	all.Go(func() { eachDay(ctx, st, clock, log) })
	all.Wait()
}

// eachDay starts the days, today's at once; what fails is tried again.
func eachDay(ctx context.Context, st *store.Store, clock func() time.Time, log *slog.Logger) {
	for day := ""; ctx.Err() == nil; pause(ctx, time.Second) {
		today := dayOf(ctx, st, clock())
		if today == "" || today == day {
			continue
		}
		if err := RunDaily(call.With(ctx, systemCall(ctx, st, clock())), st); err == nil {
			day = today
		} else if ctx.Err() == nil {
			log.ErrorContext(ctx, "the day's readers failed", "err", err)
		}
	}
}

// RunDaily runs what readers do when a day begins, and forgets old idempotency keys.
func RunDaily(ctx context.Context, st *store.Store) error {
	if err := st.ForgetKeys(ctx, call.Now(ctx).Add(-store.KeysLast)); err != nil {
		return err
	}
	for _, r := range readers {
		if r.Daily == nil {
			continue
		}
		if err := r.Daily(ctx, st); err != nil {
			return fmt.Errorf("reader %s, daily: %w", r.Name, err)
		}
	}
	return nil
}

func (f *following) run(ctx context.Context, log *slog.Logger, rest time.Duration) {
	wake := make(chan struct{}, 1)
	f.st.OnCommit(func() {
		select {
		case wake <- struct{}{}:
		default:
		}
	})
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		if err := f.look(ctx); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "a reader of the log failed and will try again", "err", err)
		}
		pause(ctx, rest)
		select {
		case <-ctx.Done():
			return
		case <-wake:
		case <-tick.C:
			if err := f.keep(ctx); err != nil && ctx.Err() == nil {
				log.WarnContext(ctx, "how far the log was read cannot be stored", "err", err)
			}
		}
	}
}

// pause waits for a while, or for the end.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

func dayOf(ctx context.Context, st *store.Store, now time.Time) string {
	co, err := CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return ""
	}
	return co.Calendar.Today(now).String()
}

func systemCall(ctx context.Context, st *store.Store, now time.Time) call.Call {
	co, _ := CompanyOf(ctx, st, st.Reader())
	return call.New(call.System(co.ID), now, call.Automation)
}
