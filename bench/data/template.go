package data

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"github.com/leadtocash/ltc/ent/db/migrate"
	"github.com/leadtocash/ltc/ltc/id"
)

// source says which of a table's rows belong to a deal: $1 is its journey, $2 the account of an account's pattern.
type source struct{ table, deal, account string }

// sources are the tables that are cloned, parents before children.
var sources = []source{
	{"accounts", "", "id = $2"},
	{"contacts", "", "account_id = $2"},
	{"journeys", "id = $1", ""},
	{"opportunities", "journey_id = $1", ""},
	{"leads", "journey_id = $1", ""},
	{"quotes", "journey_id = $1", ""},
	{"quote_versions", "journey_id = $1", ""},
	{"quote_lines", "quote_version_id IN (SELECT id FROM quote_versions WHERE journey_id = $1)", ""},
	{"contracts", "journey_id = $1", ""},
	{"payment_plan_items", "journey_id = $1", ""},
	{"orders", "journey_id = $1", ""},
	{"order_lines", "order_id IN (SELECT id FROM orders WHERE journey_id = $1)", ""},
	{"invoices", "journey_id = $1", ""},
	{"invoice_lines", "invoice_id IN (SELECT id FROM invoices WHERE journey_id = $1)", ""},
	{"payments", "id IN (SELECT payment_id FROM allocations WHERE journey_id = $1)", ""},
	{"allocations", "journey_id = $1", ""},
	{
		"changes", "journey_id = $1 OR subject_id IN (SELECT payment_id FROM allocations WHERE journey_id = $1)",
		"subject_id = $2 OR subject_id IN (SELECT id FROM contacts WHERE account_id = $2)",
	},
}

// table is where rows go; xid is left to the database.
type table struct {
	name    string
	columns []*schema.Column
	names   []string
}

var tables = func() []*table {
	var out []*table
	for _, s := range sources {
		t := &table{name: s.table}
		for _, c := range migrate.Tables[slices.IndexFunc(migrate.Tables, func(m *schema.Table) bool { return m.Name == s.table })].Columns {
			if s.table == "changes" && c.Name == "xid" {
				continue
			}
			t.columns, t.names = append(t.columns, c), append(t.names, c.Name)
		}
		out = append(out, t)
	}
	return out
}()

// op says how a clone's value comes from the pattern's.
type op struct {
	kind  opKind
	value any // as it was read
	n     int // which id, person, contact or series
	parts []part
}

// part is a piece of a JSON text: literal, or an op's text.
type part struct {
	literal string
	op      *op
}

type opKind uint8

const (
	opKeep opKind = iota
	opID
	opUser
	opDepartment
	opAccount
	opContact
	opAccountName
	opAccountKey
	opContactName
	opContactPhone
	opContactEmail
	opNeed
	opPerson
	opPhone
	opEmail
	opReference
	opNumber
	opInvoiceNumber
	opInstant
	opDate
	opChange
	opCorrelation
	opJSON
)

// row is one of the pattern's rows.
type row struct {
	table int
	at    time.Time // when it was made, which gives its number the year
	ops   []op
}

// template is a pattern that is ready to be cloned.
type template struct {
	rows  []row
	ids   []string
	kinds []id.Kind
	made  []time.Time
	begin time.Time
}

var numbered = regexp.MustCompile(`^([A-Z]{2,3})-\d{4}-\d{6,}$`)

// isDate tells a business date from an instant.
func isDate(c *schema.Column) bool { return c.SchemaType["postgres"] == "date" }

// read reads the rows of one table that a condition names, with values that are the same on both databases.
func read(ctx context.Context, db *sql.DB, t *table, where string, args ...any) ([][]any, error) {
	rows, err := db.QueryContext(ctx, fmt.Sprintf(`SELECT %s FROM %s WHERE %s ORDER BY id`, quoted(t.names), t.name, where), args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.name, err)
	}
	defer rows.Close()
	var out [][]any
	for rows.Next() {
		vs := make([]any, len(t.columns))
		ps := make([]any, len(vs))
		for i := range vs {
			ps[i] = &vs[i]
		}
		if err := rows.Scan(ps...); err != nil {
			return nil, err
		}
		for i, c := range t.columns {
			if vs[i], err = plain(c, vs[i]); err != nil {
				return nil, fmt.Errorf("%s.%s: %w", t.name, c.Name, err)
			}
		}
		out = append(out, vs)
	}
	return out, rows.Err()
}

func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

// plain brings what a driver answers to one form: text, int64, bool, an instant in UTC, a date as text, compact JSON.
func plain(c *schema.Column, v any) (any, error) {
	if b, ok := v.([]byte); ok && c.Type != field.TypeBytes {
		v = string(b)
	}
	switch {
	case v == nil:
		return nil, nil
	case c.Type == field.TypeJSON:
		return compact(v)
	case isDate(c):
		if t, ok := v.(time.Time); ok {
			return t.Format(time.DateOnly), nil
		}
		return v.(string)[:10], nil
	case c.Type == field.TypeTime:
		if s, ok := v.(string); ok {
			t, err := time.Parse("2006-01-02 15:04:05.999999999-07:00", s)
			return t.UTC(), err
		}
		return v.(time.Time).UTC(), nil
	case c.Type == field.TypeBool:
		if n, ok := v.(int64); ok {
			return n != 0, nil
		}
	}
	return v, nil
}

// compact is the JSON without spaces, keys in order, figures as they stand.
func compact(v any) (any, error) {
	d := json.NewDecoder(strings.NewReader(v.(string)))
	d.UseNumber()
	var parsed any
	if err := d.Decode(&parsed); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(parsed)
	return strings.TrimSpace(b.String()), err
}
