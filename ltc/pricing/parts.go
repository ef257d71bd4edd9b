package pricing

import (
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

// Instalments divides a gross total in minor units over the items of a payment plan; the last item takes what
// rounding leaves over (R21).
//
// Errors: INVALID rate.out_of_range, plan.not_100_percent with what the plan adds up to.
func Instalments(grossMinor int64, percents []money.Rate) ([]int64, error) {
	weights := make([]int64, len(percents))
	sum := money.Rate(0)
	for i, p := range percents {
		if err := p.Check(); err != nil {
			return nil, err
		}
		weights[i] = int64(p)
		sum += p
	}
	if sum != money.Whole {
		return nil, fault.Invalid("plan.not_100_percent", map[string]any{"percent": sum.String()})
	}
	return money.Split(grossMinor, weights, money.LastPart)
}

// Partial is what the next partial of a line is worth in minor units: in proportion to its quantity, and all that is
// left where it completes the line, so that partials sum to the whole (R7). done and doneMinor are what earlier
// partials took.
//
// Errors: INVALID partial.not_positive, partial.exceeds_line.
func Partial(totalMinor int64, total, done money.Quantity, doneMinor int64, next money.Quantity) (int64, error) {
	if next <= 0 {
		return 0, fault.Invalid("partial.not_positive", nil).At("quantity")
	}
	left, leftMinor := total-done, totalMinor-doneMinor
	if done < 0 || next > left || doneMinor < 0 || leftMinor < 0 {
		return 0, fault.Invalid("partial.exceeds_line", map[string]any{"left": left.String()}).At("quantity")
	}
	if next == left {
		return leftMinor, nil
	}
	share, err := money.MulDiv(totalMinor, int64(next), int64(total))
	return min(share, leftMinor), err
}
