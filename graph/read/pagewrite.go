package read

import (
	"context"
	"slices"
	"strconv"

	"github.com/leadtocash/ltc/ltc/store"
)

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
	var read []byte
	if err := a.read(w, pw.root(a.c, cut), &pw.previous, &pw.next, &pw.total, &pw.found, &read); err != nil {
		return a.ends(ctx, nil, err)
	}
	err = w.twice(read, pw.write)
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
}

// root are the queries of a page.
func (w *pageWriter) root(c *Compiler, cut span) rootQuery {
	l, p := w.list, w.plan.page
	r := rootQuery{sort: l.sort}
	columns := w.plan.stmt.columns
	r.from = c.selecting(w.plan, l.kind, l.conditions(w.n+1, w.fromEnd, cut)...)
	if !slices.Contains(columns, string(l.sort.Field)) {
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
