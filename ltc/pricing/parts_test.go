package pricing_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
)

func TestInstalments(t *testing.T) {
	tests := map[string]struct {
		gross    int64
		percents []money.Rate
		want     []int64
		rule     string
	}{
		"30 % now, 60 % on acceptance and 10 % kept back": {
			100_001, []money.Rate{300_000, 600_000, 100_000}, []int64{30_000, 60_001, 10_000}, ""},
		"the last item takes the residual (R21)": {
			100, []money.Rate{333_333, 333_333, 333_334}, []int64{33, 33, 34}, ""},
		"one item is the whole":               {99, []money.Rate{money.Whole}, []int64{99}, ""},
		"a contract of nothing":               {0, []money.Rate{500_000, 500_000}, []int64{0, 0}, ""},
		"a plan that is short":                {100, []money.Rate{300_000, 600_000}, nil, "plan.not_100_percent"},
		"a plan that is short by a breath":    {100, []money.Rate{999_999}, nil, "plan.not_100_percent"},
		"a plan that is too much":             {100, []money.Rate{600_000, 600_000}, nil, "plan.not_100_percent"},
		"a plan without items":                {100, nil, nil, "plan.not_100_percent"},
		"a plan that takes back what it asks": {100, []money.Rate{money.Whole, 1, -1}, nil, "rate.out_of_range"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := pricing.Instalments(test.gross, test.percents)
			if fault.RuleOf(err) != test.rule || !slices.Equal(got, test.want) {
				t.Errorf("got %v, %v; want %v, %q", got, err, test.want, test.rule)
			}
		})
	}
	_, err := pricing.Instalments(100, []money.Rate{300_000, 600_000})
	if got := fault.Of(err).Params["percent"]; got != "90" {
		t.Errorf("the refusal says the plan has %v %%, want 90", got)
	}
}

func TestPartial(t *testing.T) {
	tests := map[string]struct {
		totalMinor  int64
		total, done money.Quantity
		doneMinor   int64
		next        money.Quantity
		want        int64
		rule        string
	}{
		"the first third of 1.00":                 {100, 3, 0, 0, 1, 33, ""},
		"the second":                              {100, 3, 1, 33, 1, 33, ""},
		"the last takes the residual (R7)":        {100, 3, 2, 66, 1, 34, ""},
		"all at once":                             {100, 3, 0, 0, 3, 100, ""},
		"never more than is left":                 {2, 4, 2, 2, 1, 0, ""},
		"free goods":                              {0, 3, 0, 0, 1, 0, ""},
		"more than is left":                       {100, 3, 2, 66, 2, 0, "partial.exceeds_line"},
		"more money taken than the line is":       {100, 3, 2, 101, 1, 0, "partial.exceeds_line"},
		"nothing":                                 {100, 3, 0, 0, 0, 0, "partial.not_positive"},
		"less than nothing":                       {100, 3, 1, 33, -1, 0, "partial.not_positive"},
		"an earlier partial of less than nothing": {100, 3, -1, 0, 1, 0, "partial.exceeds_line"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := pricing.Partial(test.totalMinor, test.total*piece, test.done*piece, test.doneMinor, test.next*piece)
			if fault.RuleOf(err) != test.rule || got != test.want {
				t.Errorf("got %d, %v; want %d, %q", got, err, test.want, test.rule)
			}
		})
	}
}

func TestPartialsSumToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totalMinor := rapid.OneOf(rapid.Int64Range(0, 20), rapid.Int64Range(0, 1e15)).Draw(t, "amount")
		total := money.Quantity(rapid.Int64Range(1, 1e12).Draw(t, "quantity"))
		done, doneMinor := money.Quantity(0), int64(0)
		for done < total {
			next := money.Quantity(rapid.Int64Range(max(1, int64(total)/40), int64(total)).Draw(t, "next"))
			next = min(next, total-done)
			part, err := pricing.Partial(totalMinor, total, done, doneMinor, next)
			if err != nil || part < 0 {
				t.Fatalf("partial of %s after %s is %d, %v", next, done, part, err)
			}
			done, doneMinor = done+next, doneMinor+part
		}
		if doneMinor != totalMinor {
			t.Fatalf("partials add up to %d of %d", doneMinor, totalMinor)
		}
	})
}
