package read

import (
	"context"
	stdsql "database/sql"
	"strconv"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// pagePlan is what is asked of a connection. Each row is read as the value that the list is sorted by, the id, and the
// record as often as it is asked.
type pagePlan struct {
	fields                                  []pageField
	edges                                   []edgeField
	hasEdges, previous, next, total, places bool
}

// pageField is a field of a connection: a constant, or one that its name says.
type pageField struct {
	key, fixed []byte
	name       string
	info       []pageField
}

// edgeField is a field of an edge.
type edgeField struct {
	key, fixed []byte
	node       *object // nil for the cursor
}

// pagePlan is the plan of a root field that answers a page of a list.
func (c *Compiler) pagePlan(ctx context.Context, kind id.Kind) (*plan, error) {
	oc, f := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	return c.plans.find(oc, f, kind, func() (*plan, error) {
		k := c.begin(oc)
		p := &pagePlan{}
		if err := k.page(p, kind, c.schema.Types[f.Definition.Type.Name()], f.Selections); err != nil {
			return nil, err
		}
		k.plan.page = p
		p.put(&k.plan.stmt)
		return k.plan, nil
	})
}

func (k *compiling) page(p *pagePlan, kind id.Kind, def *ast.Definition, set ast.SelectionSet) error {
	for _, f := range k.collect(def, set) {
		one := pageField{key: keyOf(f.Alias), name: f.Name}
		switch f.Name {
		case "__typename":
			one.fixed = []byte(strconv.Quote(def.Name))
		case "totalCount":
			p.total = true
		case "pageInfo":
			one.info = k.pageInfo(p, f.Selections)
		case "edges":
			if p.hasEdges {
				return ordinary("two lists of edges")
			}
			p.hasEdges = true
			if err := k.edgesOf(p, kind, k.c.schema.Types[f.Definition.Type.Name()], f.Selections); err != nil {
				return err
			}
		}
		p.fields = append(p.fields, one)
	}
	return nil
}

func (k *compiling) pageInfo(p *pagePlan, set ast.SelectionSet) (out []pageField) {
	for _, f := range k.collect(k.c.schema.Types["PageInfo"], set) {
		one := pageField{key: keyOf(f.Alias), name: f.Name}
		switch f.Name {
		case "__typename":
			one.fixed = []byte(`"PageInfo"`)
		case "hasNextPage":
			p.next = true
		case "hasPreviousPage":
			p.previous = true
		default:
			p.places = true
		}
		out = append(out, one)
	}
	return out
}

func (k *compiling) edgesOf(p *pagePlan, kind id.Kind, def *ast.Definition, set ast.SelectionSet) (err error) {
	for _, f := range k.collect(def, set) {
		one := edgeField{key: keyOf(f.Alias)}
		switch f.Name {
		case "__typename":
			one.fixed = []byte(strconv.Quote(def.Name))
		case "cursor":
			p.places = true
		default:
			if one.node, err = k.object(kind, f.Selections); err != nil {
				return err
			}
		}
		p.edges = append(p.edges, one)
	}
	return nil
}

// put makes the statement: three figures of the whole list where they are asked, how many rows were found, and the rows.
func (p *pagePlan) put(s *statement) {
	s.column(root, "id")
	s.say("SELECT ")
	s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
		for _, extra := range []*sql.Selector{r.previous, r.next, r.total} {
			if extra == nil {
				b.WriteString("0, ")
			} else {
				b.WriteString("(").Join(extra).WriteString("), ")
			}
		}
	})
	s.say("COUNT(*), ")
	s.list()
	s.array()
	if p.places {
		s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
			b.WriteString(root).WriteString(`."`).WriteString(string(r.sort.Field)).WriteString(`", ` + root + `."id"`)
		})
	} else {
		s.say("0, 0")
	}
	for _, e := range p.edges {
		if e.node != nil {
			s.say(", ")
			e.node.put(s, root)
		}
	}
	s.say(") ORDER BY ")
	s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
		way := ""
		if r.sort.Direction == Descending {
			way = " DESC"
		}
		b.WriteString(root).WriteString(`."`).WriteString(string(r.sort.Field)).WriteString(`"` + way + ", " + root + `."id"` + way)
	})
	s.say(")")
	s.from()
	s.seal()
}

// page answers the root field with a page of a list.
func (a *Answering) page(ctx context.Context, st *store.Store, l list, n int, fromEnd bool, cut span) (done bool, err error) {
	if a == nil {
		return false, nil
	}
	p, err := a.c.pagePlan(ctx, l.kind)
	if err != nil {
		return a.ends(ctx, nil, err)
	}
	w := a.c.answer(ctx, st, p)
	pw := &pageWriter{answer: w, list: l, n: n, fromEnd: fromEnd}
	found, err := w.query(pw.root(a.c, cut))
	if err != nil {
		return false, err
	}
	defer func() { _ = found.Close() }()
	var rows stdsql.RawBytes
	if !found.Next() {
		return false, store.Translate(found.Err())
	}
	if err := found.Scan(&pw.previous, &pw.next, &pw.total, &pw.found, &rows); err != nil {
		return false, store.Translate(err)
	}
	err = w.twice(rows, pw.write)
	w.b = pw.inOrder()
	return a.ends(ctx, w, err)
}

