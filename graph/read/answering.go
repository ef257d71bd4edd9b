package read

import (
	"context"
	"errors"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Answering is a root field that may be answered by one statement. What reads for its resolver fills it; then it is the
// field's answer, in place of what the resolver answers.
type Answering struct {
	c     *Compiler
	alias string
	with  *gathering // nil where it asks alone
	got   *answer
}

type answeringKey struct{}

type ordinaryKey struct{}

// Ordinarily is a context in which nothing is compiled.
func Ordinarily(ctx context.Context) context.Context {
	return context.WithValue(ctx, ordinaryKey{}, true)
}

// Answering begins to answer a root field. Whoever begins also ends.
func (c *Compiler) Answering(ctx context.Context) (context.Context, *Answering) {
	a := &Answering{c: c}
	if ctx.Value(ordinaryKey{}) != nil {
		return ctx, a
	}
	a.alias = graphql.GetFieldContext(ctx).Field.Alias
	a.with = awaiting(ctx, a.alias)
	return context.WithValue(ctx, answeringKey{}, a), a
}

// End lets the fields that are read together with this one wait for it no longer, before what it answers is written.
func (a *Answering) End() {
	if a.with != nil {
		a.with.leave(a.alias)
	}
}

// Answer is the compiled answer; nil where the ordinary path answers.
func (a *Answering) Answer() graphql.Marshaler {
	if a.got == nil {
		return nil
	}
	return a.got
}

// answering is the root field that the context answers; nil where it is read in the ordinary way.
func answering(ctx context.Context) *Answering {
	a, _ := ctx.Value(answeringKey{}).(*Answering)
	return a
}

// Watch is a context whose root fields tell how they were answered: "" for one statement, else why not.
func Watch(ctx context.Context, told func(field, why string)) context.Context {
	return context.WithValue(ctx, watchKey{}, told)
}

type watchKey struct{}

func tell(ctx context.Context, field, why string) {
	if told, ok := ctx.Value(watchKey{}).(func(string, string)); ok {
		told(field, why)
	}
}

// ends is how a compiled read ends: done, or left to the ordinary path, or with an error.
func (a *Answering) ends(ctx context.Context, w *answer, err error) (done bool, _ error) {
	name := graphql.GetFieldContext(ctx).Field.Name
	var why ordinary
	switch {
	case errors.As(err, &why):
		tell(ctx, name, string(why))
		return false, nil
	case err != nil:
		return false, err
	case w.refused != "":
		tell(ctx, name, w.refused)
		return false, nil
	}
	tell(ctx, name, "")
	a.got = w
	return true, nil
}

// record answers the root field with the record of an id, or null where there is none that the viewer may see.
func (a *Answering) record(ctx context.Context, st *store.Store, kind id.Kind, recordID string) (done bool, err error) {
	if a == nil {
		return false, nil
	}
	p, err := a.c.recordPlan(ctx, kind)
	if err != nil {
		return a.ends(ctx, nil, err)
	}
	w := a.c.answer(ctx, st, p)
	from := a.c.selecting(p, kind, sql.FieldEQ("id", recordID), rows(ctx, kind))
	var read []byte
	err = a.read(w, rootQuery{from: from}, &read)
	if err != nil || read == nil {
		w.b = append(w.b, "null"...)
		return a.ends(ctx, w, err)
	}
	err = w.twice(read, func() { p.record.write(w) })
	return a.ends(ctx, w, err)
}

// recordPlan is the plan of a root field that answers one record.
func (c *Compiler) recordPlan(ctx context.Context, kind id.Kind) (*plan, error) {
	oc, f := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	return c.plans.find(oc, f, kind, func() (*plan, error) {
		k := c.begin(oc)
		o, err := k.object(kind, f.Selections)
		if err != nil {
			return nil, err
		}
		k.plan.record = o
		k.plan.stmt.say("SELECT ")
		o.put(&k.plan.stmt, root)
		k.plan.stmt.from()
		k.plan.stmt.seal(kind)
		return k.plan, nil
	})
}

func (c *Compiler) begin(oc *graphql.OperationContext) *compiling {
	return &compiling{c, oc, &plan{stmt: statement{dialect: c.st.Dialect()}}}
}

// selecting selects the plan's columns of a kind.
func (c *Compiler) selecting(p *plan, kind id.Kind, where ...narrow) *sql.Selector {
	d := sql.Dialect(c.st.Dialect())
	q := d.Select().AppendSelectExpr(p.stmt.selected).From(d.Table(db.Tables[kind].Name))
	for _, w := range where {
		w(q)
	}
	return q
}

func (c *Compiler) answer(ctx context.Context, st *store.Store, p *plan) *answer {
	w := &answer{ctx: ctx, st: st, plan: p, viewer: call.From(ctx).Viewer}
	w.sights = c.sightsOf(p, w)
	return w
}

// read asks a plan's statement, with those of the other root fields where there are some, and scans the row that it
// answers; where it answers none, what it would be scanned into stays as it is.
func (a *Answering) read(w *answer, r rootQuery, into ...any) error {
	one := &asking{w: w, root: r, into: into}
	a.c.plans.asks(graphql.GetOperationContext(w.ctx), a.alias)
	if a.with != nil {
		return a.with.ask(a.alias, one)
	}
	return one.alone()
}

// mostArguments is how many a statement may have: SQLite takes 32,766, PostgreSQL 65,535.
const mostArguments = 32_766

// query runs a statement and scans the row that it answers. It gives the connection back before anything is written: what
// is looked up and computed then asks for connections too, and a reader that keeps one while it waits for another would
// wait for its like.
func (w *answer) query(query string, args, into []any) error {
	if len(args) > mostArguments {
		return ordinary("too many arguments")
	}
	overheard(w.ctx, query, args)
	rows, err := w.st.SQL().QueryContext(w.ctx, query, args...)
	if err != nil {
		return store.Translate(err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return store.Translate(rows.Err())
	}
	return store.Translate(rows.Scan(into...))
}

// twice writes what was read: once, or first to find the records that something is computed for.
func (w *answer) twice(read []byte, write func()) error {
	w.b = make([]byte, 0, len(read)*2+512)
	w.records, w.taken = make([][]db.Node, len(w.plan.slots)), make([]int, len(w.plan.slots))
	w.c.data = read
	if w.plan.twice {
		w.first = true
		write()
		w.first, w.b, w.c.at = false, w.b[:0], 0
		if err := w.compute(); err != nil {
			return err
		}
	}
	write()
	return w.err
}

// compute loads the figures of all records that were found.
func (w *answer) compute() error {
	for i, o := range w.plan.slots {
		rs := w.records[i]
		if len(rs) == 0 {
			continue
		}
		s := Selection{graphql.GetOperationContext(w.ctx), o.sets, o.name}
		for _, f := range o.loads {
			if err := f.load(w.ctx, w.st, rs, s); err != nil {
				return err
			}
		}
	}
	return w.err
}
