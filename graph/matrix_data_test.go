package graph_test

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	entschema "entgo.io/ent/dialect/sql/schema"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/migrate"
	entmigrate "github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
)

// subject is a record of the company, and its type in the API.
type subject struct{ id, typ string }

// records are the first of each kind that the API shows, by kind; they were there before the matrix changed any.
func (m *matrix) records() []subject {
	m.t.Helper()
	if m.known != nil {
		return m.known
	}
	for _, kind := range read.KindsOfAPI() {
		typ := read.TypeName(kind)
		if contract.Types[typ] == nil {
			continue
		}
		if found := ltctest.Got(db.Nodes(m.t.Context(), m.Reader(), kind))(m.t); len(found) > 0 {
			m.known = append(m.known, subject{found[0].NodeID(), typ})
		}
	}
	return m.known
}

// categories are those that some record is in; no list is ever filtered to the others' by what is hidden.
func (m *matrix) categories() []string {
	m.t.Helper()
	if m.inUse != nil {
		return m.inUse
	}
	used := map[string]bool{}
	for _, kind := range stage.Kinds() {
		for _, n := range ltctest.Got(db.Nodes(m.t.Context(), m.Reader(), kind))(m.t) {
			used[strings.ToUpper(string(n.(stage.Logged).LogRecord().Category))] = true
		}
	}
	m.inUse = slices.Sorted(maps.Keys(used))
	return m.inUse
}

// behind is a connection that goes around the API and around every check.
func (m *matrix) behind() *sql.DB {
	m.t.Helper()
	if m.raw == nil {
		_, raw, err := entmigrate.Open(m.URL())
		ltctest.Must(m.t, err)
		m.t.Cleanup(func() { _ = raw.Close() })
		m.raw = raw
	}
	return m.raw
}

func tableNamed(name string) *entschema.Table {
	for _, t := range migrate.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// copyHidden makes another of one hidden record of each kind, with rows in the log: were it visible, something would
// be one more. It answers the kinds of which something is hidden.
func (m *matrix) copyHidden(v call.Viewer) []id.Kind {
	m.t.Helper()
	var out []id.Kind
	for _, kind := range read.KindsOfAPI() {
		if contract.Types[read.TypeName(kind)] == nil || kind == id.Process || kind == id.LegalEntity {
			continue
		}
		hidden := m.hiddenOf(v, kind)
		if len(hidden) == 0 {
			continue
		}
		m.copy(kind, hidden[0])
		out = append(out, kind)
	}
	return out
}

// copy inserts a record once more under another id, whatever has to be unique changed.
func (m *matrix) copy(kind id.Kind, from string) {
	m.t.Helper()
	m.copies++
	to := call.Random(kind, time.UnixMilli(int64(m.copies)))
	table := tableNamed(db.Tables[kind].Name)
	unique := map[string]bool{}
	for _, c := range table.Columns {
		if c.Unique && c.Name != "id" {
			unique[c.Name] = true
		}
	}
	for _, i := range table.Indexes {
		if i.Unique {
			unique[distinct(i)] = true
		}
	}
	var into, values []string
	for _, c := range table.Columns {
		value := quoted(c.Name)
		switch {
		case c.Name == "id":
			value = "'" + to + "'"
		case !unique[c.Name]:
		case strings.HasSuffix(c.Name, "_id") && c.Nullable:
			value = "NULL"
		case strings.HasSuffix(c.Name, "_id"): // one a record, and there is one: it changes instead
			m.alter(table, from)
			return
		case c.Type.Numeric():
			value = fmt.Sprintf("%s + %d", quoted(c.Name), 100+m.copies)
		default:
			value = fmt.Sprintf("%s || 'copy%d'", quoted(c.Name), m.copies)
		}
		into, values = append(into, quoted(c.Name)), append(values, value)
	}
	m.exec(fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s WHERE id = '%s'", quoted(table.Name), strings.Join(into, ", "),
		strings.Join(values, ", "), quoted(table.Name), from))
	m.undo = append(m.undo, fmt.Sprintf("DELETE FROM %s WHERE id = '%s'", quoted(table.Name), to))
	m.copyLog(from, to)
}

// takeBack removes the copies, the last one first.
func (m *matrix) takeBack() {
	m.t.Helper()
	for _, statement := range slices.Backward(m.undo) {
		m.exec(statement)
	}
	m.undo = nil
}

