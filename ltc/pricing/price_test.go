package pricing_test

import (
	"math"
	"reflect"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
)

const piece = money.Quantity(1_000_000)

// at is one piece at a price in thousandths of the major unit, taxed in percent.
func at(milli money.Price, taxPercent money.Rate) pricing.Line {
	return pricing.Line{Quantity: piece, UnitPrice: milli * 1000, TaxRate: taxPercent * 10_000}
}

func off(l pricing.Line, percent money.Rate) pricing.Line {
	l.Discount = percent * 10_000
	return l
}

func optional(l pricing.Line) pricing.Line {
	l.Optional = true
	return l
}

func TestPrice(t *testing.T) {
	tests := map[string]struct {
		doc    pricing.Document
		lines  []pricing.LineResult
		totals pricing.Totals
	}{
		"tax comes on top of an exclusive line": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.LineThenSum,
				Lines: []pricing.Line{{Quantity: 3 * piece, UnitPrice: 12_300_000, TaxRate: 130_000}}},
			[]pricing.LineResult{{3690, 0, 0, 3690, 480, 4170}},
			pricing.Totals{3690, 0, 0, 3690, 480, 4170, []pricing.RateTotal{{130_000, 3690, 480}}},
		},
		"gross is the truth of an inclusive line: 50,000 yen at 10 % are 45,455 + 4,545 (R3)": {
			pricing.Document{Currency: "JPY", TaxMode: pricing.Inclusive, Rounding: pricing.LineThenSum,
				Lines: []pricing.Line{at(50_000_000, 10)}},
			[]pricing.LineResult{{50_000, 0, 0, 45_455, 4_545, 50_000}},
			pricing.Totals{50_000, 0, 0, 45_455, 4_545, 50_000, []pricing.RateTotal{{100_000, 45_455, 4_545}}},
		},
		"each line's tax is rounded under line_then_sum (R2)": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.LineThenSum,
				Lines: []pricing.Line{at(40, 13), at(40, 13), at(40, 13)}},
			[]pricing.LineResult{{4, 0, 0, 4, 1, 5}, {4, 0, 0, 4, 1, 5}, {4, 0, 0, 4, 1, 5}},
			pricing.Totals{12, 0, 0, 12, 3, 15, []pricing.RateTotal{{130_000, 12, 3}}},
		},
		"the summed base is taxed under sum_then_round, and lines get it by largest remainder (R4)": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.SumThenRound,
				Lines: []pricing.Line{at(40, 13), at(40, 13), at(50, 13)}},
			[]pricing.LineResult{{4, 0, 0, 4, 1, 5}, {4, 0, 0, 4, 0, 4}, {5, 0, 0, 5, 1, 6}},
			pricing.Totals{13, 0, 0, 13, 2, 15, []pricing.RateTotal{{130_000, 13, 2}}},
		},
		"the tax inside a summed gross is rounded once, and net and tax are the gross exactly (R3)": {
			pricing.Document{TaxMode: pricing.Inclusive, Rounding: pricing.SumThenRound,
				Lines: []pricing.Line{at(1000, 13), at(1000, 13), at(1000, 13)}},
			[]pricing.LineResult{{100, 0, 0, 88, 12, 100}, {100, 0, 0, 88, 12, 100}, {100, 0, 0, 89, 11, 100}},
			pricing.Totals{300, 0, 0, 265, 35, 300, []pricing.RateTotal{{130_000, 265, 35}}},
		},
		"mixed rates keep separate bases, the highest first (R6)": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.SumThenRound,
				Lines: []pricing.Line{at(1000, 6), at(1000, 0), at(1000, 13), at(2000, 6), at(1000, 9)}},
			[]pricing.LineResult{{100, 0, 0, 100, 6, 106}, {100, 0, 0, 100, 0, 100}, {100, 0, 0, 100, 13, 113},
				{200, 0, 0, 200, 12, 212}, {100, 0, 0, 100, 9, 109}},
			pricing.Totals{600, 0, 0, 600, 40, 640,
				[]pricing.RateTotal{{130_000, 100, 13}, {90_000, 100, 9}, {60_000, 300, 18}, {0, 100, 0}}},
		},
		"a line's own discount is before the header's, which goes by net with the residual to the largest line (R5)": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.LineThenSum, HeaderDiscountMinor: 100,
				Lines: []pricing.Line{off(at(20_000, 10), 50), at(50_000, 10), at(10_000, 10)}},
			[]pricing.LineResult{{2000, 1000, 14, 986, 99, 1085}, {5000, 0, 72, 4928, 493, 5421}, {1000, 0, 14, 986, 99, 1085}},
			pricing.Totals{8000, 1000, 100, 6900, 691, 7591, []pricing.RateTotal{{100_000, 6900, 691}}},
		},
		"a header discount of inclusive prices is gross": {
			pricing.Document{TaxMode: pricing.Inclusive, Rounding: pricing.LineThenSum, HeaderDiscountMinor: 1130,
				Lines: []pricing.Line{at(22_600, 13)}},
			[]pricing.LineResult{{2260, 0, 1130, 1000, 130, 1130}},
			pricing.Totals{2260, 0, 1130, 1000, 130, 1130, []pricing.RateTotal{{130_000, 1000, 130}}},
		},
		"an optional line is priced, but counts for no total, tax group or header discount": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.SumThenRound, HeaderDiscountMinor: 10,
				Lines: []pricing.Line{optional(at(1000, 13)), at(1000, 13)}},
			[]pricing.LineResult{{100, 0, 0, 100, 13, 113}, {100, 0, 10, 90, 12, 102}},
			pricing.Totals{100, 0, 10, 90, 12, 102, []pricing.RateTotal{{130_000, 90, 12}}},
		},
		"free goods are a line of nothing (R9)": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.SumThenRound,
				Lines: []pricing.Line{at(0, 13), off(at(1000, 13), 100)}},
			[]pricing.LineResult{{}, {100, 100, 0, 0, 0, 0}},
			pricing.Totals{100, 100, 0, 0, 0, 0, []pricing.RateTotal{{130_000, 0, 0}}},
		},
		"a header discount may take everything": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.SumThenRound, HeaderDiscountMinor: 100,
				Lines: []pricing.Line{at(1000, 13)}},
			[]pricing.LineResult{{100, 0, 100, 0, 0, 0}},
			pricing.Totals{100, 0, 100, 0, 0, 0, []pricing.RateTotal{{130_000, 0, 0}}},
		},
		"a document without lines costs nothing": {
			pricing.Document{TaxMode: pricing.Exclusive, Rounding: pricing.SumThenRound},
			[]pricing.LineResult{}, pricing.Totals{},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if test.doc.Currency == "" {
				test.doc.Currency = "CNY"
			}
			got, err := pricing.Price(test.doc)
			if err != nil {
				t.Fatal(err)
			}
			if want := (pricing.Result{Lines: test.lines, Totals: test.totals}); !reflect.DeepEqual(got, want) {
				t.Errorf("\ngot  %+v\nwant %+v", got, want)
			}
		})
	}
}

