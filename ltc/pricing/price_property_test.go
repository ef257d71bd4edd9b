package pricing_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
)

// documents draws documents of many small and some large lines at the rates that occur.
var documents = rapid.Custom(func(t *rapid.T) pricing.Document {
	lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pricing.Line {
		return pricing.Line{
			Quantity:  money.Quantity(rapid.OneOf(rapid.Int64Range(0, 5_000_000), rapid.Int64Range(0, 1e12)).Draw(t, "quantity")),
			UnitPrice: money.Price(rapid.OneOf(rapid.Int64Range(0, 50_000), rapid.Int64Range(0, 1e12)).Draw(t, "price")),
			Discount:  money.Rate(rapid.SampledFrom([]int64{0, 0, 50_000, 333_333, 1_000_000}).Draw(t, "discount")),
			TaxRate:   money.Rate(rapid.SampledFrom([]int64{0, 60_000, 90_000, 130_000}).Draw(t, "rate")),
			Optional:  rapid.IntRange(0, 5).Draw(t, "optional") == 0,
		}
	}), 0, 30).Draw(t, "lines")
	return pricing.Document{
		Currency: rapid.SampledFrom([]string{"CNY", "JPY", "KWD"}).Draw(t, "currency"),
		TaxMode:  rapid.SampledFrom([]pricing.TaxMode{pricing.Exclusive, pricing.Inclusive}).Draw(t, "mode"),
		Rounding: rapid.SampledFrom([]pricing.Rounding{pricing.LineThenSum, pricing.SumThenRound}).Draw(t, "rounding"),
		Lines:    lines,
	}
})

// discounted draws a document and takes some of what its lines cost off the header.
func discounted(t *rapid.T) (pricing.Document, pricing.Result) {
	doc := documents.Draw(t, "document")
	full := price(t, doc)
	agreed := full.Totals.NetMinor
	if doc.TaxMode == pricing.Inclusive {
		agreed = full.Totals.GrossMinor
	}
	doc.HeaderDiscountMinor = rapid.Int64Range(0, agreed).Draw(t, "header discount")
	return doc, price(t, doc)
}

func price(t *rapid.T, doc pricing.Document) pricing.Result {
	result, err := pricing.Price(doc)
	if err != nil {
		t.Fatalf("%+v is refused: %v", doc, err)
	}
	return result
}

func TestLinesAddUpToTheTotals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc, got := discounted(t)
		var sum pricing.Totals
		for i, l := range got.Lines {
			if doc.Lines[i].Optional {
				continue
			}
			sum.ListMinor += l.ListMinor
			sum.DiscountMinor += l.DiscountMinor
			sum.HeaderDiscountMinor += l.HeaderDiscountMinor
			sum.NetMinor += l.NetMinor
			sum.TaxMinor += l.TaxMinor
			sum.GrossMinor += l.GrossMinor
		}
		byRate := got.Totals.ByRate
		got.Totals.ByRate = nil
		if got.Totals.HeaderDiscountMinor != doc.HeaderDiscountMinor || !same(sum, got.Totals) {
			t.Fatalf("lines add up to %+v, totals are %+v", sum, got.Totals)
		}
		net, tax := int64(0), int64(0)
		for _, r := range byRate {
			net, tax = net+r.NetMinor, tax+r.TaxMinor
		}
		if net != sum.NetMinor || tax != sum.TaxMinor {
			t.Fatalf("rates add up to %d + %d, totals are %+v", net, tax, got.Totals)
		}
	})
}

func same(a, b pricing.Totals) bool {
	return a.ListMinor == b.ListMinor && a.DiscountMinor == b.DiscountMinor &&
		a.HeaderDiscountMinor == b.HeaderDiscountMinor && a.NetMinor == b.NetMinor &&
		a.TaxMinor == b.TaxMinor && a.GrossMinor == b.GrossMinor
}

func TestEveryLineIsWhatWasAgreedAndNeverNegative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc, got := discounted(t)
		for i, l := range got.Lines {
			agreed := l.NetMinor
			if doc.TaxMode == pricing.Inclusive {
				agreed = l.GrossMinor
			}
			if l.ListMinor-l.DiscountMinor-l.HeaderDiscountMinor != agreed {
				t.Fatalf("line %d was agreed otherwise: %+v", i, l)
			}
			if l.NetMinor+l.TaxMinor != l.GrossMinor {
				t.Fatalf("line %d does not add up: %+v", i, l)
			}
			if min(l.ListMinor, l.DiscountMinor, l.HeaderDiscountMinor, l.NetMinor, l.TaxMinor) < 0 {
				t.Fatalf("line %d is negative: %+v", i, l)
			}
		}
	})
}

// Under SumThenRound each rate's tax is rounded once from its base, whatever the lines are (R3, R4).
func TestTheTaxOfARateIsRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc, _ := discounted(t)
		doc.Rounding = pricing.SumThenRound
		for _, r := range price(t, doc).Totals.ByRate {
			want := r.TaxRate.Of(r.NetMinor)
			if doc.TaxMode == pricing.Inclusive {
				gross := r.NetMinor + r.TaxMinor
				net, err := money.MulDiv(gross, int64(money.Whole), int64(money.Whole+r.TaxRate))
				if err != nil {
					t.Fatal(err)
				}
				want = gross - net
			}
			if r.TaxMinor != want {
				t.Fatalf("tax at %s %% is %d, want %d of %+v", r.TaxRate, r.TaxMinor, want, r)
			}
		}
	})
}
