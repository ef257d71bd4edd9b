package graph

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
)

// telling is one change as it is told to whoever asks the same of it with the same rights: read and written once.
type telling struct {
	graphql.Response       // the answer; whoever is told it does not change it
	err              error // why there is none
}

type tellingKey struct {
	change   int64
	now      int64  // as of when it is asked, in microseconds
	question string // what is asked of it, and all that the answer depends on of who asks
}

// answer writes the telling as the answer of whoever is told, with its errors.
func (x *telling) answer(ctx context.Context) graphql.Marshaler {
	for _, e := range x.Errors {
		own := *e
		graphql.AddError(ctx, &own)
	}
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(x.Data) })
}

// one is a change that is being told; the subscription's field then sends this one only.
type one struct {
	change *db.Change
	err    error
}

type oneKey struct{}

func theOne(ctx context.Context) *one {
	o, _ := ctx.Value(oneKey{}).(*one)
	return o
}

// tell makes a telling: it runs the operation over this change alone, as it would run for the caller, who may see it.
func (f *following) tell(k call.Call, c *db.Change) (x *telling) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(f.ctx), mostTime) // others wait for it, whoever goes
	defer stop()
	x = &telling{}
	defer func() {
		if p := recover(); p != nil {
			x.err = f.panicked(ctx, p)
		}
	}()
	mine := *c // the feed hands the same row to all followers
	o := &one{change: &mine}
	ctx = context.WithValue(call.With(ctx, k), oneKey{}, o)
	begun := f.responding(ctx)
	answers := f.schema.Exec(begun)
	if errs := graphql.GetErrors(begun); errs != nil {
		x.err = errs
		return x
	}
	if x.err = o.err; x.err != nil {
		return x
	}
	ctx = f.responding(ctx)
	if answer := answers(ctx); answer != nil {
		x.Data, x.Errors = answer.Data, graphql.GetErrors(ctx)
		x.Errors = x.Errors[:min(len(x.Errors), mostErrors)]
		return x
	}
	x.err = errors.Join(errNoAnswer, ctx.Err())
	return x
}

var errNoAnswer = errors.New("a change that is seen has no answer")

func (f *following) panicked(ctx context.Context, p any) error {
	f.log.ErrorContext(ctx, "a subscription panicked", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	return fmt.Errorf("panic: %v", p)
}

func (r *root) responding(ctx context.Context) context.Context {
	return graphql.WithResponseContext(ctx, present(r.log), recovered(r.log))
}

// only is the stream of the one change.
func (s subscription) only(ctx context.Context, o *one) <-chan *db.Change {
	out := make(chan *db.Change, 1)
	defer close(out)
	if o.err = read.Event(ctx, s.st, o.change, s.feed.CursorOf(o.change)); o.err == nil {
		out <- o.change
	}
	return out
}
