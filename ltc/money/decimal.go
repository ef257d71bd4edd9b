package money

import (
	"slices"
	"strconv"
	"strings"

	"github.com/leadtocash/ltc/ltc/fault"
)

// parse reads a plain decimal exactly as a count of 10^-digits: parse("-1.5", 2) is -150. It knows no exponent, no
// thousands separator and no plus sign, because each of them is read differently somewhere.
func parse(s string, digits int) (int64, error) {
	unsigned, negative := strings.CutPrefix(s, "-")
	whole, fraction, dotted := strings.Cut(unsigned, ".")
	if !isDigits(whole) || (dotted && !isDigits(fraction)) {
		return 0, fault.Invalid("decimal.invalid", map[string]any{"value": shown(s)})
	}
	if len(fraction) > digits {
		return 0, fault.Invalid("decimal.too_many_digits", map[string]any{"value": shown(s), "digits": digits})
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", digits-len(fraction)), 10, 64)
	if err != nil {
		return 0, outOfRange(s)
	}
	if negative {
		n = -n
	}
	return n, nil
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// shown keeps a hostile input from filling the answer and the log.
func shown(s string) string {
	const enough = 40
	if len(s) <= enough {
		return s
	}
	return strings.ToValidUTF8(s[:enough], "") + "…"
}

func outOfRange(value string) error {
	return fault.Invalid("decimal.out_of_range", map[string]any{"value": shown(value)})
}

// format writes a count of 10^-digits with all its digits: format(-150, 2) is "-1.50".
func format(n int64, digits int) string { return string(appendFormat(nil, n, digits)) }

// appendFormat adds what format answers to a text.
func appendFormat(b []byte, n int64, digits int) []byte {
	if n < 0 {
		b = append(b, '-')
	}
	start := len(b)
	b = strconv.AppendUint(b, magnitude(n), 10)
	for len(b)-start <= digits {
		b = slices.Insert(b, start, '0')
	}
	if digits > 0 {
		b = slices.Insert(b, len(b)-digits, '.')
	}
	return b
}

// shortest writes a count of 10^-digits without zeros at the end: shortest(1500000, 6) is "1.5".
func shortest(n int64, digits int) string {
	s := format(n, digits)
	if digits == 0 {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
