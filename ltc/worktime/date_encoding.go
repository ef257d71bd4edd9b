package worktime

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
)

// Scan reads a DATE column: lib/pq and modernc.org/sqlite answer a time at midnight UTC, a text column its text.
func (d *Date) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case time.Time:
		*d = DateOf(src, src.Location())
		return nil
	case string:
		return d.UnmarshalText([]byte(src))
	case []byte:
		return d.UnmarshalText(src)
	default:
		return fmt.Errorf("worktime: cannot read a date from %T", src)
	}
}

// Value is the text "2006-01-02", which both databases compare rightly, and NULL for no date.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// MarshalText is String; it serves JSON too.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
//
// Errors: INVALID date.invalid.
func (d *Date) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(text))
	return err
}

// MarshalGQL writes the date quoted, and null for no date.
func (d Date) MarshalGQL(w io.Writer) {
	text := "null"
	if !d.IsZero() {
		text = strconv.Quote(d.String())
	}
	_, _ = io.WriteString(w, text)
}

// UnmarshalGQL reads a date as text.
//
// Errors: INVALID date.invalid.
func (d *Date) UnmarshalGQL(v any) (err error) {
	text, ok := v.(string)
	if !ok {
		return fault.Invalid("date.invalid", map[string]any{"value": fmt.Sprint(v)})
	}
	*d, err = ParseDate(text)
	return err
}
