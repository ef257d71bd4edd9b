package money

import "github.com/leadtocash/ltc/ltc/fault"

// MinorOf reads an optional amount in the given currency, and answers minor units: another currency is INVALID, never
// converted at 1.0 (R16), and so is a negative amount. path names the input's field.
func MinorOf(currency, path string, in *Input) (*int64, error) {
	if in == nil {
		return nil, nil
	}
	a, err := in.Parse()
	if err != nil {
		if f := fault.Of(err); f != nil {
			return nil, f.Under(path)
		}
		return nil, err
	}
	switch {
	case a.Currency != currency:
		return nil, fault.Invalid("money.other_currency", map[string]any{"currency": currency}).At(path + ".currency")
	case a.Minor < 0:
		return nil, fault.Invalid("input.negative", nil).At(path + ".amount")
	}
	return &a.Minor, nil
}
