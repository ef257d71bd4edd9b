package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// with is the marketing person's call under an idempotency key.
func with(w *ltctest.World, key, responseName string) context.Context {
	ctx := w.As(stage.Marketing)
	c := call.From(ctx)
	c.IdempotencyKey, c.ResponseName = key, responseName
	return call.With(ctx, c)
}

func lead(name string) marketing.CaptureLeadInput {
	phone := "13800138000"
	return marketing.CaptureLeadInput{Name: name, Company: "青岛远景", Phone: &phone}
}

func TestThirtySendsWithOneKeyHaveOneEffectAndOneAnswer(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		answers := make([]string, 30)
		var sending sync.WaitGroup
		for i := range answers {
			sending.Go(func() {
				answers[i] = ltctest.Got(marketing.CaptureLead(with(w, "k1", "a"), w.Store, lead("赵敏")))(t)
			})
		}
		sending.Wait()
		if one := slices.Compact(answers); len(one) != 1 {
			t.Errorf("%d different answers", len(one))
		}
		if n := ltctest.Got(w.Reader().Lead.Query().Count(t.Context()))(t); n != 1 || len(w.Changes(nil)) != 1 {
			t.Errorf("%d leads and %d rows in the log, want one of each", n, len(w.Changes(nil)))
		}
	})
}

func TestAKeyBelongsToItsInputAndItsFieldOfTheRequest(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		first := ltctest.Got(marketing.CaptureLead(with(w, "k", "a"), w.Store, lead("赵敏")))(t)
		_, err := marketing.CaptureLead(with(w, "k", "a"), w.Store, lead("周婷"))
		if fault.CodeOf(err) != fault.CodeKeyReused {
			t.Errorf("another input: %v, want IDEMPOTENCY_KEY_REUSED", err)
		}
		if other := ltctest.Got(marketing.CaptureLead(with(w, "k", "b"), w.Store, lead("周婷")))(t); other == first {
			t.Error("another field of the request answered the same record")
		}
	})
}

func TestARetryIsAnsweredAsTheFirstWasWhateverBecomesOfIt(t *testing.T) {
	errLate := errors.New("it has happened already")
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		do := func(in string, failing error) (store.Ref, bool, error) {
			return w.Once(with(w, "k", "a"), "captureLead", in, func(ctx context.Context, _ *store.Tx) (store.Ref, error) {
				leadID, err := marketing.CaptureLead(ctx, w.Store, lead("赵敏"))
				return store.Ref{Kind: id.Lead, ID: leadID, Version: 1}, errors.Join(err, failing)
			})
		}
		if _, _, err := do("one", errLate); !errors.Is(err, errLate) {
			t.Fatalf("what fails first says so: %v", err)
		}
		first, before, err := do("one", nil)
		if before || err != nil {
			t.Fatalf("before = %v, %v", before, err)
		}
		for name, failing := range map[string]error{"that would do it again": nil, "that fails, for it is done": errLate} {
			again, before, err := do("one", failing)
			if again != first || !before || err != nil {
				t.Errorf("a retry %s: %v, %v, %v, want %v", name, again, before, err, first)
			}
			if _, _, err := do("another", failing); fault.CodeOf(err) != fault.CodeKeyReused {
				t.Errorf("another input %s: %v", name, err)
			}
		}
		if n := ltctest.Got(w.Reader().Lead.Query().Count(t.Context()))(t); n != 1 {
			t.Errorf("%d leads", n)
		}
	})
}

func TestOldKeysAreForgotten(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		old := ltctest.Got(marketing.CaptureLead(with(w, "old", "a"), w.Store, lead("赵敏")))(t)
		w.Wait(store.KeysLast)
		recent := ltctest.Got(marketing.CaptureLead(with(w, "recent", "a"), w.Store, lead("周婷")))(t)
		w.Wait(time.Hour)
		ltctest.Must(t, flow.RunDaily(w.As(stage.Sales), w.Store))
		if got := ltctest.Got(marketing.CaptureLead(with(w, "recent", "a"), w.Store, lead("周婷")))(t); got != recent {
			t.Error("a retry within the time does it again")
		}
		if got := ltctest.Got(marketing.CaptureLead(with(w, "old", "a"), w.Store, lead("赵敏")))(t); got == old {
			t.Error("a key of long ago is still known")
		}
	})
}