// alter changes what a record is worth, or how many it is of.
func (m *matrix) alter(table *entschema.Table, recordID string) {
	m.t.Helper()
	for _, c := range table.Columns {
		if slices.Contains([]string{"gross_minor", "quantity", "accepted"}, c.Name) {
			m.exec(fmt.Sprintf("UPDATE %s SET %s WHERE id = '%s'", quoted(table.Name), m.changed(table, c), recordID))
			return
		}
	}
	m.t.Fatalf("nothing of %s can be changed", table.Name)
}

// distinct is the column of a unique index that a copy changes: the last that names no other record, if there is one.
func distinct(i *entschema.Index) string {
	for _, c := range slices.Backward(i.Columns) {
		if !strings.HasSuffix(c.Name, "_id") {
			return c.Name
		}
	}
	return i.Columns[0].Name
}

// copyLog gives a copied record the log of its original.
func (m *matrix) copyLog(from, to string) {
	var into, values []string
	for _, c := range tableNamed("changes").Columns {
		switch c.Name {
		case "id", "xid":
		case "subject_id":
			into, values = append(into, quoted(c.Name)), append(values, "'"+to+"'")
		default:
			into, values = append(into, quoted(c.Name)), append(values, quoted(c.Name))
		}
	}
	m.exec(fmt.Sprintf("INSERT INTO changes (%s) SELECT %s FROM changes WHERE subject_id = '%s'", strings.Join(into, ", "),
		strings.Join(values, ", "), from))
}

// changeHidden changes what the hidden fields hold, of every record of their kinds.
func (m *matrix) changeHidden(v call.Viewer, hidden map[id.Kind][]string) {
	m.t.Helper()
	for kind, fields := range hidden {
		table := tableNamed(db.Tables[kind].Name)
		for _, c := range table.Columns {
			if !slices.ContainsFunc(fields, func(f string) bool { return holds(c.Name, f) }) {
				continue
			}
			set := m.changed(table, c)
			if set != "" {
				m.exec(fmt.Sprintf("UPDATE %s SET %s", quoted(table.Name), set))
			}
		}
	}
	_ = v
}

// holds tells whether a column is a field's.
func holds(column, field string) bool {
	var snake strings.Builder
	for _, r := range field {
		if r >= 'A' && r <= 'Z' {
			snake.WriteByte('_')
			r += 'a' - 'A'
		}
		snake.WriteRune(r)
	}
	return slices.Contains([]string{snake.String(), snake.String() + "_minor"}, column) || field == "value" && column == "amount_minor"
}

// changed is another value of a column that its checks allow.
func (m *matrix) changed(table *entschema.Table, c *entschema.Column) string {
	name := quoted(c.Name)
	switch {
	case len(c.Enums) > 0:
		return fmt.Sprintf("%s = CASE WHEN %s = '%s' THEN '%s' ELSE '%s' END", name, name, c.Enums[0], c.Enums[len(c.Enums)-1], c.Enums[0])
	case c.Name == "net_minor" || c.Name == "tax_minor":
		return fmt.Sprintf("%s = %s + 700, gross_minor = gross_minor + 700", name, name)
	case c.Name == "gross_minor":
		return "gross_minor = gross_minor + 900, net_minor = net_minor + 900"
	case c.Name == "discount" || c.Name == "tax_rate":
		return name + " = 123000"
	case c.Type.Numeric():
		return fmt.Sprintf("%s = COALESCE(%s, 0) + 5000", name, name)
	case c.Type.String() == "time.Time" || c.Type.String() == "time":
		return name + " = '2031-02-03 04:05:06'"
	case c.SchemaType["postgres"] == "date":
		return name + " = '2031-02-03'"
	case c.Type.String() == "string":
		if slices.ContainsFunc(table.Indexes, func(i *entschema.Index) bool { return i.Unique && slices.Contains(i.Columns, c) }) {
			return fmt.Sprintf("%s = id || 'changed'", name)
		}
		return name + " = 'changed for all to see'"
	}
	return ""
}

func quoted(name string) string { return `"` + name + `"` }

func (m *matrix) exec(statement string) {
	m.t.Helper()
	if _, err := m.behind().ExecContext(m.t.Context(), statement); err != nil {
		m.t.Fatalf("%s\n%v", statement, err)
	}
}
