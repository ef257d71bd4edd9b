package read

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// BoardFilter says which records stand on the board; all given conditions hold.
type BoardFilter struct {
	Owner, Account, Product *string
	Stages                  []string
	Late, WithoutNextStep   *bool
	Text                    *string
}

// Board is records in the columns of their process.
type Board struct {
	Partial bool // the viewer sees only a part of the records
	Columns []*BoardColumn
}

// BoardColumn is one stage on the board.
type BoardColumn struct {
	Stage                 stage.Stage
	Count                 int
	Sum, WeightedSum      *money.Amount // nil where the viewer does not see what is added up
	MedianBusinessSeconds int
	Cards                 []Staged
}

// cardsUsual is how many cards a column shows unless more or less are asked for.
const cardsUsual = 50

// worth is the column that a board adds up, of the kinds that have one.
var worth = map[id.Kind]string{id.Lead: "budget_minor", id.Opportunity: "amount_minor"}

// BoardOf is the board of a kind: the stages of its current process as columns. A record that runs under an older
// version stands in the stage of its key, if there still is one. Figures, ages and cards cost one statement each,
// however many columns there are.
//
// Errors: INVALID board.kind, page.size.
func BoardOf(ctx context.Context, st *store.Store, kind id.Kind, f *BoardFilter, first *int) (*Board, error) {
	if worth[kind] == "" {
		return nil, fault.Invalid("board.kind", nil).At("process")
	}
	n, err := sized("first", first, cardsUsual)
	if err != nil {
		return nil, err
	}
	b, err := newBoard(ctx, st, kind, f)
	if err != nil {
		return nil, err
	}
	s, _ := Asked(ctx).at("columns")
	if s.has("count", "sum", "weightedSum") {
		if err := b.figures(ctx, st, f); err != nil {
			return nil, err
		}
	}
	if s.has("medianBusinessSeconds") {
		if err := b.ages(ctx, st); err != nil {
			return nil, err
		}
	}
	if done, err := answering(ctx).board(ctx, st, b, n); done || err != nil {
		return nil, err
	}
	if cards, ok := s.at("cards"); ok {
		if err := b.cards(ctx, st, n, cards); err != nil {
			return nil, err
		}
	}
	return &Board{access.Partial(call.From(ctx).Viewer, kind), b.columns}, nil
}

// board is a board that is being filled.
type board struct {
	kind    id.Kind
	company flow.Company
	along   []narrow // the conditions, for who walks along an index until there are enough cards
	over    []narrow // the same, for who goes through all of them
	columns []*BoardColumn
	byKey   map[string]*BoardColumn
}

func newBoard(ctx context.Context, st *store.Store, kind id.Kind, f *BoardFilter) (*board, error) {
	_, process, err := flow.Current(ctx, st, kind)
	if err != nil {
		return nil, store.Translate(err)
	}
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	b := &board{kind: kind, company: co, byKey: map[string]*BoardColumn{}}
	v := call.From(ctx).Viewer
	var keys []string
	for _, s := range process.Stages {
		if f.shows(s.Key) {
			c := &BoardColumn{Stage: s, Cards: []Staged{}}
			if access.Sees(v, kind, access.Field(worth[kind])) {
				c.Sum, c.WeightedSum = amount(0, co.Currency), amount(0, co.Currency)
			}
			b.columns, b.byKey[s.Key], keys = append(b.columns, c), c, append(keys, s.Key)
		}
	}
	q := f.conditions(ctx, b)
	shown := sql.FieldIn("stage", keys...)
	b.along = slices.Concat(q.where, []narrow{shown, walked(ctx, kind)})
	b.over = slices.Concat(q.where, []narrow{shown, listed(ctx, kind)})
	return b, q.err
}

// shows tells whether a column is wanted.
func (f *BoardFilter) shows(key string) bool {
	return f == nil || f.Stages == nil || slices.Contains(f.Stages, key)
}

func (f *BoardFilter) conditions(ctx context.Context, b *board) filter {
	q := filterOf(ctx, b.kind)
	if f == nil {
		return q
	}
	is(&q, "owner_id", f.Owner)
	is(&q, "account_id", f.Account)
	if b.kind == id.Opportunity {
		is(&q, "product_id", f.Product)
		q.holds(f.Text, "name", "number")
	} else {
		q.holds(f.Text, "name", "company", "number")
	}
	q.empty("next_step", f.WithoutNextStep)
	q.either(f.Late, "stage", func(s *sql.Selector) *sql.Predicate { return b.late(s, call.Now(ctx)) })
	return q
}

// late: longer in its stage than that allows, in business time.
func (b *board) late(s *sql.Selector, now time.Time) *sql.Predicate {
	late := []*sql.Predicate{sql.False()}
	for _, c := range b.columns {
		if c.Stage.LateAfter > 0 {
			since := b.company.Calendar.Add(now, -time.Duration(c.Stage.LateAfter)*time.Hour).UTC()
			late = append(late, sql.And(sql.EQ(s.C("stage"), c.Stage.Key), sql.LT(s.C("stage_entered_at"), since)))
		}
	}
	return sql.Or(late...)
}

// window is a function over a column of the board, in the order of the given columns.
func window(function string, t *sql.SelectTable, order ...string) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString(function).WriteString(" OVER (PARTITION BY ").Ident(t.C("stage"))
		for i, o := range order {
			if i == 0 {
				b.WriteString(" ORDER BY ")
			} else {
				b.Comma()
			}
			b.Ident(t.C(o))
		}
		b.WriteByte(')')
	})
}

// cards are the first so many records of each column, longest in the stage first.
func (b *board) cards(ctx context.Context, st *store.Store, n int, s Selection) error {
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[b.kind].Name)
	q := d.Select(t.C("id")).AppendSelectExprAs(window("ROW_NUMBER()", t, "stage_entered_at", "id"), "n").From(t)
	for _, w := range b.over {
		w(q)
	}
	r := q.As("r")
	top := d.Select(r.C("id")).From(r).Where(sql.LTE(r.C("n"), n))
	found, err := db.Nodes(ctx, st.Reader(), b.kind, func(s *sql.Selector) {
		s.Where(sql.In(s.C("id"), top)).OrderBy(s.C("stage_entered_at"), s.C("id"))
	})
	if err != nil {
		return store.Translate(err)
	}
	for _, c := range found {
		in := b.byKey[c.(stage.Logged).LogRecord().Stage]
		in.Cards = append(in.Cards, c.(Staged))
	}
	return Bring(ctx, st, b.kind, found, s.as(b.kind))
}
