package data_test

import (
	"maps"
	"testing"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

// small is a hundredth of the smaller set.
var small = data.Set{Scale: 0.01, Seed: 7}

// rows are what a hundredth has of each table; the log has at least an opening of each record.
var rows = map[string]int64{
	"accounts": 200, "contacts": 600, "leads": 2000, "journeys": 2200, "opportunities": 1000, "quotes": 600, "quote_versions": 600,
	"quote_lines": 2400, "contracts": 250, "payment_plan_items": 500, "orders": 250, "order_lines": 1000, "invoices": 500,
	"invoice_lines": 500, "payments": 450, "allocations": 450,
}

func TestTheSetHasItsCountsAndNoKeyPointsNowhere(t *testing.T) {
	made := map[string]*data.Made{}
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		m := ltctest.Got(data.Make(t.Context(), databaseURL, small))(t)
		made[t.Name()] = m
		got := maps.Clone(m.Rows)
		delete(got, "changes")
		if !maps.Equal(got, rows) {
			t.Errorf("rows %v, want %v", got, rows)
		}
		if m.Rows["changes"] < 6000 {
			t.Errorf("%d rows of the log, want 6,000 at least", m.Rows["changes"])
		}
		if broken := ltctest.Got(data.Broken(t.Context(), databaseURL))(t); len(broken) > 0 {
			t.Errorf("keys point nowhere: %v", broken)
		}
	})
	var hashes []string
	for _, m := range made {
		hashes = append(hashes, m.Hash)
	}
	if len(hashes) == 2 && hashes[0] != hashes[1] {
		t.Errorf("the same seed made %s and %s", hashes[0], hashes[1])
	}
}

func TestAnotherSeedMakesAnotherSet(t *testing.T) {
	tiny := data.Set{Scale: 0.002, Seed: 1}
	first := ltctest.Got(data.Make(t.Context(), ltctest.SQLite(t), tiny))(t)
	again := ltctest.Got(data.Make(t.Context(), ltctest.SQLite(t), tiny))(t)
	tiny.Seed = 2
	other := ltctest.Got(data.Make(t.Context(), ltctest.SQLite(t), tiny))(t)
	if first.Hash != again.Hash || first.Hash == other.Hash {
		t.Errorf("seeds 1, 1 and 2 made %s, %s and %s", first.Hash, again.Hash, other.Hash)
	}
}
