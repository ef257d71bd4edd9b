package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
)

// asCaller runs around every field. At the root it refuses nobody's calls, and tells the call of a mutation which of
// the operation's fields it is and what the client named the request.
func asCaller(ctx context.Context, next graphql.Resolver) (any, error) {
	f := graphql.GetFieldContext(ctx)
	if f.Parent != nil && f.Parent.Field.Field != nil || !f.IsResolver {
		return next(ctx)
	}
	c := call.From(ctx)
	if c.Viewer.Nobody() {
		return nil, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	if f.Object == "Mutation" {
		ctx = call.With(ctx, named(c, graphql.GetOperationContext(ctx), f.Field.Alias))
	}
	return next(ctx)
}

// named is the call with the client's names for it: the idempotency key (header or extension), the client's own name of
// the request, and the field's name in the response, which is part of the key.
func named(c call.Call, oc *graphql.OperationContext, responseName string) call.Call {
	c.ResponseName = responseName
	c.IdempotencyKey, _ = oc.Extensions["idempotencyKey"].(string)
	if key := oc.Headers.Get("Idempotency-Key"); key != "" {
		c.IdempotencyKey = key
	}
	c.ClientMutationID, _ = oc.Extensions["clientMutationId"].(string)
	return c
}
