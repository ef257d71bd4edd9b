package money_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

func TestParseAmount(t *testing.T) {
	tests := map[string]struct {
		decimal, currency string
		minor             int64
		rule              string
	}{
		"a yuan has a hundred fen":                     {"12.30", "CNY", 1230, ""},
		"decimals that are not written are nothing":    {"12", "CNY", 1200, ""},
		"a yen has no decimals":                        {"12", "JPY", 12, ""},
		"a dinar has a thousand fils":                  {"1.005", "KWD", 1005, ""},
		"a credit is negative":                         {"-0.05", "CNY", -5, ""},
		"minus nothing is nothing":                     {"-0.00", "CNY", 0, ""},
		"the largest amount":                           {"92233720368547758.07", "CNY", math.MaxInt64, ""},
		"the smallest amount is its negative":          {"-92233720368547758.07", "CNY", -math.MaxInt64, ""},
		"one more is refused":                          {"92233720368547758.08", "CNY", 0, "decimal.out_of_range"},
		"one less is refused too":                      {"-92233720368547758.08", "CNY", 0, "decimal.out_of_range"},
		"more digits than the currency has":            {"1.005", "CNY", 0, "decimal.too_many_digits"},
		"a fraction of a yen":                          {"1.5", "JPY", 0, "decimal.too_many_digits"},
		"a currency nobody knows":                      {"1", "XYZ", 0, "money.unknown_currency"},
		"a currency in small letters":                  {"1", "cny", 0, "money.unknown_currency"},
		"no currency":                                  {"1", "", 0, "money.unknown_currency"},
		"nothing written":                              {"", "CNY", 0, "decimal.invalid"},
		"a thousands separator is read both ways":      {"1,000", "CNY", 0, "decimal.invalid"},
		"an exponent":                                  {"1e3", "CNY", 0, "decimal.invalid"},
		"a plus sign":                                  {"+1", "CNY", 0, "decimal.invalid"},
		"a point without digits behind":                {"1.", "CNY", 0, "decimal.invalid"},
		"a point without digits in front":              {".5", "CNY", 0, "decimal.invalid"},
		"two points":                                   {"1.2.3", "CNY", 0, "decimal.invalid"},
		"space around":                                 {" 1", "CNY", 0, "decimal.invalid"},
		"digits of another script":                     {"１２", "CNY", 0, "decimal.invalid"},
		"two signs":                                    {"--1", "CNY", 0, "decimal.invalid"},
		"not a number":                                 {"NaN", "CNY", 0, "decimal.invalid"},
		"a sign between point and digits of a decimal": {"1.-5", "CNY", 0, "decimal.invalid"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := money.ParseAmount(test.decimal, test.currency)
			if fault.RuleOf(err) != test.rule {
				t.Fatalf("ParseAmount(%q, %q) is refused by %q, want %q", test.decimal, test.currency, fault.RuleOf(err), test.rule)
			}
			if err == nil && got != (money.Amount{Minor: test.minor, Currency: test.currency}) {
				t.Errorf("ParseAmount(%q, %q) = %+v, want %d", test.decimal, test.currency, got, test.minor)
			}
		})
	}
}

func TestDecimalShowsAllDigitsOfTheCurrency(t *testing.T) {
	for want, a := range map[string]money.Amount{
		"0.00":                  {Minor: 0, Currency: "CNY"},
		"0.05":                  {Minor: 5, Currency: "CNY"},
		"-0.50":                 {Minor: -50, Currency: "CNY"},
		"-12.30":                {Minor: -1230, Currency: "CNY"},
		"12":                    {Minor: 12, Currency: "JPY"},
		"0.012":                 {Minor: 12, Currency: "KWD"},
		"-92233720368547758.08": {Minor: math.MinInt64, Currency: "CNY"},
	} {
		if got := a.Decimal(); got != want {
			t.Errorf("%d %s is shown as %q, want %q", a.Minor, a.Currency, got, want)
		}
	}
}

