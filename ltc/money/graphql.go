package money

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/leadtocash/ltc/ltc/fault"
)

// MarshalGQL writes the quantity as a quoted decimal.
func (q Quantity) MarshalGQL(w io.Writer) { quote(w, q.String()) }

// UnmarshalGQL reads a decimal, with the errors of ParseQuantity.
func (q *Quantity) UnmarshalGQL(v any) error { return unmarshal(q, v, ParseQuantity) }

// MarshalGQL writes the price as a quoted decimal in the major unit.
func (p Price) MarshalGQL(w io.Writer) { quote(w, p.String()) }

// UnmarshalGQL reads a decimal, with the errors of ParsePrice.
func (p *Price) UnmarshalGQL(v any) error { return unmarshal(p, v, ParsePrice) }

// MarshalGQL writes the rate as a quoted percentage.
func (r Rate) MarshalGQL(w io.Writer) { quote(w, r.String()) }

// UnmarshalGQL reads a percentage, with the errors of ParseRate.
func (r *Rate) UnmarshalGQL(v any) error { return unmarshal(r, v, ParseRate) }

func quote(w io.Writer, decimal string) { _, _ = io.WriteString(w, strconv.Quote(decimal)) }

func unmarshal[T any](into *T, v any, parse func(string) (T, error)) error {
	s, err := text(v)
	if err != nil {
		return err
	}
	parsed, err := parse(s)
	if err != nil {
		return err
	}
	*into = parsed
	return nil
}

// text is the decimal as the caller wrote it. A fraction written into the query without quotes arrives as a float,
// which has already lost what the caller wrote: it has to be quoted.
func text(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	case int:
		return strconv.Itoa(v), nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	default:
		return "", fault.Invalid("decimal.must_be_text", nil)
	}
}
