package graph

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
)

func (s subscription) StageChanged(ctx context.Context, after *flow.Cursor, f *flow.ChangeFilter) (<-chan *db.Change, error) {
	return s.follow(ctx, after, f.Stages()), nil
}

func (s subscription) Changed(ctx context.Context, after *flow.Cursor, f *flow.ChangeFilter) (<-chan *db.Change, error) {
	return s.follow(ctx, after, f), nil
}

// follow hands on what the feed sends, each change with what the operation asks of it, until the client goes or the
// feed lets it go; why it did is the subscription's error.
func (s subscription) follow(ctx context.Context, after *flow.Cursor, f *flow.ChangeFilter) <-chan *db.Change {
	if o := theOne(ctx); o != nil {
		return s.only(ctx, o)
	}
	out, it := make(chan *telling), followingOf(ctx)
	it.answers = out
	go func() {
		defer close(out)
		if err := s.hand(ctx, it, after, f, out); err != nil && ctx.Err() == nil {
			fail(ctx, present(s.log)(ctx, err))
		}
	}()
	return nil
}

const whenFailed = "whenFailed" // among what an operation carries

// WhenFailed has it told to a transport what a subscription ends with, before it ends.
func WhenFailed(oc *graphql.OperationContext, tell func(*gqlerror.Error)) {
	oc.Stats.SetExtension(whenFailed, tell)
}

// fail tells the transport; gqlgen's own socket has a way of its own.
func fail(ctx context.Context, err *gqlerror.Error) {
	if tell, ok := graphql.GetOperationContext(ctx).Stats.GetExtension(whenFailed).(func(*gqlerror.Error)); ok {
		tell(err)
		return
	}
	transport.AddSubscriptionError(ctx, err)
}

func (s subscription) hand(
	ctx context.Context, it *following, after *flow.Cursor, f *flow.ChangeFilter, out chan<- *telling,
) (failed error) {
	defer func() {
		if p := recover(); p != nil {
			s.log.ErrorContext(ctx, "a subscription panicked", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			failed = fmt.Errorf("panic: %v", p)
		}
	}()
	caller := call.From(ctx)
	err := s.feed.Follow(ctx, after, f, func(c *db.Change) bool {
		now, err := rechecked(ctx, caller)
		if failed = err; failed != nil {
			return false
		}
		x := it.told(ctx, s.root, now, c)
		if failed = x.err; failed != nil || !x.seen {
			return failed == nil
		}
		select {
		case out <- x:
			return true
		case <-ctx.Done():
			return false
		}
	})
	if failed != nil {
		return failed
	}
	return err
}
