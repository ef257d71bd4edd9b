package money_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

func TestQuantitiesPricesAndRatesAreShownAsShortAsTheyAreExact(t *testing.T) {
	for want, got := range map[string]string{
		"0":         money.Quantity(0).String(),
		"1.5":       money.Quantity(1_500_000).String(),
		"-2":        money.Quantity(-2_000_000).String(),
		"1000":      money.Quantity(1_000_000_000).String(),
		"0.0035":    money.Price(3_500).String(),
		"0.000001":  money.Price(1).String(),
		"13":        money.Rate(130_000).String(),
		"6.5":       money.Rate(65_000).String(),
		"0.0001":    money.Rate(1).String(),
		"100":       money.Whole.String(),
		"-0.000001": money.Quantity(-1).String(),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestParseRate(t *testing.T) {
	tests := map[string]struct {
		text string
		rate money.Rate
		rule string
	}{
		"a rate is read in percent":      {"13", 130_000, ""},
		"with four decimals":             {"33.3333", 333_333, ""},
		"nothing":                        {"0", 0, ""},
		"everything":                     {"100", money.Whole, ""},
		"more than everything (R9)":      {"100.0001", 0, "rate.out_of_range"},
		"less than nothing (R9)":         {"-1", 0, "rate.out_of_range"},
		"more digits than can be stored": {"33.33333", 0, "decimal.too_many_digits"},
		"a sign for percent":             {"13%", 0, "decimal.invalid"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := money.ParseRate(test.text)
			if fault.RuleOf(err) != test.rule || (err == nil && got != test.rate) {
				t.Errorf("ParseRate(%q) = %d, %v; want %d, %q", test.text, got, err, test.rate, test.rule)
			}
		})
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Min(-1<<63+1).Draw(t, "millionths")
		if q, err := money.ParseQuantity(money.Quantity(n).String()); err != nil || q != money.Quantity(n) {
			t.Fatalf("quantity %d was read as %d, %v", n, q, err)
		}
		if p, err := money.ParsePrice(money.Price(n).String()); err != nil || p != money.Price(n) {
			t.Fatalf("price %d was read as %d, %v", n, p, err)
		}
		r := money.Rate(rapid.Int64Range(0, int64(money.Whole)).Draw(t, "rate"))
		if got, err := money.ParseRate(r.String()); err != nil || got != r {
			t.Fatalf("rate %d was read as %d, %v", r, got, err)
		}
	})
}

func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"0", "1.5", "-0.000001", "9223372036854.775807", "9223372036854.775808", "1.", "1e6"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := money.ParseQuantity(s)
		if err != nil {
			return
		}
		if again, err := money.ParseQuantity(q.String()); err != nil || again != q {
			t.Fatalf("%q was read as %d, written as %q and read as %d, %v", s, q, q, again, err)
		}
	})
}
