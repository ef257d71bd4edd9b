package read

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ltc/fault"
)

// MarshalInt writes an Int.
func MarshalInt(i int) graphql.Marshaler { return graphql.MarshalInt(i) }

// UnmarshalInt reads an Int, and refuses a text or a fraction that looks like one.
//
// Errors: INVALID int.invalid.
func UnmarshalInt(v any) (int, error) {
	n, err := whole(v)
	return int(n), err
}

// MarshalInt64 writes an Int that is wider in Go.
func MarshalInt64(i int64) graphql.Marshaler { return graphql.MarshalInt64(i) }

// UnmarshalInt64 reads an Int that is wider in Go, with the errors of UnmarshalInt.
func UnmarshalInt64(v any) (int64, error) { return whole(v) }

// whole reads a whole number of 32 bits, which is what GraphQL's Int holds.
func whole(v any) (int64, error) {
	var n int64
	switch v := v.(type) {
	case int:
		n = int64(v)
	case int64:
		n = v
	case json.Number:
		i, err := strconv.ParseInt(v.String(), 10, 64)
		if err != nil {
			return 0, notWhole(v)
		}
		n = i
	default:
		return 0, notWhole(v)
	}
	if n < math.MinInt32 || n > math.MaxInt32 {
		return 0, notWhole(v)
	}
	return n, nil
}

func notWhole(any) error { return fault.Invalid("int.invalid", nil) }

// MarshalDecimal writes an exact decimal as text.
func MarshalDecimal(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// UnmarshalDecimal reads an exact decimal as its caller wrote it; package money says what it is worth.
//
// Errors: INVALID decimal.must_be_text for a fraction without quotes, which has lost what the caller wrote.
func UnmarshalDecimal(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	case int:
		return strconv.Itoa(v), nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	}
	return "", fault.Invalid("decimal.must_be_text", nil)
}

// MarshalTime writes an instant in UTC as RFC 3339 has it, and null for none.
func MarshalTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, t.UTC().Format(`"`+time.RFC3339Nano+`"`))
	})
}

// UnmarshalTime reads an instant.
//
// Errors: INVALID time.invalid.
func UnmarshalTime(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, fault.Invalid("time.invalid", nil)
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, fault.Invalid("time.invalid", nil)
	}
	return t.UTC(), nil
}
