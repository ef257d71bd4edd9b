package transport

import (
	"context"
	"net/http"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// begin makes an operation of a request's parameters, or answers why there is none.
func (o *Options) begin(
	ctx context.Context, exec graphql.GraphExecutor, r *http.Request, p *graphql.RawParams,
) (*graphql.OperationContext, *graphql.Response) {
	p.Headers = r.Header
	p.ReadTime.Start, p.ReadTime.End = graphql.GetStartTime(ctx), graphql.Now()
	if o.Prepare != nil {
		if err := o.Prepare(ctx, p); err != nil {
			return nil, refused(ctx, exec, r, err)
		}
	}
	oc, errs := exec.CreateOperationContext(ctx, p)
	if errs != nil {
		return nil, exec.DispatchError(graphql.WithOperationContext(ctx, oc), errs)
	}
	return oc, nil
}

// failures are what an operation ends with; whoever tells may do so late, and from elsewhere.
type failures struct {
	mu   sync.Mutex
	list gqlerror.List
}

func (f *failures) add(errs ...*gqlerror.Error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, errs...)
}

func (f *failures) all() gqlerror.List {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.list)
}

// course is an operation that runs.
type course struct {
	*Options
	exec    graphql.GraphExecutor
	oc      *graphql.OperationContext
	life    context.Context         // for as long as somebody wants it
	ctx     context.Context         // as which it runs; its end is no end of life
	answers graphql.ResponseHandler // nil where it could not begin
	failed  failures
}

// dispatch lets an operation begin.
func (o *Options) dispatch(ctx context.Context, exec graphql.GraphExecutor, oc *graphql.OperationContext) *course {
	c := &course{Options: o, exec: exec, oc: oc, life: ctx, ctx: graphql.WithOperationContext(ctx, oc)}
	if o.WhenFailed != nil {
		o.WhenFailed(oc, func(err *gqlerror.Error) { c.failed.add(err) })
	}
	c.safely(func() { c.answers, c.ctx = exec.DispatchOperation(c.ctx, oc) })
	return c
}

// run hands over its answers, until the last or until send refuses one.
func (c *course) run(send func(*graphql.Response) bool) {
	c.safely(func() {
		if c.answers == nil {
			return
		}
		r := c.answers(c.ctx)
		if r == nil || !send(r) || len(r.Data) == 0 && !subscribes(c.oc) { // a refusal is told once
			return
		}
		answers := c.further(c.oc, c.answers)
		for more := true; more; {
			r = answers(c.ctx)
			if more = r != nil && send(r); more && c.Delivered != nil {
				c.Delivered()
			}
		}
	})
}

// safely makes a panic what the operation failed with.
func (c *course) safely(do func()) {
	defer func() {
		if p := recover(); p != nil {
			c.failed.add(c.exec.DispatchError(c.ctx, gqlerror.List{gqlerror.Wrap(c.oc.Recover(c.ctx, p))}).Errors...)
		}
	}()
	do()
}

// further is the way to the answers after the first.
func (o *Options) further(oc *graphql.OperationContext, usual graphql.ResponseHandler) graphql.ResponseHandler {
	if o.Further != nil {
		if shorter := o.Further(oc); shorter != nil {
			return shorter
		}
	}
	return usual
}

func subscribes(oc *graphql.OperationContext) bool { return oc.Operation.Operation == ast.Subscription }

// recovered is a panic outside an operation as the house shows it; gqlgen's executor knows how.
func recovered(ctx context.Context, exec graphql.GraphExecutor, panicked any) *graphql.Response {
	err := graphql.DefaultRecover
	if house, ok := exec.(interface {
		PresentRecoveredError(ctx context.Context, panicked any) error
	}); ok {
		err = house.PresentRecoveredError
	}
	return &graphql.Response{Errors: gqlerror.List{graphql.DefaultErrorPresenter(ctx, err(ctx, panicked))}}
}