func TestARefusalFreesItsKey(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(marketing.CaptureLead(w.As(stage.Marketing), w.Store, lead("赵敏")))(t)
		in := marketing.AssignLeadInput{ID: id, ExpectedVersion: 7, OwnerID: w.People[stage.Sales].ID}
		if _, err := marketing.AssignLead(with(w, "k", "a"), w.Store, in); fault.CodeOf(err) != fault.CodeStaleVersion {
			t.Fatalf("err = %v", err)
		}
		in.ExpectedVersion = 1
		ltctest.Got(marketing.AssignLead(with(w, "k", "a"), w.Store, in))(t)
	})
}

func TestGaplessNumbersHaveNoHoleWhereATransactionRollsBack(t *testing.T) {
	errBack := errors.New("back")
	day := worktime.NewDate(2026, 3, 2)
	take := func(w *ltctest.World, fail bool) (number string, err error) {
		err = w.InTx(w.As(stage.Finance), func(ctx context.Context, tx *store.Tx) error {
			if number, err = tx.Gapless(ctx, "le_1", "INV", day); err == nil && fail {
				err = errBack
			}
			return err
		})
		return number, err
	}
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		var taking sync.WaitGroup
		var mu sync.Mutex
		var got []string
		for i := range 40 {
			taking.Go(func() {
				number, err := take(w, i%4 == 0)
				if err != nil {
					if !errors.Is(err, errBack) {
						t.Error(err)
					}
					return
				}
				mu.Lock()
				defer mu.Unlock()
				got = append(got, number)
			})
		}
		taking.Wait()
		slices.Sort(got)
		for i, number := range got {
			if want := fmt.Sprintf("INV-2026-%06d", i+1); number != want {
				t.Fatalf("number %d is %s, want %s", i, number, want)
			}
		}
		if len(got) != 30 {
			t.Errorf("%d numbers, want 30", len(got))
		}
	})
}

func TestDatesInASeriesDoNotGoBack(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		on := func(d worktime.Date) error {
			return w.InTx(w.As(stage.Finance), func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Gapless(ctx, "le_1", "INV", d)
				return err
			})
		}
		day := worktime.NewDate(2026, 3, 2)
		ltctest.Must(t, on(day))
		ltctest.Must(t, on(day))
		if err := on(day.AddDays(-1)); fault.RuleOf(err) != "number.date_goes_back" {
			t.Errorf("err = %v", err)
		}
		ltctest.Must(t, on(day.AddDays(-365))) // another year is another series
	})
}

func TestASavepointUndoesOnlyItsOwn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		err := w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error {
			for i, name := range []string{"好", "坏", "也好"} {
				err := tx.Savepoint(ctx, func() error {
					id, err := marketing.CaptureLead(ctx, w.Store, lead(name))
					if err == nil && i == 1 {
						err = tx.Remember(ctx, "x", "1", "lead", id)
						err = errors.Join(err, tx.Remember(ctx, "x", "1", "lead", id)) // breaks a unique index
					}
					return err
				})
				if (err != nil) != (i == 1) {
					t.Errorf("%s: %v", name, err)
				}
			}
			return nil
		})
		ltctest.Must(t, err)
		if n := ltctest.Got(w.Reader().Lead.Query().Count(t.Context()))(t); n != 2 {
			t.Errorf("%d leads, want the two good ones", n)
		}
		if known := ltctest.Got(store.Known(t.Context(), w.Reader(), "x", id.Lead))(t); len(known) != 0 {
			t.Errorf("known = %v", known)
		}
	})
}

func TestAConnectionThatGoesInTheMiddleOfATransactionHoldsNobodyUp(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t))
	ctx, cancel := context.WithTimeout(w.As(stage.Sales), 5*time.Second)
	defer cancel()
	err := w.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		for range 2 { // the second time it is prepared
			if _, err := tx.SQL.ExecContext(ctx, "SELECT 1"); err != nil {
				return err
			}
		}
		_, _ = tx.SQL.ExecContext(ctx, "SELECT pg_terminate_backend(pg_backend_pid())")
		_, err := tx.SQL.ExecContext(ctx, "SELECT 1")
		return err
	})
	if fault.CodeOf(err) != fault.CodeUnavailable || ctx.Err() != nil {
		t.Errorf("%v, %v", err, ctx.Err())
	}
	ltctest.Must(t, w.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.SQL.ExecContext(ctx, "SELECT 1")
		return err
	}))
}
