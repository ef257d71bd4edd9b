package read

import (
	"context"
	"errors"
	"strconv"
	"sync"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/store"
)

// gathering is a query whose root fields ask the database together: each brings its statement, and the last one runs
// them all as one. Who that is has been learned when the document was asked before, so that nobody waits for a field
// that computes its answer in Go; one that brings nothing this time leaves.
type gathering struct {
	ran chan struct{} // closed when what was asked is answered

	mu      sync.Mutex
	awaited map[string]bool // root fields, by their names in the answer, that have neither asked nor left
	asked   []*asking
}

// asking is what one root field asks: its statement, and where the row that it answers goes.
type asking struct {
	w    *answer
	root rootQuery
	into []any
	err  error
}

// errUnanswered is what a root field hears whose gathering ended before it was asked.
var errUnanswered = errors.New("read: the statement of several root fields was not run")

type gatheringKey struct{}

// Gathering is a context in which the root fields of a query that has been asked before are read together.
func (c *Compiler) Gathering(ctx context.Context) context.Context {
	oc := graphql.GetOperationContext(ctx)
	if oc.Operation.Operation != ast.Query || ctx.Value(ordinaryKey{}) != nil {
		return ctx
	}
	if set := oc.Operation.SelectionSet; len(set) == 1 {
		if _, one := set[0].(*ast.Field); one {
			return ctx
		}
	}
	fields := c.plans.asking(oc)
	if len(fields) < 2 {
		return ctx
	}
	return context.WithValue(ctx, gatheringKey{}, &gathering{awaited: fields, ran: make(chan struct{})})
}

// awaiting is the gathering that awaits a root field; nil where it is read alone.
func awaiting(ctx context.Context, alias string) *gathering {
	g, _ := ctx.Value(gatheringKey{}).(*gathering)
	if g == nil {
		return nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.awaited[alias] {
		return nil
	}
	return g
}

// ask brings a root field's statement and waits until it is answered.
func (g *gathering) ask(alias string, one *asking) error {
	one.err = errUnanswered
	g.arrive(alias, one)
	select {
	case <-g.ran:
		return one.err
	case <-one.w.ctx.Done(): // those that it waits for end by it too
		return store.Translate(one.w.ctx.Err())
	}
}

// Leave lets the fields that are read together with a root field wait for it no longer, whatever became of it: one whose
// arguments are refused never begins to answer.
func Leave(ctx context.Context) {
	if g, _ := ctx.Value(gatheringKey{}).(*gathering); g != nil {
		g.leave(graphql.GetRootFieldContext(ctx).Field.Alias)
	}
}

// leave says that a root field asks nothing, where it has not asked.
func (g *gathering) leave(alias string) { g.arrive(alias, nil) }

// arrive takes a field off those that are awaited. Who comes last asks for all.
func (g *gathering) arrive(alias string, one *asking) {
	g.mu.Lock()
	awaited := g.awaited[alias]
	delete(g.awaited, alias)
	if awaited && one != nil {
		g.asked = append(g.asked, one)
	}
	last := awaited && len(g.awaited) == 0
	g.mu.Unlock()
	if last {
		defer close(g.ran)
		run(g.asked)
	}
}

// run asks what several fields ask: together, and where that fails each by itself, so that one which cannot be answered
// fails alone.
func run(all []*asking) {
	if len(all) > 1 && together(all) == nil {
		for _, one := range all {
			one.err = nil
		}
		return
	}
	for _, one := range all {
		one.err = one.alone()
	}
}

// alone runs the statement by itself.
func (a *asking) alone() error {
	query, args := a.w.plan.stmt.build(a.w.ctx, a.root)
	return a.w.query(query, args, a.into)
}

// together runs several statements as one. Each answers one row at most, so that they stand side by side.
func together(all []*asking) error {
	var b sql.Builder
	b.SetDialect(all[0].w.plan.stmt.dialect)
	b.WriteString("SELECT * FROM (SELECT 1) AS every")
	into := []any{new(int)}
	for i, one := range all {
		b.WriteString(" LEFT JOIN (")
		one.w.plan.stmt.fill(one.w.ctx, &b, one.root)
		b.WriteString(") AS q" + strconv.Itoa(i) + " ON TRUE")
		into = append(into, one.into...)
	}
	query, args := b.Query()
	return all[0].w.query(query, args, into)
}
