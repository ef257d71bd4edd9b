// Package pricing turns the lines of a quote, order or invoice into amounts and taxes, the same way for all of them.
// It also divides a priced total over instalments and partial deliveries so that the parts add up to the whole (R7).
package pricing

import (
	"math"
	"slices"
	"strconv"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

// TaxMode tells whether a document's prices and discounts hold the tax.
type TaxMode string

// The tax modes as they are stored on a document.
const (
	Exclusive TaxMode = "exclusive" // net is what was agreed, tax comes on top (R4)
	Inclusive TaxMode = "inclusive" // gross is what was agreed, tax is inside (R3)
)

// Rounding is a document's one policy for its tax (R2).
type Rounding string

// The roundings as they are stored on a document.
const (
	LineThenSum  Rounding = "line_then_sum"  // each line's tax is rounded, and they are added up
	SumThenRound Rounding = "sum_then_round" // the tax of each rate's summed base is rounded, and lines get their share
)

// Line is what is asked for one position.
type Line struct {
	Quantity  money.Quantity
	UnitPrice money.Price // net or gross as the document's TaxMode says
	Discount  money.Rate  // percent off this line
	TaxRate   money.Rate
	Optional  bool // offered and priced, but not in the totals
}

// Document is all that its price depends on.
type Document struct {
	Currency            string
	TaxMode             TaxMode
	Rounding            Rounding
	HeaderDiscountMinor int64 // off the whole, net or gross as TaxMode says; fixed at approval (R5)
	Lines               []Line
}

// LineResult is a priced line in minor units. List - Discount - HeaderDiscount is Net in exclusive and Gross in
// inclusive mode; Net + Tax is always Gross.
type LineResult struct {
	ListMinor           int64 // quantity x price
	DiscountMinor       int64 // the line's own
	HeaderDiscountMinor int64 // its share of the document's
	NetMinor            int64
	TaxMinor            int64
	GrossMinor          int64
}

// RateTotal is the base and the tax of all lines of one rate (R6).
type RateTotal struct {
	TaxRate  money.Rate
	NetMinor int64
	TaxMinor int64
}

// Totals are the sums of the lines that are not optional, in minor units.
type Totals struct {
	ListMinor           int64
	DiscountMinor       int64 // of the lines, without the header's
	HeaderDiscountMinor int64
	NetMinor            int64
	TaxMinor            int64
	GrossMinor          int64
	ByRate              []RateTotal // highest rate first
}

// Result is a priced document; Lines are in the document's order.
type Result struct {
	Lines  []LineResult
	Totals Totals
}

// Price prices a document by R2 to R6. It never looks at a total that a client sent (R8).
//
// Errors: INVALID document.unknown_tax_mode, document.unknown_rounding, money.unknown_currency, line.negative,
// rate.out_of_range, document.discount_negative, document.discount_exceeds_lines, decimal.out_of_range; the fields are
// paths such as lines.2.unitPrice.
func Price(doc Document) (Result, error) {
	if err := doc.check(); err != nil {
		return Result{}, err
	}
	lines, err := doc.extend()
	if err != nil {
		return Result{}, err
	}
	if err := doc.discountHeader(lines); err != nil {
		return Result{}, err
	}
	if err := doc.tax(lines); err != nil {
		return Result{}, err
	}
	return Result{lines, doc.total(lines)}, nil
}

func (doc Document) check() error {
	if doc.TaxMode != Exclusive && doc.TaxMode != Inclusive {
		return fault.Invalid("document.unknown_tax_mode", map[string]any{"value": doc.TaxMode}).At("taxMode")
	}
	if doc.Rounding != LineThenSum && doc.Rounding != SumThenRound {
		return fault.Invalid("document.unknown_rounding", map[string]any{"value": doc.Rounding}).At("rounding")
	}
	if doc.HeaderDiscountMinor < 0 {
		return fault.Invalid("document.discount_negative", nil).At("headerDiscount")
	}
	for i, l := range doc.Lines {
		if err := l.check(); err != nil {
			return err.Under("lines." + strconv.Itoa(i))
		}
	}
	return nil
}

// check keeps the bounds of R9: a return or a discount is a document or a field of its own, never a negative line.
func (l Line) check() *fault.Error {
	switch {
	case l.Quantity < 0:
		return fault.Invalid("line.negative", nil).At("quantity")
	case l.UnitPrice < 0:
		return fault.Invalid("line.negative", nil).At("unitPrice")
	case l.Discount.Check() != nil:
		return fault.Of(l.Discount.Check()).At("discount")
	case l.TaxRate.Check() != nil:
		return fault.Of(l.TaxRate.Check()).At("taxRate")
	}
	return nil
}

// largest is the most that a document's lines may list, so that no sum of them with their taxes leaves the range.
const largest = math.MaxInt64 / 4

// extend prices every line up to its own discount.
func (doc Document) extend() ([]LineResult, error) {
	lines := make([]LineResult, len(doc.Lines))
	room := int64(largest)
	for i, l := range doc.Lines {
		list, err := money.Extend(l.UnitPrice, l.Quantity, doc.Currency)
		if err == nil && list > room {
			err = fault.Invalid("decimal.out_of_range", map[string]any{"value": list})
		}
		if f := fault.Of(err); f != nil {
			return nil, doc.blame(f, i)
		}
		room -= list
		lines[i] = LineResult{ListMinor: list, DiscountMinor: l.Discount.Of(list)}
	}
	return lines, nil
}

func (doc Document) blame(f *fault.Error, line int) *fault.Error {
	if f.Rule == "money.unknown_currency" {
		return f.At("currency")
	}
	return f.At("lines." + strconv.Itoa(line) + ".unitPrice")
}

// discountHeader gives every line that counts its share of the header's discount, before tax (R5).
func (doc Document) discountHeader(lines []LineResult) error {
	weights := make([]int64, len(lines))
	sum := int64(0)
	for i, l := range lines {
		if !doc.Lines[i].Optional {
			weights[i] = l.agreed()
			sum += weights[i]
		}
	}
	if doc.HeaderDiscountMinor > sum {
		return fault.Invalid("document.discount_exceeds_lines", nil).At("headerDiscount")
	}
	shares, err := money.Split(doc.HeaderDiscountMinor, weights, money.LargestLine)
	for i := range shares {
		lines[i].HeaderDiscountMinor = shares[i]
	}
	return err
}

// agreed is what was agreed for the line after discounts: its net or its gross, as the tax mode says.
func (l LineResult) agreed() int64 { return l.ListMinor - l.DiscountMinor - l.HeaderDiscountMinor }

func (doc Document) total(lines []LineResult) Totals {
	var t Totals
	byRate := map[money.Rate]RateTotal{}
	for i, l := range lines {
		if doc.Lines[i].Optional {
			continue
		}
		t.ListMinor += l.ListMinor
		t.DiscountMinor += l.DiscountMinor
		t.HeaderDiscountMinor += l.HeaderDiscountMinor
		t.NetMinor += l.NetMinor
		t.TaxMinor += l.TaxMinor
		t.GrossMinor += l.GrossMinor
		rate := doc.Lines[i].TaxRate
		byRate[rate] = RateTotal{rate, byRate[rate].NetMinor + l.NetMinor, byRate[rate].TaxMinor + l.TaxMinor}
	}
	for _, r := range byRate {
		t.ByRate = append(t.ByRate, r)
	}
	slices.SortFunc(t.ByRate, func(a, b RateTotal) int { return int(b.TaxRate - a.TaxRate) })
	return t
}
