package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
)

func (s subscription) StageChanged(ctx context.Context, after *flow.Cursor, f *flow.ChangeFilter) (<-chan *db.Change, error) {
	return s.follow(ctx, after, f.Stages()), nil
}

func (s subscription) Changed(ctx context.Context, after *flow.Cursor, f *flow.ChangeFilter) (<-chan *db.Change, error) {
	return s.follow(ctx, after, f), nil
}

// follow has the operation answer with each change, and with what it asks of it, until the client goes or the feed lets
// it go; why it did is the subscription's error.
func (s subscription) follow(ctx context.Context, after *flow.Cursor, filter *flow.ChangeFilter) <-chan *db.Change {
	if o := theOne(ctx); o != nil {
		return s.only(ctx, o)
	}
	followingOf(ctx).begin(ctx, after, filter)
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

const furtherAnswers = "furtherAnswers" // among what an operation carries

// Further is a subscription's way to its answers after the first one: all that stands around answers has seen that one,
// and does nothing with the others. It is nil before there is a first, and for other operations.
func Further(oc *graphql.OperationContext) func(context.Context) *graphql.Response {
	f, _ := oc.Stats.GetExtension(furtherAnswers).(func(context.Context) *graphql.Response)
	return f
}
