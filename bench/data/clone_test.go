package data_test

import (
	"context"
	"database/sql"
	"net/url"
	"testing"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestAllWhoAskACloneHaveTheSettingsOfLTC(t *testing.T) {
	server := ltctest.EmptyPostgres(t)
	tiny := data.Set{Scale: 0.002, Seed: 1}
	set := ltctest.Got(data.Keep(t.Context(), server, tiny))(t)
	clone := ltctest.Got(data.Clone(t.Context(), server, "bench_clone_test", tiny))(t)
	t.Cleanup(func() { drop(t, server, set, clone) })
	db := ltctest.Got(sql.Open("postgres", clone))(t)
	defer func() { _ = db.Close() }()
	st := ltctest.Got(store.Open(t.Context(), clone))(t)
	defer func() { _ = st.Close() }()
	for _, name := range []string{"jit", "max_parallel_workers_per_gather", "random_page_cost"} {
		var got, want string
		ltctest.Must(t, db.QueryRowContext(t.Context(), "SHOW "+name).Scan(&got))
		ltctest.Must(t, st.SQL().QueryRowContext(t.Context(), "SHOW "+name).Scan(&want))
		if got != want {
			t.Errorf("%s is %s, and %s for LTC", name, got, want)
		}
	}
}

// drop takes databases away from a server that outlives the test.
func drop(t *testing.T, server string, databases ...string) {
	t.Helper()
	db := ltctest.Got(sql.Open("postgres", server))(t)
	defer func() { _ = db.Close() }()
	for _, d := range databases {
		name := ltctest.Got(url.Parse(d))(t).Path[1:]
		_, err := db.ExecContext(context.WithoutCancel(t.Context()), "DROP DATABASE "+name+" WITH (FORCE)")
		ltctest.Must(t, err)
	}
}
