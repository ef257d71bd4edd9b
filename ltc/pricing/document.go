// Package pricing turns the lines of a quote, order or invoice into amounts and taxes, the same way for all of them.
// It also divides a priced total over instalments and partial deliveries so that the parts add up to the whole (R7).
package pricing

import (
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

func (doc Document) check() error {
	if _, err := money.Digits(doc.Currency); err != nil {
		return fault.Of(err).At("currency")
	}
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
