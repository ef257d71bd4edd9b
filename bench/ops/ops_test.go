package ops_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"github.com/leadtocash/ltc/bench/data"
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

func TestTheAPIAnswersTheEightOperationsOverASmallSet(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		ltctest.Got(data.Make(t.Context(), databaseURL, data.Set{Scale: 0.004, Seed: 3}))(t)
		_, db, err := migrate.Open(databaseURL)
		ltctest.Must(t, err)
		defer func() { _ = db.Close() }()
		w := ltctest.Got(ops.Look(t.Context(), db))(t)
		target := served(t, databaseURL)
		for _, o := range ops.All {
			for i := range 3 {
				r := load.Request{Query: o.Ours}
				if o.Takes != nil {
					r.Vars, r.Done = o.Takes(w)
				} else {
					r.Vars = o.Next(w, i)
				}
				r.Key, _ = r.Vars["key"].(string)
				if _, err := target.Ask(t.Context(), r); err != nil {
					t.Errorf("%s: %v", o.Name, err)
				}
			}
		}
	})
}

// served is the API over a database, asked with the token of who sees all.
func served(t *testing.T, databaseURL string) *load.Target {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	now := data.Now.Add(time.Hour)
	ctx := call.With(t.Context(), call.New(call.System(""), now, call.API))
	token := ltctest.Got(people.IssueToken(ctx, st, data.Everything, "bench", nil))(t)
	log := slog.New(slog.DiscardHandler)
	s := httptest.NewServer(web.New(web.Config{
		Store: st, API: graph.New(st, flow.NewFeed(st, log), log), Log: log, Now: func() time.Time { return now },
		App: fstest.MapFS{"index.html": {Data: []byte("LTC")}},
	}))
	t.Cleanup(s.Close)
	return load.New("LTC", s.URL+"/graphql", http.Header{"Authorization": {"Bearer " + token}}, 0)
}
