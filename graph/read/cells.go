package read

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"strconv"
	"time"
)

// cells reads what a compiled statement answers: nested JSON arrays whose values stand in the order in which the plan
// asks for them, so that nothing is looked up by name.
type cells struct {
	data []byte
	at   int
}

// next skips what stands between two values, and answers the first byte of the second one.
func (c *cells) next() byte {
	for c.at < len(c.data) {
		switch b := c.data[c.at]; b {
		case ' ', ',', '\n', '\t', '\r':
			c.at++
		default:
			return b
		}
	}
	return 0
}

// null tells whether the next value is none, and then skips it.
func (c *cells) null() bool {
	if c.next() != 'n' {
		return false
	}
	c.at += len("null")
	return true
}

// open goes into an array.
func (c *cells) open() {
	c.next()
	c.at++
}

// more tells whether the array has another value; at its end it goes out of it.
func (c *cells) more() bool {
	if c.next() != ']' {
		return true
	}
	c.at++
	return false
}

// text is the inside of the next value, a text, as it stands in the JSON; escaped tells whether it is written otherwise
// than it reads.
func (c *cells) text() (inside []byte, escaped bool) {
	c.next()
	c.at++
	start := c.at
	for {
		switch c.data[c.at] {
		case '"':
			inside = c.data[start:c.at]
			c.at++
			return inside, escaped
		case '\\':
			escaped = true
			c.at++
		}
		c.at++
	}
}

// string is the next value, a text, as it reads.
func (c *cells) string() string {
	inside, escaped := c.text()
	if !escaped {
		return string(inside)
	}
	return unescaped(inside)
}

// unescaped is a text as it reads, from how it stands in JSON.
func unescaped(inside []byte) string {
	var s string
	_ = json.Unmarshal(bytes.Join([][]byte{quotes, inside, quotes}, nil), &s) // the database wrote it
	return s
}

var quotes = []byte{'"'}

// scalar is the next number or truth, as it stands.
func (c *cells) scalar() []byte {
	c.next()
	start := c.at
	for c.at < len(c.data) {
		switch c.data[c.at] {
		case ',', ']', ' ', '\n':
			return c.data[start:c.at]
		}
		c.at++
	}
	return c.data[start:]
}

// int is the next value, a whole number.
func (c *cells) int() int64 {
	n, _ := strconv.ParseInt(string(c.scalar()), 10, 64)
	return n
}

// bool is the next value, a truth; SQLite has 1 and 0.
func (c *cells) bool() bool {
	b := c.scalar()
	return b[0] == 't' || b[0] == '1'
}

// raw is the next value, whatever it is, as it stands.
func (c *cells) raw() []byte {
	c.next()
	start := c.at
	switch c.data[start] {
	case '"':
		c.text()
	case '[', '{':
		c.nested()
	default:
		c.scalar()
	}
	return c.data[start:c.at]
}

// nested skips an array or an object.
func (c *cells) nested() {
	for depth := 0; ; {
		switch c.data[c.at] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '"':
			c.text()
			continue
		}
		c.at++
		if depth == 0 {
			return
		}
	}
}

// skip leaves out so many values.
func (c *cells) skip(n int) {
	for range n {
		c.raw()
	}
}

// fill sets what ent scans a row into from the following values.
func (c *cells) fill(into []any) error {
	for _, to := range into {
		if err := c.scan(to); err != nil {
			return err
		}
	}
	return nil
}

type scanner interface{ Scan(any) error }

func (c *cells) scan(to any) error {
	if document, ok := to.(*[]byte); ok {
		if !c.null() {
			*document = bytes.Clone(c.raw())
		}
		return nil
	}
	s, ok := to.(scanner)
	if !ok {
		c.raw()
		return nil
	}
	return s.Scan(c.value(to))
}

// value is the next value as a driver would answer it.
func (c *cells) value(to any) any {
	switch b := c.next(); {
	case c.null():
		return nil
	case b == '"':
		text := c.string()
		if isTime(to) {
			return instant(text)
		}
		return text
	case b == 't' || b == 'f':
		return c.bool()
	case b == '[' || b == '{':
		return bytes.Clone(c.raw())
	}
	return c.int()
}

func isTime(to any) bool {
	_, ok := to.(*sql.NullTime)
	return ok
}

// instant reads a time as either database writes it into JSON.
func instant(text string) time.Time {
	for _, layout := range []string{"2006-01-02T15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999-07:00", "2006-01-02 15:04:05.999999999Z07:00"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
