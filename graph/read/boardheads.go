package read

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/store"
)

// kept tells whether the summary rows (package insight) tell apart what the filter does, and whose they are.
func (f *BoardFilter) kept() (owner *string, ok bool) {
	if f == nil {
		return nil, true
	}
	return f.Owner, f.Account == nil && f.Product == nil && f.Late == nil && f.WithoutNextStep == nil && f.Text == nil
}

// figures count and add up each column: from the summary rows where those know the answer, and else from the records.
func (b *board) figures(ctx context.Context, st *store.Store, f *BoardFilter) error {
	if owner, ok := f.kept(); ok && insight.Whole(ctx, b.kind, owner) {
		sums, known, err := insight.ByStage(ctx, st, b.kind, owner, false)
		if err != nil {
			return err
		}
		if known {
			for _, s := range sums {
				b.add(s.Stage, s.Records, s.Minor)
			}
			return nil
		}
	}
	return b.addUp(ctx, st)
}

// addUp is one grouped statement over the records.
func (b *board) addUp(ctx context.Context, st *store.Store) error {
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[b.kind].Name)
	q := d.Select(t.C("stage"), sql.Count("*"), "COALESCE("+sql.Sum(t.C(worth[b.kind]))+", 0)").From(t).GroupBy(t.C("stage"))
	for _, w := range b.over {
		w(q)
	}
	return scan(ctx, st, q, func(next func(...any) error) error {
		var key string
		var n int
		var minor int64
		err := next(&key, &n, &minor)
		b.add(key, n, minor)
		return err
	})
}

// add adds to a column, if it is shown.
func (b *board) add(key string, n int, minor int64) {
	c := b.byKey[key]
	if c == nil {
		return
	}
	c.Count += n
	if c.Sum != nil {
		c.Sum.Minor += minor
		c.WeightedSum.Minor = money.Rate(int64(c.Stage.Probability) * int64(money.Whole) / 100).Of(c.Sum.Minor)
	}
}

// oldest is how many records of a column its median looks at, from the longest waiting on.
const oldest = 1000

// ages are the median ages: of the middle record, or of the two middle ones their mean. A record that entered later
// is not older in business time either, so the database finds the middle.
func (b *board) ages(ctx context.Context, st *store.Store) error {
	if len(b.columns) == 0 {
		return nil
	}
	since := map[string][]time.Duration{}
	q := b.middles(st)
	if access.Partial(call.From(ctx).Viewer, b.kind) {
		q = b.middlesOfPart(st)
	}
	err := scan(ctx, st, q, func(next func(...any) error) error {
		var key string
		var at time.Time
		err := next(&key, &at)
		since[key] = append(since[key], b.company.Calendar.Elapsed(at, call.Now(ctx)))
		return err
	})
	for key, ages := range since {
		sum := time.Duration(0)
		for _, a := range ages {
			sum += a
		}
		b.byKey[key].MedianBusinessSeconds = int(sum / time.Duration(len(ages)) / time.Second)
	}
	return err
}

// middles are the middle records of all columns; each column is read along the index by which a stage is sorted, so
// far as its median looks.
func (b *board) middles(st *store.Store) *sql.Selector {
	d := sql.Dialect(st.Dialect())
	var all *sql.Selector
	for _, column := range b.columns {
		t := d.Table(db.Tables[b.kind].Name)
		first := d.Select(t.C("stage"), t.C("stage_entered_at"), t.C("id")).From(t).Where(sql.EQ(t.C("stage"), column.Stage.Key))
		for _, w := range b.along {
			w(first)
		}
		o := first.OrderBy(t.C("stage_entered_at"), t.C("id")).Limit(oldest).As("o")
		r := d.Select(o.C("stage"), o.C("stage_entered_at")).
			AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
				b.WriteString("ROW_NUMBER() OVER (ORDER BY ").Ident(o.C("stage_entered_at")).Comma().Ident(o.C("id")).WriteByte(')')
			}), "n").
			AppendSelectExprAs(sql.Raw("COUNT(*) OVER ()"), "total").From(o).As("r")
		middle := d.Select(r.C("stage"), r.C("stage_entered_at")).From(r).
			Where(sql.ExprP("r.n IN ((r.total + 1) / 2, (r.total + 2) / 2)"))
		if all == nil {
			all = middle
		} else {
			all.UnionAll(middle)
		}
	}
	return all
}

// middlesOfPart are the same for who sees a part of the records only: what they see is found once for all columns.
func (b *board) middlesOfPart(st *store.Store) *sql.Selector {
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[b.kind].Name)
	q := d.Select(t.C("stage"), t.C("stage_entered_at")).
		AppendSelectExprAs(window("ROW_NUMBER()", t, "stage_entered_at", "id"), "n").
		AppendSelectExprAs(window("COUNT(*)", t), "total").From(t)
	for _, w := range b.over {
		w(q)
	}
	r := q.As("r")
	return d.Select(r.C("stage"), r.C("stage_entered_at")).From(r).Where(sql.ExprP(fmt.Sprintf(
		"r.n IN ((CASE WHEN r.total > %[1]d THEN %[1]d ELSE r.total END + 1) / 2, (CASE WHEN r.total > %[1]d THEN %[1]d ELSE r.total END + 2) / 2)",
		oldest)))
}
