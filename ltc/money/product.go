package money

import (
	"math"
	"math/bits"
)

// MulDiv is a x b / c through 128 bits, rounded once, half away from zero (R2). c must be positive.
//
// Errors: INVALID decimal.out_of_range.
func MulDiv(a, b, c int64) (int64, error) {
	quotient, remainder, fits := mulDiv(magnitude(a), magnitude(b), uint64(c))
	if fits && remainder >= uint64(c)-remainder {
		quotient++
	}
	if !fits || quotient > math.MaxInt64 {
		return 0, outOfRange(format(a, 0) + " x " + format(b, 0) + " / " + format(c, 0))
	}
	if (a < 0) != (b < 0) {
		return -int64(quotient), nil
	}
	return int64(quotient), nil
}

// mulDiv is a x b / c, rounded down, with what is left over; it does not fit when the quotient needs over 64 bits.
func mulDiv(a, b, c uint64) (quotient, remainder uint64, fits bool) {
	high, low := bits.Mul64(a, b)
	if high >= c {
		return 0, 0, false
	}
	quotient, remainder = bits.Div64(high, low, c)
	return quotient, remainder, quotient < math.MaxUint64
}

// magnitude is |n|, also of math.MinInt64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Extend is price x quantity in minor units of the currency, rounded once (R2).
//
// Errors: INVALID money.unknown_currency, decimal.out_of_range.
func Extend(p Price, q Quantity, currency string) (int64, error) {
	digits, err := Digits(currency)
	if err != nil {
		return 0, err
	}
	return MulDiv(int64(p), int64(q), one*one/tenToThe(digits))
}

func tenToThe(n int) int64 {
	power := int64(1)
	for range n {
		power *= 10
	}
	return power
}
