package graph

import (
	"context"
	"encoding/json"
	"maps"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
)

// following is a subscription while it runs. A stream's is served by the goroutine that asks for its next answer, a
// socket's by whoever has its turn (ride). Its answers depend on what it asks and on who asks, and those for whom nothing
// of that differs are told the same.
type following struct {
	*root
	ctx   context.Context // the operation's, outside of its field
	asked string          // what it asks; "" where that cannot be said

	after    *flow.Cursor
	filter   *flow.ChangeFilter
	caller   call.Call
	listener *flow.Listener
	begun    bool     // its field was resolved
	ready    *telling // made already, to be told next

	asker *asker // as who it asked last
	print string // under which the crowd has it
	held  held
}

// held is what a ride waits for until it is decided what of a change it tells.
type held struct {
	sight   *making[int64, map[string]bool]
	telling *making[tellingKey, *telling]
}

type followingKey struct{}

func followingOf(ctx context.Context) *following {
	f, _ := ctx.Value(followingKey{}).(*following)
	return f
}

// following keeps what the answers of a subscription are made of.
func (r *root) following(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	oc := graphql.GetOperationContext(ctx)
	if oc.Operation.Operation != ast.Subscription {
		return next(ctx)
	}
	return next(context.WithValue(ctx, followingKey{}, &following{root: r, ctx: ctx, asked: askedBy(oc)}))
}

// begin keeps from where on and what is followed.
func (f *following) begin(ctx context.Context, after *flow.Cursor, filter *flow.ChangeFilter) {
	f.after, f.filter, f.caller, f.begun = after, filter, call.From(ctx), true
	graphql.GetOperationContext(ctx).Stats.SetExtension(furtherAnswers, f.further)
}

// streamed has a subscription's field answer with tellings, where its resolver began to follow.
func (r *root) streamed(ctx context.Context, next graphql.Resolver) (any, error) {
	got, err := next(ctx)
	if f := followingOf(ctx); f != nil && f.begun && err == nil {
		return f.next, nil
	}
	return got, err
}

// next is the stream's next answer; nil is its end.
func (f *following) next(ctx context.Context) graphql.Marshaler {
	x := f.hear(ctx)
	if x == nil {
		return nil
	}
	return x.answer(ctx)
}

// further is the same as the response that is sent: many send the same one.
func (f *following) further(ctx context.Context) *graphql.Response {
	x := f.hear(ctx)
	if x == nil {
		return nil
	}
	return &x.Response
}

// hear is what the caller is told next; the transport is told of a failure.
func (f *following) hear(ctx context.Context) *telling {
	x, err := f.heard(ctx)
	if err != nil {
		if ctx.Err() == nil {
			fail(ctx, present(f.log)(ctx, err))
		}
		return nil
	}
	return x
}

// heard is what the caller is told next, nil at the end.
func (f *following) heard(ctx context.Context) (x *telling, err error) {
	if x, f.ready = f.ready, nil; x != nil {
		return x, nil
	}
	if err := f.listen(ctx); err != nil {
		return nil, err
	}
	for {
		c, err := f.listener.Next(ctx)
		if err != nil || c == nil {
			return nil, err
		}
		now, err := rechecked(ctx, f.caller)
		if err != nil {
			return nil, err
		}
		if x, err := f.told(ctx, now, c, nil); err != nil || x != nil {
			return x, err
		}
	}
}

// listen begins to listen, when the first answer is asked for.
func (f *following) listen(ctx context.Context) (err error) {
	if f.listener != nil {
		return nil
	}
	if f.listener, err = f.feed.Listen(ctx, f.after, f.filter); err != nil {
		return err
	}
	f.as(f.caller)
	context.AfterFunc(f.ctx, func() {
		f.listener.Close()
		f.crowd.leave(f)
	})
	return nil
}

// told is a change's telling for the caller, their own or one that others share; nil where they may not see it. Where
// there is a later nobody waits: it is called once there is more to say, or errAlone tells to come without one.
func (f *following) told(ctx context.Context, k call.Call, c *db.Change, later func()) (*telling, error) {
	if c.At.After(k.Now) {
		k = k.At(c.At) // a subscription lives for long; what it asks is as of the change
	}
	a := f.as(k)
	if seen, err := f.sees(ctx, a, c, later); err != nil || !seen {
		return nil, err
	}
	question := f.about(a, c.SubjectKind).question
	switch {
	case question != "":
		key := tellingKey{c.ID, k.Now.UnixMicro(), question}
		x, there := f.tellings.ready(key)
		if !there {
			return f.telling(ctx, key, k, c, later)
		}
		return x, x.err
	case later != nil:
		return nil, errAlone
	}
	x := f.tell(k, c)
	return x, x.err
}

// telling is one that was not there a moment ago.
func (f *following) telling(ctx context.Context, key tellingKey, k call.Call, c *db.Change, later func()) (*telling, error) {
	x, err := f.tellings.of(ctx, key, &f.held.telling, later, func() *telling { return f.tell(k, c) })
	if err != nil {
		return nil, err
	}
	return x, x.err
}

// askedBy is what an operation asks of each change. From where on it follows is no part of that.
func askedBy(oc *graphql.OperationContext) string {
	vars := maps.Clone(oc.Variables)
	if name := startVariable(oc); name != "" {
		delete(vars, name)
	}
	if _, err := json.Marshal(vars); err != nil {
		return ""
	}
	return digest(oc.RawQuery, oc.OperationName, vars)
}

// startVariable is the variable that only says from where on to follow, "" where there is none.
func startVariable(oc *graphql.OperationContext) string {
	if len(oc.Operation.SelectionSet) != 1 {
		return ""
	}
	f, _ := oc.Operation.SelectionSet[0].(*ast.Field)
	if f == nil {
		return ""
	}
	after := f.Arguments.ForName("after")
	if after == nil || after.Value == nil || after.Value.Kind != ast.Variable {
		return ""
	}
	if strings.Count(oc.RawQuery, "$"+after.Value.Raw) != 2 { // where it is declared, and here
		return ""
	}
	return after.Value.Raw
}
