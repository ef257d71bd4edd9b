package data_test

import (
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

// Sets of another shape or of older migrations, and what else may lie beside a set.
var (
	stale = []string{"bench_3_0123456789ab_1_1", "bench_4_0123456789ab_0_005_2", "bench_4_0123456789ab_1_1_draft"}
	other = []string{"bench_other", "bench_4_of_somebody", "mybench_4_0123456789ab_1_1"}
)

func TestASetOnAServerTakesThePlaceOfThoseOfOlderSchemas(t *testing.T) {
	server := ltctest.EmptyPostgres(t)
	db := ltctest.Got(sql.Open("postgres", server))(t)
	t.Cleanup(func() { _ = db.Close() })
	run := func(statement string) { ltctest.Got(db.ExecContext(t.Context(), statement))(t) }
	const used = "bench_2_0123456789ab_1_1"
	for _, name := range slices.Concat(stale, other, []string{used}) {
		run("CREATE DATABASE " + name)
	}
	u := ltctest.Got(url.Parse(server))(t)
	u.Path = used
	user := ltctest.Got(sql.Open("postgres", u.String()))(t)
	ltctest.Must(t, user.PingContext(t.Context()))
	sibling := ltctest.Got(data.Keep(t.Context(), server, data.Set{Scale: 0.002, Seed: 1}))(t)
	set := ltctest.Got(data.Keep(t.Context(), server, data.Set{Scale: 0.002, Seed: 2}))(t)
	ltctest.Must(t, user.Close())
	defer drop(t, server, sibling, set) // either is there still
	has := func(name string) (is bool) {
		ltctest.Must(t, db.QueryRowContext(t.Context(), "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&is))
		return is
	}
	for _, name := range stale {
		if has(name) {
			t.Errorf("%s is still there", name)
			run("DROP DATABASE " + name)
		}
	}
	for _, name := range append(other, used) {
		if !has(name) {
			t.Errorf("%s is gone", name)
			continue
		}
		run("DROP DATABASE " + name)
	}
}

func TestASetInAFolderTakesThePlaceOfThoseOfOlderSchemas(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for _, name := range slices.Concat(stale[:2], other) {
		ltctest.Must(t, os.WriteFile(filepath.Join(dir, name+".db"), nil, 0o600))
		ltctest.Must(t, os.WriteFile(filepath.Join(dir, name+".db-wal"), nil, 0o600))
	}
	for _, name := range other {
		want = append(want, name+".db", name+".db-wal")
	}
	tiny := data.Set{Scale: 0.002, Seed: 1}
	ltctest.Must(t, data.CloneFile(t.Context(), filepath.Join(dir, "run.db"), tiny))
	var left []string
	for _, e := range ltctest.Got(os.ReadDir(dir))(t) {
		left = append(left, e.Name())
	}
	for _, name := range want {
		if !slices.Contains(left, name) {
			t.Errorf("%s is gone", name)
		}
	}
	if len(left) != len(want)+2 { // the set and its copy
		t.Errorf("there are %v", left)
	}
}