func TestPriceRefuses(t *testing.T) {
	good := func() pricing.Document {
		return pricing.Document{Currency: "CNY", TaxMode: pricing.Exclusive, Rounding: pricing.LineThenSum,
			Lines: []pricing.Line{at(1000, 13), at(1000, 13)}}
	}
	tests := map[string]struct {
		spoil      func(*pricing.Document)
		rule, path string
	}{
		"a currency nobody knows":     {func(d *pricing.Document) { d.Currency = "XYZ" }, "money.unknown_currency", "currency"},
		"a tax mode nobody knows":     {func(d *pricing.Document) { d.TaxMode = "" }, "document.unknown_tax_mode", "taxMode"},
		"a rounding nobody knows":     {func(d *pricing.Document) { d.Rounding = "" }, "document.unknown_rounding", "rounding"},
		"a negative quantity (R9)":    {func(d *pricing.Document) { d.Lines[1].Quantity = -1 }, "line.negative", "lines.1.quantity"},
		"a negative price (R9)":       {func(d *pricing.Document) { d.Lines[1].UnitPrice = -1 }, "line.negative", "lines.1.unitPrice"},
		"more than all off (R9)":      {func(d *pricing.Document) { d.Lines[0].Discount = 1_000_001 }, "rate.out_of_range", "lines.0.discount"},
		"a surcharge as discount":     {func(d *pricing.Document) { d.Lines[0].Discount = -1 }, "rate.out_of_range", "lines.0.discount"},
		"a tax above 100 %":           {func(d *pricing.Document) { d.Lines[0].TaxRate = 1_000_001 }, "rate.out_of_range", "lines.0.taxRate"},
		"a surcharge for the header":  {func(d *pricing.Document) { d.HeaderDiscountMinor = -1 }, "document.discount_negative", "headerDiscount"},
		"more off than the lines are": {func(d *pricing.Document) { d.HeaderDiscountMinor = 201 }, "document.discount_exceeds_lines", "headerDiscount"},
		"a line beyond the range": {func(d *pricing.Document) {
			d.Lines[1].UnitPrice, d.Lines[1].Quantity = math.MaxInt64, math.MaxInt64
		}, "decimal.out_of_range", "lines.1.unitPrice"},
		"lines that are beyond the range together": {func(d *pricing.Document) {
			d.Lines[0].UnitPrice, d.Lines[0].Quantity = 2_000_000_000_000_000_000, 10_000*piece
			d.Lines[1] = d.Lines[0]
		}, "decimal.out_of_range", "lines.1.unitPrice"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			doc := good()
			test.spoil(&doc)
			_, err := pricing.Price(doc)
			f := fault.Of(err)
			if f == nil || f.Rule != test.rule || len(f.Fields) != 1 || f.Fields[0].Path != test.path {
				t.Errorf("refused with %+v, want %s at %s", f, test.rule, test.path)
			}
		})
	}
}
