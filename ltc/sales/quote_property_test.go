package sales_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ent/db/quoteline"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

// drawLine draws a position as people write them, with odd prices, discounts and rates.
func drawLine(t *rapid.T) finance.LineInput {
	return finance.LineInput{
		Description: ptr("服务"),
		Quantity:    money.Quantity(rapid.Int64Range(1, 5_000_000_000).Draw(t, "quantity")),
		UnitPrice:   ptr(money.Price(rapid.Int64Range(0, 9_000_000_000).Draw(t, "price"))),
		Discount:    ptr(money.Rate(rapid.SampledFrom([]int64{0, 50_000, 333_333, 1_000_000}).Draw(t, "discount"))),
		TaxRate:     ptr(money.Rate(rapid.SampledFrom([]int64{0, 60_000, 90_000, 130_000}).Draw(t, "rate"))),
		Optional:    ptr(rapid.IntRange(0, 5).Draw(t, "optional") == 0),
	}
}

// asPriced is the document that the lines make, which pricing alone prices.
func asPriced(mode pricing.TaxMode, in []finance.LineInput) pricing.Document {
	doc := pricing.Document{Currency: "CNY", TaxMode: mode, Rounding: pricing.LineThenSum}
	for _, l := range in {
		doc.Lines = append(doc.Lines, pricing.Line{
			Quantity: l.Quantity, UnitPrice: *l.UnitPrice, Discount: *l.Discount, TaxRate: *l.TaxRate, Optional: *l.Optional,
		})
	}
	return doc
}

func TestWhatIsStoredOfAQuoteIsWhatPricingSays(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		ctx := w.As(stage.Sales)
		rapid.Check(t, func(rt *rapid.T) {
			lines := rapid.SliceOfN(rapid.Custom(drawLine), 0, 6).Draw(rt, "lines")
			mode := rapid.SampledFrom([]pricing.TaxMode{pricing.Exclusive, pricing.Inclusive}).Draw(rt, "mode")
			doc := asPriced(mode, lines)
			full, err := pricing.Price(doc)
			ltctest.Must(t, err)
			most := full.Totals.ListMinor - full.Totals.DiscountMinor
			doc.HeaderDiscountMinor = rapid.Int64Range(0, most).Draw(rt, "header discount")
			want, err := pricing.Price(doc)
			ltctest.Must(t, err)
			total := money.Amount{Minor: want.Totals.GrossMinor, Currency: "CNY"}
			id, err := sales.CreateQuote(ctx, w.Store, sales.CreateQuoteInput{
				OpportunityID: o.ID, TaxMode: &mode, Lines: lines, ExpectedTotal: yuan(total.Decimal()),
				HeaderDiscount: yuan(money.Amount{Minor: doc.HeaderDiscountMinor, Currency: "CNY"}.Decimal()),
			})
			ltctest.Must(t, err)
			stored(t, w, id, want)
		})
	})
}

// stored holds a version and its lines against a priced document.
func stored(t *testing.T, w *ltctest.World, id string, want pricing.Result) {
	t.Helper()
	v := version(t, w, id)
	got := pricing.Totals{
		ListMinor: v.ListMinor, DiscountMinor: v.DiscountTotalMinor - v.HeaderDiscountMinor,
		HeaderDiscountMinor: v.HeaderDiscountMinor, NetMinor: v.NetMinor, TaxMinor: v.TaxMinor, GrossMinor: v.GrossMinor,
	}
	want.Totals.ByRate = nil
	if got.ListMinor != want.Totals.ListMinor || got.DiscountMinor != want.Totals.DiscountMinor ||
		got.HeaderDiscountMinor != want.Totals.HeaderDiscountMinor || got.NetMinor != want.Totals.NetMinor ||
		got.TaxMinor != want.Totals.TaxMinor || got.GrossMinor != want.Totals.GrossMinor {
		t.Fatalf("stored %+v, want %+v", got, want.Totals)
	}
	lines := ltctest.Got(w.Reader().QuoteLine.Query().Where(quoteline.QuoteVersionID(id)).Order(quoteline.ByPosition()).All(t.Context()))(t)
	if len(lines) != len(want.Lines) {
		t.Fatalf("%d lines, want %d", len(lines), len(want.Lines))
	}
	for i, l := range lines {
		p := want.Lines[i]
		if l.Position != i+1 || l.ListMinor != p.ListMinor || l.DiscountAmountMinor != p.DiscountMinor ||
			l.NetMinor != p.NetMinor || l.TaxMinor != p.TaxMinor || l.GrossMinor != p.GrossMinor {
			t.Fatalf("line %d is stored as %+v, want %+v", i, l, p)
		}
	}
}
