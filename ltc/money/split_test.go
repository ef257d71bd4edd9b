package money_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

func TestSplit(t *testing.T) {
	tests := map[string]struct {
		total   int64
		weights []int64
		rule    money.Residual
		want    []int64
		refused string
	}{
		"1.00 in three equal parts is 0.33 + 0.33 + 0.34 (R7)": {
			100, []int64{1, 1, 1}, money.LastPart, []int64{33, 33, 34}, ""},
		"2.00 in three equal parts is 0.67 + 0.67 + 0.66": {
			200, []int64{1, 1, 1}, money.LastPart, []int64{67, 67, 66}, ""},
		"there is never more given than there is": {
			2, []int64{1, 1, 1, 1}, money.LastPart, []int64{1, 1, 0, 0}, ""},
		"the last part that weighs something takes the residual": {
			100, []int64{1, 1, 1, 0}, money.LastPart, []int64{33, 33, 34, 0}, ""},
		"a credit is split as the sale was": {
			-100, []int64{1, 1, 1}, money.LastPart, []int64{-33, -33, -34}, ""},
		"tax cents go to the largest remainders (R4)": {
			10, []int64{333, 333, 334}, money.LargestRemainder, []int64{3, 3, 4}, ""},
		"of equal remainders the earlier line is first": {
			2, []int64{1, 1, 1}, money.LargestRemainder, []int64{1, 1, 0}, ""},
		"the largest line takes the residual of a header discount (R5)": {
			100, []int64{1, 5, 1}, money.LargestLine, []int64{14, 72, 14}, ""},
		"also a negative residual": {
			100, []int64{155, 690, 155}, money.LargestLine, []int64{16, 68, 16}, ""},
		"no line gets more discount than it costs": {
			2, []int64{1, 1, 1, 1, 1}, money.LargestLine, []int64{1, 1, 0, 0, 0}, ""},
		"nothing over nobody":                  {0, nil, money.LastPart, []int64{}, ""},
		"nothing over weights of nothing":      {0, []int64{0, 0}, money.LargestLine, []int64{0, 0}, ""},
		"something over nobody":                {1, nil, money.LastPart, nil, "money.no_weights"},
		"something over weights of nothing":    {1, []int64{0}, money.LargestLine, nil, "money.no_weights"},
		"a negative weight":                    {1, []int64{2, -1}, money.LastPart, nil, "decimal.out_of_range"},
		"weights whose sum is beyond counting": {1, []int64{math.MaxInt64, 1}, money.LastPart, nil, "decimal.out_of_range"},
		"a total that has no negative":         {math.MinInt64, []int64{1}, money.LastPart, nil, "decimal.out_of_range"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := money.Split(test.total, test.weights, test.rule)
			if fault.RuleOf(err) != test.refused || !slices.Equal(got, test.want) {
				t.Errorf("got %v, %v; want %v, %q", got, err, test.want, test.refused)
			}
		})
	}
}

func TestPartsAlwaysAddUpAndKeepTheTotalsSign(t *testing.T) {
	weights := rapid.SliceOfN(rapid.OneOf(rapid.Int64Range(0, 5), rapid.Int64Range(0, math.MaxInt64/30)), 1, 30)
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.OneOf(rapid.Int64Min(-math.MaxInt64), rapid.Int64Range(-50, 50)).Draw(t, "total")
		w := append(weights.Draw(t, "weights"), 1)
		for _, rule := range []money.Residual{money.LastPart, money.LargestRemainder, money.LargestLine} {
			parts := must(money.Split(total, w, rule))
			sum := int64(0)
			for i, p := range parts {
				sum += p
				if (p < 0 && total > 0) || (p > 0 && total < 0) {
					t.Fatalf("rule %d: part %d of %v has not the sign of %d", rule, i, parts, total)
				}
				if w[i] == 0 && p != 0 {
					t.Fatalf("rule %d: part %d of %v weighs nothing in %v", rule, i, parts, w)
				}
			}
			if sum != total {
				t.Fatalf("rule %d: %v add up to %d, not %d", rule, parts, sum, total)
			}
		}
	})
}

func TestNoLineIsDiscountedBelowZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.Int64Range(0, 20), 1, 40).Draw(t, "lines")
		sum := int64(0)
		for _, l := range lines {
			sum += l
		}
		discount := rapid.Int64Range(0, sum).Draw(t, "discount")
		for i, share := range must(money.Split(discount, lines, money.LargestLine)) {
			if share > lines[i] {
				t.Fatalf("line %d of %d gets a discount of %d", i, lines[i], share)
			}
		}
	})
}

func TestLargestRemainderIsNeverAUnitAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := append(rapid.SliceOfN(rapid.Int64Range(0, 1e12), 1, 40).Draw(t, "weights"), 1)
		total := rapid.Int64Range(0, 1e15).Draw(t, "total")
		sum := int64(0)
		for _, w := range weights {
			sum += w
		}
		for i, part := range must(money.Split(total, weights, money.LargestRemainder)) {
			if rounded := must(money.MulDiv(total, weights[i], sum)); part < rounded-1 || part > rounded+1 {
				t.Fatalf("part %d is %d, its rounded share %d", i, part, rounded)
			}
		}
	})
}
