package flow_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// done gathers which changes a reader has done, once its transaction is committed.
type done struct {
	mu  sync.Mutex
	ids []int64
}

func (d *done) add(cs ...*db.Change) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, c := range cs {
		d.ids = append(d.ids, c.ID)
	}
}

func (d *done) all() []int64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.ids)
}

// even wants every second change.
func even(c *db.Change) bool { return c.ID%2 == 0 }

func each(name string, d *done) flow.Reader {
	return flow.Reader{Name: name, Wants: even, Handle: func(_ context.Context, _ *store.Tx, c *db.Change) error {
		d.add(c)
		return nil
	}}
}

// leads captures some, and answers the changes that even wants.
func leads(t *testing.T, w *ltctest.World, n int) []int64 {
	t.Helper()
	for range n {
		ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
	}
	w.Drain() // until the log shows all of it
	var want []int64
	for _, c := range w.Changes(nil) {
		if even(c) {
			want = append(want, c.ID)
		}
	}
	return want
}

func stored(t *testing.T, w *ltctest.World, name string) int64 {
	t.Helper()
	r, err := w.Reader().Reader.Get(t.Context(), name)
	if db.IsNotFound(err) {
		return 0
	}
	ltctest.Must(t, err)
	return r.ChangeID
}

func TestAReaderThatFailsStaysAndHoldsNobodyUp(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		want := leads(t, w, 6)
		var good, bad done
		broken := true
		failing := flow.Reader{Name: "test.a", Wants: even, Handle: func(_ context.Context, _ *store.Tx, c *db.Change) error {
			if broken && c.ID == want[1] {
				return errors.New("not now")
			}
			bad.add(c)
			return nil
		}}
		look, _ := flow.ReadersOf(w.Store, failing, each("test.b", &good))
		if err := look(t.Context()); err == nil {
			t.Error("nobody is told that a reader failed")
		}
		if !slices.Equal(good.all(), want) || !slices.Equal(bad.all(), want[:1]) || stored(t, w, "test.a") != want[0] {
			t.Errorf("did %v and %v of %v, stored at %d", bad.all(), good.all(), want, stored(t, w, "test.a"))
		}
		broken = false
		ltctest.Must(t, look(t.Context()))
		if !slices.Equal(good.all(), want) || !slices.Equal(bad.all(), want) {
			t.Errorf("then did %v and %v of %v", bad.all(), good.all(), want)
		}
	})
}

func TestALookEndsHoweverMuchIsWrittenMeanwhile(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		leads(t, w, 1)
		batches := 0
		look, _ := flow.ReadersOf(w.Store, flow.Reader{
			Name: "test.a", Wants: func(*db.Change) bool { return true },
			Batch: func(ctx context.Context, _ *store.Tx, _ []*db.Change) error {
				if batches++; batches > 9 {
					return errors.New("it does not end")
				}
				_, err := capture(call.With(ctx, call.From(w.As(stage.Marketing))), w.Store)
				return err
			},
		})
		for looks := range 3 {
			w.ReachHorizon()
			ltctest.Must(t, look(t.Context()))
			if batches != looks+1 {
				t.Errorf("%d looks read %d times", looks+1, batches)
			}
		}
	})
}

func TestWhatIsOnlyPassedIsStoredLaterAndNeverBackwards(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		want := leads(t, w, 5)
		var first, again done
		look, keep := flow.ReadersOf(w.Store, each("test.r", &first))
		ltctest.Must(t, look(t.Context()))
		last := w.Changes(nil)[len(w.Changes(nil))-1].ID
		if got := stored(t, w, "test.r"); got != want[len(want)-1] {
			t.Errorf("stored at %d, want the last that was done, %d", got, want[len(want)-1])
		}
		slow, slowKeep := flow.ReadersOf(w.Store, each("test.r", &again)) // another server, which begins where it is stored
		ltctest.Must(t, slow(t.Context()))
		want = leads(t, w, 4)
		ltctest.Must(t, look(t.Context()))
		ltctest.Must(t, keep(t.Context()))
		ltctest.Must(t, slowKeep(t.Context()))
		end := w.Changes(nil)[len(w.Changes(nil))-1].ID
		if got := stored(t, w, "test.r"); got != end || end == last {
			t.Errorf("stored at %d, want the end, %d", got, end)
		}
		if !slices.Equal(first.all(), want) || len(again.all()) != 0 {
			t.Errorf("did %v, and again %v", first.all(), again.all())
		}
	})
}

func TestNobodyIsBehindAtTheEndOfTheLogThoughAnEarlierRowHasAHigherNumber(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		leads(t, w, 3)
		ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		ltctest.Must(t, w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error { // as of a transaction that was slower
			if !w.Postgres() { // where all changes have the transaction 0
				return nil
			}
			_, err := tx.SQL.ExecContext(ctx, "UPDATE changes SET xid = CASE WHEN id < (SELECT MAX(id) FROM changes) THEN xid + 1 ELSE xid - 1 END")
			return err
		}))
		behind := func() []int64 {
			return slices.Collect(maps.Values(ltctest.Got(flow.Behind(t.Context(), w.Store))(t)))
		}
		if slices.Contains(behind(), 0) {
			t.Errorf("before they have read they are %d behind", behind())
		}
		w.Drain()
		if slices.ContainsFunc(behind(), func(n int64) bool { return n != 0 }) {
			t.Errorf("at the end of the log they are %d behind", behind())
		}
	})
}

func TestTwoServersDoEachChangeOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		want := leads(t, w, 20)
		var did done
		batch := flow.Reader{Name: "test.batch", Wants: even, Batch: func(_ context.Context, _ *store.Tx, cs []*db.Change) error {
			did.add(cs...)
			return nil
		}}
		var singly done
		var at sync.WaitGroup
		for range 4 {
			at.Go(func() {
				look, _ := flow.ReadersOf(w.Store, batch, each("test.single", &singly))
				if err := look(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		at.Wait()
		if !slices.Equal(did.all(), want) || !slices.Equal(singly.all(), want) {
			t.Errorf("did %v and %v of %v", did.all(), singly.all(), want)
		}
	})
}

func TestTheEngineReadsWhatARecordSaysOfItself(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		recordID := ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		want := ltctest.Got(w.Reader().Lead.Get(t.Context(), recordID))(t).LogRecord()
		ltctest.Must(t, w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error {
			got, err := flow.Load(ctx, tx, id.Lead, recordID)
			if !got.EnteredAt.Equal(want.EnteredAt) {
				t.Errorf("entered at %s, want %s", got.EnteredAt, want.EnteredAt)
			}
			if got.EnteredAt = want.EnteredAt; got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
			return err
		}))
	})
}