// pageWriter writes a page.
type pageWriter struct {
	*answer
	list                         list
	n                            int
	fromEnd                      bool
	previous, next, total, found int
	first, last                  *place
	parts                        [][]byte
	ends                         []int // where each field of the connection ends, once the edges were written
}

// root are the queries of a page.
func (w *pageWriter) root(c *Compiler, cut span) rootQuery {
	l, p := w.list, w.plan.page
	r := rootQuery{sort: l.sort}
	columns := w.plan.stmt.columns
	r.from = c.selecting(w.plan, l.kind, l.conditions(w.n+1, w.fromEnd, cut)...)
	if !contains(columns, string(l.sort.Field)) {
		r.from.AppendSelect(r.from.C(string(l.sort.Field)))
	}
	if p.previous && cut.after != nil {
		r.previous = l.counting(w.st, 1, cut.after.beyond(l.sort.Direction == Descending, true))
	}
	if p.next && cut.before != nil {
		r.next = l.counting(w.st, 1, cut.before.beyond(l.sort.Direction != Descending, true))
	}
	if p.total {
		r.total = l.counting(w.st, countLimit+1)
	}
	return r
}

func contains(columns []string, name string) bool {
	for _, c := range columns {
		if c == name {
			return true
		}
	}
	return false
}

// write writes the edges before all else: where they begin and end is what the page's information tells.
func (w *pageWriter) write() {
	p := w.plan.page
	w.parts = make([][]byte, len(p.fields))
	for i, f := range p.fields {
		if f.name == "edges" {
			w.parts[i] = w.part(func() { w.edges() })
		}
	}
	if !p.hasEdges && p.places {
		w.part(func() { w.edges() })
	}
	for i, f := range p.fields {
		if f.name != "edges" {
			w.parts[i] = w.part(func() { w.field(f) })
		}
	}
}

// part writes something, and answers where it stands.
func (w *pageWriter) part(write func()) []byte {
	start := len(w.b)
	write()
	return w.b[start:len(w.b):len(w.b)]
}

// inOrder puts the fields into the order of the answer.
func (w *pageWriter) inOrder() []byte {
	out := make([]byte, 0, len(w.b)+128)
	out = append(out, '{')
	for i, f := range w.plan.page.fields {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, f.key...), w.parts[i]...)
	}
	return append(out, '}')
}

func (w *pageWriter) edges() {
	p := w.plan.page
	w.first, w.last = nil, nil
	w.b = append(w.b, '[')
	if w.c.null() || len(w.c.data) == 0 {
		w.b = append(w.b, ']')
		return
	}
	w.c.open()
	surplus := w.found - w.n
	for i := 0; w.c.more(); i++ {
		if surplus > 0 && (w.fromEnd && i == 0 || !w.fromEnd && i == w.n) {
			w.c.raw()
			continue
		}
		if w.b[len(w.b)-1] != '[' {
			w.b = append(w.b, ',')
		}
		w.edge(p)
	}
	w.b = append(w.b, ']')
}

func (w *pageWriter) edge(p *pagePlan) {
	w.c.open()
	var at place
	if p.places {
		at = w.place()
		if w.first == nil {
			w.first = &at
		}
		w.last = &at
	} else {
		w.c.skip(2)
	}
	w.b = append(w.b, '{')
	for i, e := range p.edges {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, e.key...)
		switch {
		case e.fixed != nil:
			w.b = append(w.b, e.fixed...)
		case e.node != nil:
			e.node.write(w.answer)
		default:
			w.b = quoted(w.b, at.String())
		}
	}
	w.b = append(w.b, '}')
	w.c.more()
}

// place is where a row stands in the list.
func (w *pageWriter) place() place {
	by := w.list.sort.Field
	p := place{Field: by}
	switch {
	case by == ByAmount:
		p.Value = w.c.int()
	case by.instant():
		p.Value = instant(w.c.string())
	default:
		p.Value = w.c.string()
	}
	p.ID = w.c.string()
	return p
}

func (w *pageWriter) field(f pageField) {
	switch {
	case f.fixed != nil:
		w.b = append(w.b, f.fixed...)
	case f.name == "totalCount":
		w.b = strconv.AppendInt(w.b, int64(min(w.total, countLimit)), 10)
	case f.name == "pageInfo":
		w.info(f.info)
	}
}

func (w *pageWriter) info(fields []pageField) {
	more := w.found > w.n
	w.b = append(w.b, '{')
	for i, f := range fields {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, f.key...)
		switch {
		case f.fixed != nil:
			w.b = append(w.b, f.fixed...)
		case f.name == "hasNextPage":
			w.b = strconv.AppendBool(w.b, more && !w.fromEnd || w.next > 0)
		case f.name == "hasPreviousPage":
			w.b = strconv.AppendBool(w.b, more && w.fromEnd || w.previous > 0)
		case f.name == "startCursor":
			w.cursor(w.first)
		default:
			w.cursor(w.last)
		}
	}
	w.b = append(w.b, '}')
}

func (w *pageWriter) cursor(p *place) {
	if p == nil {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = quoted(w.b, p.String())
}
