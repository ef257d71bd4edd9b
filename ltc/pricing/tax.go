package pricing

import "github.com/leadtocash/ltc/ltc/money"

// tax fills in net, tax and gross. A group is the lines whose tax is rounded together: all of one rate under
// SumThenRound, each line alone under LineThenSum and where it is optional.
func (doc Document) tax(lines []LineResult) error {
	for _, group := range doc.groups() {
		if err := doc.taxGroup(lines, group); err != nil {
			return err
		}
	}
	return nil
}

// groups are the indexes of lines whose tax is rounded together.
func (doc Document) groups() [][]int {
	var groups [][]int
	ofRate := map[money.Rate]int{}
	for i, l := range doc.Lines {
		if doc.Rounding == LineThenSum || l.Optional {
			groups = append(groups, []int{i})
			continue
		}
		at, seen := ofRate[l.TaxRate]
		if !seen {
			at = len(groups)
			ofRate[l.TaxRate] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], i)
	}
	return groups
}

// taxGroup rounds the tax of the group's sum once and gives each line its share by largest remainder (R4).
func (doc Document) taxGroup(lines []LineResult, group []int) error {
	bases := make([]int64, len(group))
	sum := int64(0)
	for i, at := range group {
		bases[i] = lines[at].agreed()
		sum += bases[i]
	}
	tax, err := doc.TaxMode.taxOf(sum, doc.Lines[group[0]].TaxRate)
	if err != nil {
		return err
	}
	shares, err := money.Split(tax, bases, money.LargestRemainder)
	if err != nil {
		return err
	}
	for i, at := range group {
		doc.TaxMode.settle(&lines[at], shares[i])
	}
	return nil
}

// taxOf is the tax on top of an agreed net, or inside an agreed gross: what is left of it after the net (R3).
func (mode TaxMode) taxOf(agreed int64, rate money.Rate) (int64, error) {
	if mode == Exclusive {
		return rate.Of(agreed), nil
	}
	net, err := money.MulDiv(agreed, int64(money.Whole), int64(money.Whole+rate))
	return agreed - net, err
}

// settle writes the line's tax on top of its net or takes it out of its gross.
func (mode TaxMode) settle(l *LineResult, tax int64) {
	l.NetMinor, l.TaxMinor = l.agreed(), tax
	if mode == Inclusive {
		l.NetMinor -= tax
	}
	l.GrossMinor = l.NetMinor + tax
}
