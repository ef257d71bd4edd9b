package money

import (
	"cmp"
	"math"
	"slices"

	"github.com/leadtocash/ltc/ltc/fault"
)

// Residual names who takes what rounding leaves over when a total is split.
type Residual int

// The residual rules of the domain.
const (
	LastPart         Residual = iota // partials and instalments: the last one closes the sum (R7, R21)
	LargestRemainder                 // tax of a rate group: whoever lost most by rounding down (R4)
	LargestLine                      // header discount: the line that notices least (R5)
)

// Split divides a total into parts in proportion to the weights. The parts always add up to the total, have its sign,
// and a weight of nothing gets nothing. While |total| <= sum of weights, no part exceeds its weight under LargestLine.
//
// Errors: INVALID money.no_weights when there is a total but nothing to give it to, decimal.out_of_range for a
// negative weight or weights beyond the range.
func Split(total int64, weights []int64, rule Residual) ([]int64, error) {
	sum, err := sumOf(weights)
	if err != nil {
		return nil, err
	}
	parts := make([]int64, len(weights))
	if total == 0 {
		return parts, nil
	}
	if total == math.MinInt64 {
		return nil, outOfRange(format(total, 0))
	}
	if sum == 0 {
		return nil, fault.Invalid("money.no_weights", nil)
	}
	s := split{int64(magnitude(total)), sum, weights, parts}
	switch rule {
	case LargestRemainder:
		s.byRemainder()
	case LargestLine:
		s.toLargest()
	default:
		s.toLast()
	}
	if total < 0 {
		for i := range parts {
			parts[i] = -parts[i]
		}
	}
	return parts, nil
}

func sumOf(weights []int64) (int64, error) {
	sum := int64(0)
	for _, w := range weights {
		if w < 0 || w > math.MaxInt64-sum {
			return 0, outOfRange(format(w, 0))
		}
		sum += w
	}
	return sum, nil
}

// split is a division under way; total and sum are positive.
type split struct {
	total, sum int64
	weights    []int64
	parts      []int64
}

// give hands a part its rounded share, as far as there is something left, and answers what then remains.
func (s split) give(i int, left int64) int64 {
	share, remainder, _ := mulDiv(uint64(s.total), uint64(s.weights[i]), uint64(s.sum))
	if remainder >= uint64(s.sum)-remainder {
		share++
	}
	s.parts[i] = min(int64(share), left)
	return left - s.parts[i]
}

func (s split) toLast() {
	left := s.total
	last := 0
	for i, w := range s.weights {
		left = s.give(i, left)
		if w > 0 {
			last = i
		}
	}
	s.parts[last] += left
}

// toLargest serves the largest last, so that it also goes without where the others were rounded up. What is left
// spills over to the next largest only where the largest would get more than it weighs: a discount of a few cents over
// many lines of a cent.
func (s split) toLargest() {
	left := s.total
	largestFirst := s.order(func(i int) int64 { return s.weights[i] })
	for _, i := range slices.Backward(largestFirst) {
		left = s.give(i, left)
	}
	for _, i := range largestFirst {
		more := left
		if s.total <= s.sum {
			more = min(left, s.weights[i]-s.parts[i])
		}
		s.parts[i] += more
		left -= more
	}
}

func (s split) byRemainder() {
	left := s.total
	remainders := make([]int64, len(s.parts))
	for i, w := range s.weights {
		share, remainder, _ := mulDiv(uint64(s.total), uint64(w), uint64(s.sum))
		s.parts[i], remainders[i] = int64(share), int64(remainder)
		left -= s.parts[i]
	}
	for _, i := range s.order(func(i int) int64 { return remainders[i] })[:left] {
		s.parts[i]++
	}
}

// order is the indexes of the parts, largest first; of two equals the earlier one.
func (s split) order(size func(int) int64) []int {
	indexes := make([]int, len(s.parts))
	for i := range indexes {
		indexes[i] = i
	}
	slices.SortStableFunc(indexes, func(a, b int) int { return cmp.Compare(size(b), size(a)) })
	return indexes
}
