package read

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
)

// statement is the text of a statement with holes that each request fills: what the viewer may see, and of a list its
// conditions. The records of the root field stand in it under the alias t0.
type statement struct {
	dialect  string
	text     strings.Builder
	pieces   []piece
	columns  []string    // of t0
	selected sql.Querier // these, as text
	aliases  int
}

// piece is a text and the hole behind it.
type piece struct {
	text string
	hole func(ctx context.Context, b *sql.Builder, root rootQuery)
}

// rootQuery is what a request knows of the root field's records.
type rootQuery struct {
	from                  *sql.Selector
	sort                  Sort
	previous, next, total *sql.Selector // of a page, where they are asked
}

const root = "t0"

func (s *statement) say(parts ...string) {
	for _, p := range parts {
		s.text.WriteString(p)
	}
}

func (s *statement) hole(fill func(context.Context, *sql.Builder, rootQuery)) {
	s.pieces = append(s.pieces, piece{s.text.String(), fill})
	s.text.Reset()
}

// column is a column of the record under the alias.
func (s *statement) column(alias, name string) string {
	if alias == root && !slices.Contains(s.columns, name) {
		s.columns = append(s.columns, name)
	}
	return alias + `."` + name + `"`
}

func (s *statement) alias() string {
	s.aliases++
	return "t" + strconv.Itoa(s.aliases)
}

func (s *statement) lite() bool { return s.dialect == dialect.SQLite }

// array opens an array of cells, to be closed by ")".
func (s *statement) array() {
	if s.lite() {
		s.say("json_array(")
	} else {
		s.say("json_build_array(")
	}
}

// list opens the list of all rows, to be closed by the order and ")".
func (s *statement) list() {
	if s.lite() {
		s.say("json_group_array(")
	} else {
		s.say("json_agg(")
	}
}

// document is a column that holds JSON; SQLite has it as text or as bytes.
func (s *statement) document(alias, name string) {
	if s.lite() {
		s.say("json(CAST(", s.column(alias, name), " AS TEXT))")
	} else {
		s.say(s.column(alias, name))
	}
}

// nested opens and closes a sub-query that answers JSON; SQLite forgets that it is.
func (s *statement) nested(query func()) {
	if s.lite() {
		s.say("json((")
		query()
		s.say("))")
		return
	}
	s.say("(")
	query()
	s.say(")")
}

// where keeps the rows of an alias that the viewer may see and that the conditions hold for.
func (s *statement) where(alias string, kind id.Kind, conditions ...narrow) {
	s.hole(func(ctx context.Context, b *sql.Builder, _ rootQuery) {
		q := sql.Dialect(b.Dialect()).Select().From(sql.Dialect(b.Dialect()).Table(db.Tables[kind].Name).As(alias))
		for _, w := range conditions {
			w(q)
		}
		rows(ctx, kind)(q)
		if p := q.P(); p != nil {
			b.WriteString(" AND (").Join(p).WriteString(")")
		}
	})
}

// from is the root field's records.
func (s *statement) from() {
	s.say(" FROM ")
	s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
		b.WriteString("(").Join(r.from).WriteString(") AS ").WriteString(root)
	})
}

// put adds an object's cells as an array.
func (o *object) put(s *statement, alias string) {
	s.array()
	first := true
	comma := func() {
		if !first {
			s.say(", ")
		}
		first = false
	}
	for _, c := range o.columns {
		comma()
		if documents[o.kind][c] {
			s.document(alias, c)
		} else {
			s.say(s.column(alias, c))
		}
	}
	for _, f := range o.added {
		for _, sum := range f.added.sums {
			comma()
			s.say(sum(s.column(alias, "id")))
		}
	}
	for i := range o.fields {
		if o.fields[i].part.size() > 0 {
			comma()
			o.fields[i].part.put(s, alias)
		}
	}
	s.say(")")
}

// cellCount is how many cells an object has; a call of a function of SQL takes 100 at most.
func (o *object) cellCount() int {
	n := len(o.columns) + o.sums()
	for i := range o.fields {
		n += o.fields[i].part.size()
	}
	return n
}

const mostCells = 100

// documents are the columns of JSON, by kind.
var documents = func() map[id.Kind]map[string]bool {
	out := map[id.Kind]map[string]bool{}
	for kind, columns := range db.Columns {
		out[kind] = map[string]bool{}
		for _, c := range columns {
			if c.Document {
				out[kind][c.Name] = true
			}
		}
	}
	return out
}()

// seal ends the text of a statement whose records are of a kind.
func (s *statement) seal(kind id.Kind) {
	s.hole(nil)
	s.column(root, "id") // there are rows without a column, but not in SQL
	t := sql.Dialect(s.dialect).Table(db.Tables[kind].Name)
	columns := make([]string, len(s.columns))
	for i, name := range s.columns {
		columns[i] = t.C(name)
	}
	s.selected = sql.Raw(strings.Join(columns, ", "))
}

// build is the text with its holes filled, and its arguments.
func (s *statement) build(ctx context.Context, r rootQuery) (string, []any) {
	var b sql.Builder
	b.SetDialect(s.dialect)
	s.fill(ctx, &b, r)
	return b.Query()
}

func (s *statement) fill(ctx context.Context, b *sql.Builder, r rootQuery) {
	for _, p := range s.pieces {
		b.WriteString(p.text)
		if p.hole != nil {
			p.hole(ctx, b, r)
		}
	}
}

// orderOf is how a kind's parts are listed, as the text of an order.
func orderOf(d string, kind id.Kind, alias string, in narrow) string {
	q := sql.Dialect(d).Select("*").From(sql.Dialect(d).Table(db.Tables[kind].Name).As(alias))
	in(q)
	text, _ := q.Query()
	_, order, _ := strings.Cut(text, " ORDER BY ")
	return order
}
