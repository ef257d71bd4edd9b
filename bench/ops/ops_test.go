package ops_test

import (
	"database/sql"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/limit"
	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/web"
)

// questions is how many are asked of each operation, and changes how many are made: there and back, twice.
const questions, changes = 20, 4

func TestTheAPIAnswersTheEightOperationsOverASmallSet(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		w, _ := world(t, databaseURL)
		target := served(t, databaseURL)
		ltctest.Must(t, w.GoDeep(t.Context(), target, nil))
		for _, o := range ops.All {
			for i := range 3 {
				if _, err := target.Ask(t.Context(), request(t, w, o, i)); err != nil {
					t.Errorf("%s: %v", o.Name, err)
				}
			}
		}
	})
}

func TestTheLimitAnswersAndWritesWhatTheAPIDoes(t *testing.T) {
	databaseURL := ltctest.Postgres(t)
	w, db := world(t, databaseURL)
	for _, f := range limit.Functions() {
		ltctest.Got(db.ExecContext(t.Context(), f))(t)
	}
	ours, least := served(t, databaseURL), handwritten(t, databaseURL)
	ltctest.Must(t, w.GoDeep(t.Context(), ours, nil))
	ltctest.Must(t, w.LookDeep(t.Context(), db))
	for _, o := range ops.All {
		t.Run(o.Name, func(t *testing.T) {
			if o.Writes {
				writesTheSame(t, db, w, o, ours, least)
				return
			}
			for i := range questions {
				r := request(t, w, o, i*7)
				answer := ltctest.Got(ours.Ask(t.Context(), r))(t)
				r.Path = limit.Path(o.Name)
				if err := ops.Same(answer, ltctest.Got(least.Ask(t.Context(), r))(t)); err != nil {
					t.Errorf("%v: the limit %v", r.Vars, err)
				}
			}
		})
	}
}

// writesTheSame lets both change a record of their own, there and back.
func writesTheSame(t *testing.T, db *sql.DB, w *ops.World, o ops.Op, ours, least *load.Target) {
	t.Helper()
	few := w
	if o.Takes != nil {
		var back func()
		var err error
		few, back, err = w.Few(t.Context(), 2)
		ltctest.Must(t, err)
		defer back()
	}
	for i := range changes {
		wrote := func(target *load.Target, path string, i int) string {
			r := request(t, few, o, i)
			r.Path = path
			return ltctest.Got(o.Written(t.Context(), db, ltctest.Got(target.Ask(t.Context(), r))(t)))(t)
		}
		if x, y := wrote(ours, "", 2*i), wrote(least, limit.Path(o.Name), 2*i+1); x != y {
			t.Errorf("%d: the limit writes otherwise:\n LTC: %s\n not: %s", i+1, x, y)
		}
	}
}

// world is a small set, with enough leads for a page behind a page.
func world(t *testing.T, databaseURL string) (*ops.World, *sql.DB) {
	t.Helper()
	ltctest.Got(data.Make(t.Context(), databaseURL, data.Set{Scale: 0.006, Seed: 3}))(t)
	_, db, err := migrate.Open(databaseURL)
	ltctest.Must(t, err)
	t.Cleanup(func() { _ = db.Close() })
	return ltctest.Got(ops.Look(t.Context(), db))(t), db
}

func request(t *testing.T, w *ops.World, o ops.Op, i int) load.Request {
	t.Helper()
	r := load.Request{Query: o.Ours}
	if o.Takes != nil {
		taken := ltctest.Got(o.Takes(t.Context(), w))(t)
		r.Vars, r.Done = taken.Vars, taken.Answered
	} else {
		r.Vars = o.Next(w, i)
	}
	r.Key, _ = r.Vars["key"].(string)
	return r
}

// served is the API over a database, asked with the token of who sees all.
func served(t *testing.T, databaseURL string) *load.Target {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	ctx := call.With(t.Context(), call.New(call.System(""), time.Now(), call.API))
	token := ltctest.Got(people.IssueToken(ctx, st, data.Everything, "bench", nil))(t)
	log := slog.New(slog.DiscardHandler)
	s := httptest.NewServer(web.New(web.Config{
		Store: st, API: graph.New(st, flow.NewFeed(st, log), log, graph.Quota{Capacity: 1 << 40, Restore: 1 << 40}), Log: log, Now: time.Now,
		App: fstest.MapFS{"index.html": {Data: []byte("LTC")}},
	}))
	t.Cleanup(s.Close)
	return load.New("LTC", s.URL+"/graphql", http.Header{"Authorization": {"Bearer " + token}}, 0)
}

// handwritten is the limit over a database.
func handwritten(t *testing.T, databaseURL string) *load.Target {
	t.Helper()
	s := httptest.NewServer(ltctest.Got(limit.Handler(t.Context(), databaseURL))(t))
	t.Cleanup(s.Close)
	return load.New("limit", s.URL+"/", nil, 0)
}
