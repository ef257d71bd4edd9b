package main

import (
	"database/sql"
	"testing"

	"github.com/leadtocash/ltc/bench/data"
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
