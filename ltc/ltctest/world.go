package ltctest

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Monday is when every test begins: a working morning in Shanghai.
var Monday = time.Date(2026, 3, 2, 1, 30, 0, 0, time.UTC)

// World is a company in a fresh database, with one person in each department and a clock that only tests move.
type World struct {
	*store.Store
	T      testing.TB
	People map[stage.Department]*db.User
	now    atomic.Int64
}

// In runs a test in a fresh world on either database.
func In(t *testing.T, test func(t *testing.T, w *World)) {
	t.Helper()
	Each(t, func(t *testing.T, databaseURL string) { test(t, New(t, databaseURL)) })
}

// New founds a company in CNY and Asia/Shanghai in a migrated database.
func New(t testing.TB, databaseURL string) *World {
	t.Helper()
	st, err := store.Open(t.Context(), databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	w := &World{Store: st, T: t, People: map[stage.Department]*db.User{}}
	w.now.Store(Monday.UnixMicro())
	ctx := call.With(t.Context(), call.New(call.System(""), Monday, call.API))
	Must(t, flow.CheckEpoch(ctx, st))
	Must(t, people.Found(ctx, st, people.Founding{
		Name: "华恒智造", Currency: "CNY", TimeZone: "Asia/Shanghai", Calendar: "cn",
	}))
	for _, d := range stage.Departments() {
		w.People[d] = Got(people.AddUser(ctx, st, people.NewUser{
			Name: string(d), Email: string(d) + "@example.com", Department: d,
		}))(t)
	}
	return w
}

// Over is a world over a database that somebody else filled; nobody in it is known by department.
func Over(t testing.TB, st *store.Store, now time.Time) *World {
	w := &World{Store: st, T: t, People: map[stage.Department]*db.User{}}
	w.now.Store(now.UnixMicro())
	return w
}

// Now is the world's clock.
func (w *World) Now() time.Time { return time.UnixMicro(w.now.Load()).UTC() }

// Wait lets time pass.
func (w *World) Wait(d time.Duration) { w.now.Add(d.Microseconds()) }

// As is a context in which the department's person calls, now.
func (w *World) As(d stage.Department) context.Context {
	w.T.Helper()
	v := Got(people.ViewerOf(w.T.Context(), w.Store, w.People[d].ID))(w.T)
	return call.With(w.T.Context(), call.New(v, w.Now(), call.API))
}

// Drain lets the readers of the log do what follows, until nothing follows any more.
func (w *World) Drain() {
	w.T.Helper()
	for before := -1; ; {
		w.ReachHorizon()
		Must(w.T, flow.Drain(w.T.Context(), w.Store))
		now := len(w.Changes(nil))
		if now == before {
			return
		}
		before = now
	}
}

// ReachHorizon waits until the log's readers may see all of it: on PostgreSQL their horizon is the whole cluster's, in
// which other tests have transactions too.
func (w *World) ReachHorizon() {
	w.T.Helper()
	if !w.Postgres() {
		return
	}
	for range 4000 {
		var reached bool
		Must(w.T, w.SQL().QueryRowContext(w.T.Context(), `SELECT COALESCE(MAX(xid), 0) <
			pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM changes`).Scan(&reached))
		if reached {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	w.T.Fatal("the log's horizon stands still")
}

// Changes is the whole log, in order, also what its readers may not see yet.
func (w *World) Changes(f *flow.ChangeFilter) []*db.Change {
	w.T.Helper()
	return Got(w.Reader().Change.Query().Where(f.Where).Order(change.ByXid(), change.ByID()).All(w.T.Context()))(w.T)
}

// Must ends the test on an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Got answers the value, or ends the test on an error: `id := ltctest.Got(marketing.CaptureLead(ctx, st, in))(t)`.
func Got[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		Must(t, err)
		return v
	}
}
