package finance

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
)

func TestInstalmentsBillEachTaxRateInProportion(t *testing.T) {
	whole := []pricing.RateTotal{
		{TaxRate: 130_000, NetMinor: 10_000, TaxMinor: 1_300},
		{TaxRate: 60_000, NetMinor: 5_000, TaxMinor: 300},
	}
	rows, err := divide(whole, []int64{4_980, 9_960, 1_660})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]pricing.RateTotal{
		{{TaxRate: 130_000, NetMinor: 3_000, TaxMinor: 390}, {TaxRate: 60_000, NetMinor: 1_500, TaxMinor: 90}},
		{{TaxRate: 130_000, NetMinor: 6_000, TaxMinor: 780}, {TaxRate: 60_000, NetMinor: 3_000, TaxMinor: 180}},
		{{TaxRate: 130_000, NetMinor: 1_000, TaxMinor: 130}, {TaxRate: 60_000, NetMinor: 500, TaxMinor: 30}},
	}
	for i := range want {
		for g := range want[i] {
			if rows[i][g] != want[i][g] {
				t.Errorf("instalment %d at %s%%: %+v, want %+v", i+1, want[i][g].TaxRate, rows[i][g], want[i][g])
			}
		}
	}
}

func TestInstalmentsAddUpToTheWholeByRateAndByRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole, gross := someTotals(t)
		percents := somePercents(t)
		amounts, err := pricing.Instalments(gross, percents)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := divide(whole, amounts)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			sum := int64(0)
			for g, cell := range row {
				if cell.NetMinor < 0 || cell.TaxMinor < 0 {
					t.Fatalf("a negative share: %+v", cell)
				}
				sum += cell.NetMinor + cell.TaxMinor
				whole[g].NetMinor -= cell.NetMinor
				whole[g].TaxMinor -= cell.TaxMinor
			}
			if sum != amounts[i] {
				t.Fatalf("instalment %d is %d, its shares are %d", i, amounts[i], sum)
			}
		}
		for _, left := range whole {
			if left.NetMinor != 0 || left.TaxMinor != 0 {
				t.Fatalf("left over: %+v", left)
			}
		}
	})
}

func someTotals(t *rapid.T) (whole []pricing.RateTotal, gross int64) {
	for _, rate := range []money.Rate{130_000, 90_000, 60_000, 0}[rapid.IntRange(0, 3).Draw(t, "first rate"):] {
		net := rapid.Int64Range(0, 1_000_000).Draw(t, "net")
		whole = append(whole, pricing.RateTotal{TaxRate: rate, NetMinor: net, TaxMinor: rate.Of(net)})
		gross += net + rate.Of(net)
	}
	return whole, gross
}

func somePercents(t *rapid.T) []money.Rate {
	cuts := rapid.SliceOfN(rapid.Int64Range(1, 100), 1, 8).Draw(t, "percents")
	parts, err := money.Split(int64(money.Whole), cuts, money.LastPart)
	if err != nil {
		t.Fatal(err)
	}
	percents := make([]money.Rate, len(parts))
	for i, p := range parts {
		percents[i] = money.Rate(p)
	}
	return percents
}
