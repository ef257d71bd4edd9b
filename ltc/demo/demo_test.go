package demo_test

import (
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

var now = time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC)

func made(t *testing.T, databaseURL string) *store.Store {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	ltctest.Must(t, demo.Make(t.Context(), st, demo.Small, now))
	return st
}

func TestTheDemoCompanyHasWorkAtEveryStage(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		st := made(t, databaseURL)
		at := map[id.Kind]map[stage.Category]int{}
		for _, kind := range stage.Kinds() {
			at[kind] = map[stage.Category]int{}
			for _, n := range ltctest.Got(db.Nodes(t.Context(), st.Reader(), kind))(t) {
				at[kind][n.(stage.Logged).LogRecord().Category]++
			}
		}
		t.Log(at)
		wanted := map[id.Kind][]stage.Category{
			id.Lead:            {stage.New, stage.Working, stage.Qualified, stage.Converted, stage.Disqualified, stage.Pooled},
			id.Account:         {stage.Prospect, stage.Customer},
			id.Opportunity:     {stage.Open, stage.OnHold, stage.Won, stage.Lost},
			id.QuoteVersion:    {stage.Draft, stage.Sent, stage.Accepted, stage.Closed},
			id.Contract:        {stage.Effective, stage.Completed},
			id.PaymentPlanItem: {stage.Planned, stage.Triggered},
			id.Order:           {stage.Confirmed, stage.Closed},
			id.Shipment:        {stage.Delivered},
			id.Acceptance:      {stage.Accepted},
			id.Invoice:         {stage.Draft, stage.Posted, stage.Closed},
			id.Payment:         {stage.Confirmed},
		}
		for kind, categories := range wanted {
			for _, c := range categories {
				if at[kind][c] == 0 {
					t.Errorf("no %s is %s: %v", kind, c, at[kind])
				}
			}
		}
		if n := ltctest.Got(st.Reader().Journey.Query().Count(t.Context()))(t); n < 110 || n > 125 {
			t.Errorf("%d journeys, want some 120", n)
		}
		if n := ltctest.Got(st.Reader().User.Query().Count(t.Context()))(t); n != 21 {
			t.Errorf("%d people, want 20 and a partner", n)
		}
	})
}

func TestTheDemoCompanyIsTheSameEachTime(t *testing.T) {
	first, second := made(t, ltctest.SQLite(t)), made(t, ltctest.SQLite(t))
	ids := func(st *store.Store) []string {
		return ltctest.Got(st.Reader().Invoice.Query().IDs(t.Context()))(t)
	}
	a, b := ids(first), ids(second)
	if len(a) == 0 || len(a) != len(b) {
		t.Fatalf("%d invoices and %d", len(a), len(b))
	}
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("invoice %d is %s and %s", i, a[i], b[i])
		}
	}
}
