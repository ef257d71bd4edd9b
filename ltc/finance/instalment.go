package finance

import (
	"cmp"
	"slices"

	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
)

// byRate are the bases and taxes of a contract's lines by their rate, highest rate first (R6), in minor units.
func byRate(lines []pricing.ContractLine) []pricing.RateTotal {
	var totals []pricing.RateTotal
	for _, l := range lines {
		totals = addRate(totals, pricing.RateTotal{TaxRate: l.TaxRate, NetMinor: l.NetMinor, TaxMinor: l.TaxMinor})
	}
	return sortRates(totals)
}

func addRate(totals []pricing.RateTotal, r pricing.RateTotal) []pricing.RateTotal {
	i := slices.IndexFunc(totals, func(t pricing.RateTotal) bool { return t.TaxRate == r.TaxRate })
	if i < 0 {
		return append(totals, r)
	}
	totals[i].NetMinor += r.NetMinor
	totals[i].TaxMinor += r.TaxMinor
	return totals
}

func sortRates(totals []pricing.RateTotal) []pricing.RateTotal {
	slices.SortFunc(totals, func(a, b pricing.RateTotal) int { return cmp.Compare(b.TaxRate, a.TaxRate) })
	return totals
}

// divide says what each instalment of a whole bills of each tax rate: rows are the instalments' gross amounts, columns
// the rates. Every row adds up to its instalment and every column to the whole's base and tax, because each instalment
// takes its share of what the ones before it have left (R7). It depends on the schedule alone, never on the order in
// which invoices are written.
func divide(whole []pricing.RateTotal, instalments []int64) ([][]pricing.RateTotal, error) {
	left := slices.Clone(whole)
	rows := make([][]pricing.RateTotal, len(instalments))
	for i, gross := range instalments {
		shares, err := money.Split(gross, grosses(left), money.LargestRemainder)
		if err != nil {
			return nil, err
		}
		rows[i] = make([]pricing.RateTotal, len(left))
		for g, share := range shares {
			if rows[i][g], err = takeShare(&left[g], share); err != nil {
				return nil, err
			}
		}
	}
	return rows, nil
}

// takeShare takes a part of what is left of a rate; the last part takes it all.
func takeShare(left *pricing.RateTotal, gross int64) (pricing.RateTotal, error) {
	if gross == 0 {
		return pricing.RateTotal{TaxRate: left.TaxRate}, nil
	}
	tax, err := money.MulDiv(left.TaxMinor, gross, left.NetMinor+left.TaxMinor)
	if err != nil {
		return pricing.RateTotal{}, err
	}
	left.NetMinor -= gross - tax
	left.TaxMinor -= tax
	return pricing.RateTotal{TaxRate: left.TaxRate, NetMinor: gross - tax, TaxMinor: tax}, nil
}

func grosses(totals []pricing.RateTotal) []int64 {
	out := make([]int64, len(totals))
	for i, t := range totals {
		out[i] = t.NetMinor + t.TaxMinor
	}
	return out
}
