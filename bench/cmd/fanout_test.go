package main

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestACrowdSeesWhatItHasToWhicheverWasMeasuredBefore(t *testing.T) {
	url := ltctest.Postgres(t)
	ltctest.Got(data.Make(t.Context(), url, data.Set{Scale: 0.002, Seed: 1}))(t)
	db := ltctest.Got(sql.Open("postgres", url))(t)
	defer func() { _ = db.Close() }()
	st := ltctest.Got(store.Open(t.Context(), url))(t)
	defer func() { _ = st.Close() }()
	b := &bench{db: db, store: st}
	for n, tt := range []struct {
		who              string
		people, auditors int
	}{{own, 200, 1}, {all, 200, 200}, {all, 200, 200}, {own, 200, 1}, {one, 1, 1}} {
		s := &spreading{bench: b, crowd: crowd{who: tt.who}}
		people := ltctest.Got(s.people(t.Context()))(t)
		var auditors int
		const count = `SELECT count(*) FROM user_roles x JOIN roles r ON r.id = x.role_id WHERE r.key = 'auditor'`
		ltctest.Must(t, db.QueryRowContext(t.Context(), count).Scan(&auditors))
		if len(people) != tt.people || auditors != tt.auditors {
			t.Errorf("%d. %s: %d people and %d auditors, want %d and %d", n+1, tt.who, len(people), auditors, tt.people, tt.auditors)
		}
	}
}

func TestACrowdLeavesToTheNextWhatItHasNotMoved(t *testing.T) {
	url := ltctest.SQLite(t)
	ltctest.Got(data.Make(t.Context(), url, data.Set{Scale: 0.002, Seed: 1}))(t)
	_, db, err := migrate.Open(url)
	ltctest.Must(t, err)
	defer func() { _ = db.Close() }()
	few, _, err := ltctest.Got(ops.Look(t.Context(), db))(t).Few(t.Context(), 3)
	ltctest.Must(t, err)
	for range 3 {
		ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
		failed := &spreading{bench: &bench{world: few}, crowd: crowd{who: one}}
		if _, err := failed.take(ctx, 4); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v, want that there are no four records", err)
		}
		stop()
		failed.end()
	}
	next := &spreading{bench: &bench{world: few}, crowd: crowd{who: one, sockets: 5}}
	if wants := ltctest.Got(next.take(t.Context(), 3))(t); !slices.Equal(wants, []int{5, 5, 5}) {
		t.Errorf("to be told of each are %v, want five", wants)
	}
}