func TestAddAndSub(t *testing.T) {
	cny := func(minor int64) money.Amount { return money.Amount{Minor: minor, Currency: "CNY"} }
	tests := map[string]struct {
		a, b money.Amount
		sum  int64
		rule string
	}{
		"two amounts":             {cny(100), cny(23), 123, ""},
		"up to the end":           {cny(math.MaxInt64 - 1), cny(1), math.MaxInt64, ""},
		"beyond the end":          {cny(math.MaxInt64), cny(1), 0, "decimal.out_of_range"},
		"beyond the other end":    {cny(-math.MaxInt64), cny(-1), 0, "decimal.out_of_range"},
		"far beyond the end":      {cny(-math.MaxInt64), cny(-math.MaxInt64), 0, "decimal.out_of_range"},
		"yuan and dollars (R15)":  {cny(1), money.Amount{Minor: 1, Currency: "USD"}, 0, "money.currency_mismatch"},
		"nothing and no currency": {cny(0), money.Amount{}, 0, "money.currency_mismatch"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := test.a.Add(test.b)
			if fault.RuleOf(err) != test.rule || got.Minor != test.sum {
				t.Errorf("%v + %v = %v, %v; want %d, %q", test.a, test.b, got, err, test.sum, test.rule)
			}
			if same, err := test.a.Sub(test.b.Neg()); fault.RuleOf(err) != test.rule || same != got {
				t.Errorf("%v - -%v = %v, %v; want the same", test.a, test.b, same, err)
			}
		})
	}
}

func TestCmpOrdersAmounts(t *testing.T) {
	small, large := money.Amount{Minor: -1, Currency: "CNY"}, money.Amount{Minor: 2, Currency: "CNY"}
	if small.Cmp(large) != -1 || large.Cmp(small) != 1 || small.Cmp(small) != 0 {
		t.Error("Cmp does not order -0.01 before 0.02")
	}
	if small.IsZero() || !(money.Amount{Currency: "CNY"}).IsZero() {
		t.Error("only 0.00 is zero")
	}
}

func TestPortionRoundsHalfAwayFromZero(t *testing.T) {
	for name, test := range map[string]struct {
		minor, want int64
		rate        money.Rate
	}{
		"13 % of 100.00":              {10000, 1300, 130_000},
		"half a fen is a fen":         {50, 1, 10_000},
		"minus half a fen is minus 1": {-50, -1, 10_000},
		"less than half is nothing":   {49, 0, 10_000},
		"all of the largest amount":   {math.MaxInt64, math.MaxInt64, money.Whole},
	} {
		if got := (money.Amount{Minor: test.minor, Currency: "CNY"}).Portion(test.rate); got.Minor != test.want {
			t.Errorf("%s: got %d, want %d", name, got.Minor, test.want)
		}
	}
}

func TestInputNamesTheFieldThatIsWrong(t *testing.T) {
	for path, in := range map[string]money.Input{
		"amount":   {Amount: "1.005", Currency: "CNY"},
		"currency": {Amount: "1", Currency: "XYZ"},
	} {
		_, err := in.Parse()
		if f := fault.Of(err); f == nil || len(f.Fields) != 1 || f.Fields[0].Path != path {
			t.Errorf("%+v is refused with %+v, want the field %s", in, f, path)
		}
	}
	if a, err := (money.Input{Amount: "1.5", Currency: "CNY"}).Parse(); err != nil || a.Minor != 150 {
		t.Errorf("1.5 CNY is read as %v, %v", a, err)
	}
}

func TestParseAmountReadsWhatDecimalWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := money.Amount{
			Minor:    rapid.Int64Min(-math.MaxInt64).Draw(t, "minor"),
			Currency: rapid.SampledFrom([]string{"CNY", "JPY", "KWD", "USD", "CLF"}).Draw(t, "currency"),
		}
		if got, err := money.ParseAmount(a.Decimal(), a.Currency); err != nil || got != a {
			t.Fatalf("%d was written as %q and read as %v, %v", a.Minor, a.Decimal(), got, err)
		}
	})
}

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"0", "-0.05", "92233720368547758.07", "1e3", "--1", "", "000000000000000000000000001"} {
		f.Add(s, "CNY")
	}
	f.Fuzz(func(t *testing.T, decimal, currency string) {
		a, err := money.ParseAmount(decimal, currency)
		if err != nil {
			if fault.CodeOf(err) != fault.CodeInvalid {
				t.Fatalf("%q is refused with %v, which is no INVALID", decimal, err)
			}
			return
		}
		if again, err := money.ParseAmount(a.Decimal(), currency); err != nil || again != a {
			t.Fatalf("%q was read as %v, written as %q and read as %v, %v", decimal, a, a.Decimal(), again, err)
		}
	})
}
