package money

import "github.com/leadtocash/ltc/ltc/fault"

const one = 1_000_000 // millionths in one

// Quantity counts millionths of a unit of measure: 1.5 boxes are 1_500_000.
type Quantity int64

// ParseQuantity reads a decimal with at most six decimals.
//
// Errors: INVALID decimal.invalid, decimal.too_many_digits, decimal.out_of_range.
func ParseQuantity(s string) (Quantity, error) {
	n, err := parse(s, 6)
	return Quantity(n), err
}

// String is the shortest exact decimal, such as "1.5".
func (q Quantity) String() string { return shortest(int64(q), 6) }

// Price is of one unit, in millionths of the currency's major unit, because a screw costs less than a cent (R1).
type Price int64

// ParsePrice reads a decimal with at most six decimals, with the errors of ParseQuantity.
func ParsePrice(s string) (Price, error) {
	n, err := parse(s, 6)
	return Price(n), err
}

// String is the shortest exact decimal in the major unit, such as "0.0035".
func (p Price) String() string { return shortest(int64(p), 6) }

// Rate is a share in millionths of one: 13 % is 130_000. It is read and shown in percent.
type Rate int64

// Whole is 100 %.
const Whole Rate = one

// ParseRate reads a percentage from 0 to 100 with at most four decimals: "13" is 13 % (R9).
//
// Errors: those of ParseQuantity, and INVALID rate.out_of_range.
func ParseRate(s string) (Rate, error) {
	n, err := parse(s, 4)
	if err != nil {
		return 0, err
	}
	return Rate(n), Rate(n).Check()
}

// Check refuses a rate below 0 or above 100 % (R9).
//
// Errors: INVALID rate.out_of_range.
func (r Rate) Check() error {
	if r < 0 || r > Whole {
		return fault.Invalid("rate.out_of_range", map[string]any{"value": r.String()})
	}
	return nil
}

// String is the percentage as the shortest exact decimal, without a sign: "13", "6.5".
func (r Rate) String() string { return shortest(int64(r), 4) }

// Of is the rate's share of a count of minor units, rounded half away from zero. A rate of at most 100 % keeps the
// share in range.
func (r Rate) Of(minor int64) int64 {
	share, err := MulDiv(minor, int64(r), one)
	if err != nil {
		panic("money: a rate above 100 % of an amount near the end of the range: " + err.Error())
	}
	return share
}
