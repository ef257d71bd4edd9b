package read

import (
	"context"
	"reflect"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// boardPlan is what is asked of a board. Each card is read as the key of its column, and the record as often as it is
// asked.
type boardPlan struct {
	whole shape
	kind  id.Kind
	cards []*object
}

// boardPlan is the plan of a root field that answers a board of a kind.
func (c *Compiler) boardPlan(ctx context.Context, kind id.Kind) (*plan, error) {
	oc, f := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	return c.plans.find(oc, f, kind, func() (*plan, error) {
		k := c.begin(oc)
		p := &boardPlan{kind: kind}
		k.plan.board = p
		var err error
		p.whole, err = k.shapeOf(ast.NonNullNamedType("Board", nil), reflect.TypeFor[Board](), f.Selections, sightRef{})
		p.put(&k.plan.stmt)
		return k.plan, err
	})
}

// cardsOf plans the cards of a column: as they were written before, by the column's key.
func (k *compiling) cardsOf(set ast.SelectionSet) (getter, shape, error) {
	p := k.plan.board
	o, err := k.object(p.kind, set)
	at := len(p.cards)
	p.cards = append(p.cards, o)
	get := func(_ *answer, column reflect.Value) (reflect.Value, error) { return column, nil }
	return get, func(w *answer, column reflect.Value) bool {
		w.b = append(w.b, '[')
		w.b = append(w.b, w.cards[at][column.Interface().(BoardColumn).Stage.Key]...)
		w.b = append(w.b, ']')
		return false
	}, err
}

func (p *boardPlan) put(s *statement) {
	s.say("SELECT ")
	s.list()
	s.array()
	s.say(s.column(root, "stage"))
	for _, o := range p.cards {
		s.say(", ")
		o.put(s, root)
	}
	s.say(") ORDER BY ", s.column(root, "stage_entered_at"), ", ", s.column(root, "id"), ")")
	s.from()
	s.seal(p.kind)
}

// board answers the root field with a board whose figures are known.
func (a *Answering) board(ctx context.Context, st *store.Store, b *board, n int) (done bool, err error) {
	if a == nil {
		return false, nil
	}
	p, err := a.c.boardPlan(ctx, b.kind)
	if err != nil {
		return a.ends(ctx, nil, err)
	}
	w := a.c.answer(ctx, st, p)
	whole := reflect.ValueOf(Board{access.Partial(call.From(ctx).Viewer, b.kind), b.columns})
	if len(p.board.cards) == 0 || len(b.columns) == 0 {
		err = w.twice(nil, func() { p.board.whole(w, whole) })
		return a.ends(ctx, w, err)
	}
	var read []byte
	if err := a.read(w, rootQuery{from: b.tops(a.c, p, n)}, &read); err != nil {
		return a.ends(ctx, nil, err)
	}
	err = w.twice(read, func() { w.board(p.board, whole) })
	return a.ends(ctx, w, err)
}

// tops are the first cards of all columns: so many of each, along the index by which a stage is sorted.
func (b *board) tops(c *Compiler, p *plan, n int) *sql.Selector {
	d := sql.Dialect(c.st.Dialect())
	var all *sql.Selector
	for _, column := range b.columns {
		top := c.selecting(p, b.kind, append(b.along[:len(b.along):len(b.along)], sql.FieldEQ("stage", column.Stage.Key))...)
		top.OrderBy(top.C("stage_entered_at"), top.C("id")).Limit(n)
		one := top.As("top")
		q := d.Select("*").From(one)
		if all == nil {
			all = q
		} else {
			all.UnionAll(q)
		}
	}
	return all
}

// board writes the cards by column, and then the board around them.
func (w *answer) board(p *boardPlan, whole reflect.Value) {
	w.cards = make([]map[string][]byte, len(p.cards))
	for i := range w.cards {
		w.cards[i] = map[string][]byte{}
	}
	out := w.b
	if !w.c.null() && len(w.c.data) > 0 {
		w.c.open()
		for w.c.more() {
			w.c.open()
			key := w.c.string()
			for i, o := range p.cards {
				w.b = w.cards[i][key]
				if len(w.b) > 0 {
					w.b = append(w.b, ',')
				}
				o.write(w)
				w.cards[i][key] = w.b
			}
			w.c.more()
		}
	}
	w.b = out
	p.whole(w, whole)
}
