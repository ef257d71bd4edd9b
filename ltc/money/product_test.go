package money_test

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

func TestExtendRoundsOnce(t *testing.T) {
	tests := map[string]struct {
		price, quantity, currency string
		minor                     int64
		rule                      string
	}{
		"three at 12.30":                                {"12.30", "3", "CNY", 3690, ""},
		"ten thousand screws at 0.0035":                 {"0.0035", "10000", "CNY", 3500, ""},
		"one screw at 0.0035 is nothing":                {"0.0035", "1", "CNY", 0, ""},
		"half a fen is a fen (R2)":                      {"0.005", "1", "CNY", 1, ""},
		"half a yen is a yen":                           {"0.5", "1", "JPY", 1, ""},
		"fils":                                          {"1.0005", "1", "KWD", 1001, ""},
		"a return rounds away from zero as a sale does": {"0.005", "-1", "CNY", -1, ""},
		"a product that needs 128 bits":                 {"9000000", "10000000", "CNY", 9_000_000_000_000_000, ""},
		"a product beyond the range":                    {"9223372036854", "9223372036854", "CNY", 0, "decimal.out_of_range"},
		"a currency nobody knows":                       {"1", "1", "XYZ", 0, "money.unknown_currency"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p, q := must(money.ParsePrice(test.price)), must(money.ParseQuantity(test.quantity))
			got, err := money.Extend(p, q, test.currency)
			if fault.RuleOf(err) != test.rule || got != test.minor {
				t.Errorf("%s x %s = %d, %v; want %d, %q", p, q, got, err, test.minor, test.rule)
			}
		})
	}
}

func TestMulDivIsExactThenRoundedHalfAwayFromZero(t *testing.T) {
	interesting := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-1000, 1000),
		rapid.SampledFrom([]int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64 - 1, math.MaxInt64}))
	rapid.Check(t, func(t *rapid.T) {
		a, b := interesting.Draw(t, "a"), interesting.Draw(t, "b")
		c := rapid.OneOf(rapid.Int64Range(1, 1000), rapid.Int64Min(1)).Draw(t, "c")
		want := exact(a, b, c)
		got, err := money.MulDiv(a, b, c)
		inRange := want.CmpAbs(big.NewInt(math.MaxInt64)) <= 0
		switch {
		case inRange && (err != nil || got != want.Int64()):
			t.Fatalf("%d x %d / %d = %d, %v; want %s", a, b, c, got, err, want)
		case !inRange && fault.RuleOf(err) != "decimal.out_of_range":
			t.Fatalf("%d x %d / %d = %d, %v; want it refused", a, b, c, got, err)
		}
	})
}

// exact is the same in big numbers: |a x b| x 2 + c, divided by 2 x c and cut.
func exact(a, b, c int64) *big.Int {
	product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	sign := int64(product.Sign())
	product.Abs(product)
	product.Mul(product, big.NewInt(2)).Add(product, big.NewInt(c))
	product.Quo(product, new(big.Int).Mul(big.NewInt(2), big.NewInt(c)))
	return product.Mul(product, big.NewInt(sign))
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
