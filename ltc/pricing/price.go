package pricing

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

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
			return nil, f.At("lines." + strconv.Itoa(i) + ".unitPrice")
		}
		room -= list
		lines[i] = LineResult{ListMinor: list, DiscountMinor: l.Discount.Of(list)}
	}
	return lines, nil
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
	slices.SortFunc(t.ByRate, func(a, b RateTotal) int { return cmp.Compare(b.TaxRate, a.TaxRate) })
	return t
}
