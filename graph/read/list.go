package read

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// list is a sorted and filtered list of the records of one kind.
type list struct {
	kind    id.Kind
	where   []narrow
	seen    narrow // what the viewer may see of it, for who walks along an index until there are enough
	counted narrow // the same, for who goes through all of it
	sort    Sort
	err     error
}

// listOf is the list of a kind, newest first unless sorted otherwise, of what the viewer may see.
func listOf(ctx context.Context, kind id.Kind, sort *Sort, f filter) list {
	l := list{kind: kind, where: f.where, seen: walked(ctx, kind), counted: listed(ctx, kind), sort: Sort{ByCreatedAt, Descending}, err: f.err}
	if f.few {
		l.seen, l.counted = rows(ctx, kind), rows(ctx, kind)
	}
	if sort != nil {
		l.sort = *sort
	}
	if field := access.Field(string(l.sort.Field)); l.err == nil && !access.Sees(call.From(ctx).Viewer, kind, field) {
		l.err = fault.New(fault.CodeForbidden, "access.field").At("orderBy.field").With("field", field)
	}
	return l
}

// page reads a page of the list, and brings along what is asked of its records.
func page[T db.Node](ctx context.Context, st *store.Store, l list, p Page) (*Connection[T], error) {
	if l.err != nil {
		return nil, l.err
	}
	n, fromEnd, err := p.size()
	if err != nil {
		return nil, err
	}
	cut, err := l.span(p)
	if err != nil {
		return nil, err
	}
	if done, err := answering(ctx).page(ctx, st, l, n, fromEnd, cut); done || err != nil {
		return nil, err
	}
	return ordinarily[T](ctx, st, l, n, fromEnd, cut)
}

// ordinarily is page without a compiled read.
func ordinarily[T db.Node](ctx context.Context, st *store.Store, l list, n int, fromEnd bool, cut span) (*Connection[T], error) {
	s := Asked(ctx)
	found, err := l.read(ctx, st, n+1, fromEnd, cut)
	if err != nil {
		return nil, err
	}
	more := len(found) > n
	found = found[:min(n, len(found))]
	if fromEnd {
		slices.Reverse(found)
	}
	node, _ := s.at("edges", "node")
	if err := Bring(ctx, st, l.kind, found, node); err != nil {
		return nil, err
	}
	c := &Connection[T]{Edges: make([]*Edge[T], len(found))}
	for i, r := range found {
		c.Edges[i] = &Edge[T]{placeOf(r, l.sort.Field).String(), r.(T)}
	}
	if s.has("totalCount") {
		if c.TotalCount, err = l.count(ctx, st); err != nil {
			return nil, err
		}
	}
	c.PageInfo, err = l.info(ctx, st, s, found, cut, more, fromEnd)
	return c, err
}

// span is the part of a list between two places.
type span struct{ after, before *place }

// span is what the page's cursors cut out of the list.
func (l list) span(p Page) (cut span, err error) {
	if p.After != nil {
		if cut.after, err = parsePlace(*p.After, l.sort.Field, "after"); err != nil {
			return cut, err
		}
	}
	if p.Before != nil {
		cut.before, err = parsePlace(*p.Before, l.sort.Field, "before")
	}
	return cut, err
}

// read answers at most so many records of a part of the list, from its beginning or from its end.
func (l list) read(ctx context.Context, st *store.Store, limit int, fromEnd bool, cut span) ([]db.Node, error) {
	found, err := db.Nodes(ctx, st.Reader(), l.kind, l.conditions(limit, fromEnd, cut)...)
	return found, store.Translate(err)
}

// conditions are what keeps a query to a part of the list, in its order or from its end.
func (l list) conditions(limit int, fromEnd bool, cut span) []narrow {
	descending := l.sort.Direction == Descending
	where := append(slices.Clone(l.where), l.seen)
	if cut.after != nil {
		where = append(where, cut.after.beyond(!descending, false))
	}
	if cut.before != nil {
		where = append(where, cut.before.beyond(descending, false))
	}
	if l.sort.Field == ByStageEnteredAt {
		where = append(where, byTime)
	}
	return append(where, func(s *sql.Selector) {
		order := sql.Asc
		if descending != fromEnd {
			order = sql.Desc
		}
		s.OrderBy(order(s.C(string(l.sort.Field))), order(s.C("id"))).Limit(limit)
	})
}

// byTime holds for every record, and lets a list that is sorted by the time in the stage use the index that is for it
// alone (ent/schema).
func byTime(s *sql.Selector) {
	version := s.C("version") // now, before the query bears another name
	s.Where(sql.P(func(b *sql.Builder) { b.Ident(version).WriteString(" > 0") }))
}

// info says where a page stands. On the side to which the page was read there is more if one record more was found; on
// a side that a cursor cut off the list is asked, and only if the operation wants to know.
func (l list) info(ctx context.Context, st *store.Store, s Selection, found []db.Node, cut span, more, fromEnd bool) (*PageInfo, error) {
	asked, _ := s.at("pageInfo")
	i := &PageInfo{HasNextPage: more && !fromEnd, HasPreviousPage: more && fromEnd}
	first, last := cut.after, cut.before // an empty page stands between its bounds
	if len(found) > 0 {
		start, end := placeOf(found[0], l.sort.Field), placeOf(found[len(found)-1], l.sort.Field)
		first, last = &start, &end
		a, z := start.String(), end.String()
		i.StartCursor, i.EndCursor = &a, &z
	}
	var err error
	if !i.HasPreviousPage && cut.after != nil && asked.has("hasPreviousPage") {
		i.HasPreviousPage, err = l.any(ctx, st, first.beyond(l.sort.Direction == Descending, len(found) == 0))
	}
	if err == nil && !i.HasNextPage && cut.before != nil && asked.has("hasNextPage") {
		i.HasNextPage, err = l.any(ctx, st, last.beyond(l.sort.Direction != Descending, len(found) == 0))
	}
	return i, err
}

// any tells whether the list has a record that the condition holds for.
func (l list) any(ctx context.Context, st *store.Store, where narrow) (bool, error) {
	n, err := l.countTo(ctx, st, 1, where)
	return n > 0, err
}

// countLimit is how far a list is counted: a page shows "10,000 or more", and no list is counted for longer.
const countLimit = 10_000

// count is how many records the list has, 10,000 at most.
func (l list) count(ctx context.Context, st *store.Store) (int, error) {
	n, err := l.countTo(ctx, st, countLimit+1)
	return min(n, countLimit), err
}

// countTo counts the list's records up to a limit.
func (l list) countTo(ctx context.Context, st *store.Store, limit int, where ...narrow) (n int, err error) {
	query, args := l.counting(st, limit, where...).Query()
	err = st.SQL().QueryRowContext(ctx, query, args...).Scan(&n)
	return n, store.Translate(err)
}

// counting is the query that counts them.
func (l list) counting(st *store.Store, limit int, where ...narrow) *sql.Selector {
	d := sql.Dialect(st.Dialect())
	inner := d.SelectExpr(sql.Raw("1")).From(d.Table(db.Tables[l.kind].Name)).Limit(limit)
	seen := l.counted
	if limit == 1 {
		seen = l.seen
	}
	for _, w := range slices.Concat(l.where, []narrow{seen}, where) {
		w(inner)
	}
	return d.SelectExpr(sql.Raw("COUNT(*)")).From(inner.As("counted"))
}
