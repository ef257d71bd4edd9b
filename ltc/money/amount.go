// Package money holds what may never be a float: amounts in minor units, and prices, quantities and rates in
// millionths (R1). Products go through 128 bits and are rounded once, half away from zero (R2).
package money

import (
	"cmp"
	"math"

	"github.com/bojanz/currency"

	"github.com/leadtocash/ltc/ltc/fault"
)

// Amount is a sum of money in minor units of its currency: 12.30 CNY is {1230, "CNY"}, 12 JPY is {12, "JPY"}.
// The range is symmetric, so that every amount has its negative; math.MinInt64 is no amount.
type Amount struct {
	Minor    int64
	Currency string // ISO 4217
}

// ParseAmount reads a decimal in the major unit, such as "-12.30", exactly.
//
// Errors: INVALID money.unknown_currency, decimal.invalid, decimal.too_many_digits (for the currency),
// decimal.out_of_range.
func ParseAmount(decimal, currency string) (Amount, error) {
	digits, err := Digits(currency)
	if err != nil {
		return Amount{}, err
	}
	minor, err := parse(decimal, digits)
	if err != nil {
		return Amount{}, err
	}
	return Amount{minor, currency}, nil
}

// Digits is how many decimals a currency has: CNY 2, JPY 0, KWD 3.
//
// Errors: INVALID money.unknown_currency.
func Digits(code string) (int, error) {
	digits, known := currency.GetDigits(code)
	if !known {
		return 0, fault.Invalid("money.unknown_currency", map[string]any{"currency": code})
	}
	return int(digits), nil
}

// Decimal is the amount in the major unit with all decimals of its currency, such as "-12.30".
func (a Amount) Decimal() string { return format(a.Minor, a.digits()) }

// AppendDecimal adds what Decimal answers to a text.
func (a Amount) AppendDecimal(b []byte) []byte { return appendFormat(b, a.Minor, a.digits()) }

// String is for logs and tests; people read amounts through the app's locale.
func (a Amount) String() string { return a.Decimal() + " " + a.Currency }

// digits of an amount that was read from the database, whose currency was checked when it came in.
func (a Amount) digits() int {
	digits, err := Digits(a.Currency)
	if err != nil {
		return 2
	}
	return digits
}

// Add is a + b.
//
// Errors: INVALID money.currency_mismatch, decimal.out_of_range.
func (a Amount) Add(b Amount) (Amount, error) {
	if a.Currency != b.Currency {
		return Amount{}, fault.Invalid("money.currency_mismatch", map[string]any{"left": a.Currency, "right": b.Currency})
	}
	sum := a.Minor + b.Minor
	overflowed := (a.Minor > 0 && b.Minor > 0 && sum < 0) || (a.Minor < 0 && b.Minor < 0 && sum >= 0)
	if overflowed || sum == math.MinInt64 {
		return Amount{}, outOfRange(a.Decimal() + " + " + b.Decimal())
	}
	return Amount{sum, a.Currency}, nil
}

// Sub is a - b, with the errors of Add.
func (a Amount) Sub(b Amount) (Amount, error) { return a.Add(b.Neg()) }

// Neg is the same amount owed the other way.
func (a Amount) Neg() Amount { return Amount{-a.Minor, a.Currency} }

// IsZero tells whether nothing is owed, in whatever currency.
func (a Amount) IsZero() bool { return a.Minor == 0 }

// Cmp is -1, 0 or 1 as a is less than, equal to or more than b; both must be of one currency.
func (a Amount) Cmp(b Amount) int { return cmp.Compare(a.Minor, b.Minor) }

// Portion is the rate's share of the amount, rounded half away from zero.
func (a Amount) Portion(r Rate) Amount { return Amount{r.Of(a.Minor), a.Currency} }

// Input is an amount as a caller writes it; it is bound to the API's MoneyInput.
type Input struct {
	Amount   string
	Currency string
}

// Parse reads the input with the errors of ParseAmount, which name the input's field.
func (in Input) Parse() (Amount, error) {
	a, err := ParseAmount(in.Amount, in.Currency)
	if f := fault.Of(err); f != nil {
		if f.Rule == "money.unknown_currency" {
			return a, f.At("currency")
		}
		return a, f.At("amount")
	}
	return a, nil
}
