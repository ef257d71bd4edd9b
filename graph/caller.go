package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// asCaller runs around every field. At the root it refuses nobody's calls, and tells the call of a mutation which of
// the operation's fields it is and what the client named the request.
func (r *root) asCaller(ctx context.Context, next graphql.Resolver) (any, error) {
	f := graphql.GetFieldContext(ctx)
	if f.Object != "Query" && f.Object != "Mutation" && f.Object != "Subscription" {
		return next(ctx)
	}
	c := call.From(ctx)
	if c.Viewer.Nobody() {
		return nil, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	if f.Object == "Mutation" {
		oc := graphql.GetOperationContext(ctx)
		if err := seen(f.Field.ArgumentMap(oc.Variables)); err != nil {
			return nil, err
		}
		ctx = call.With(ctx, named(c, oc, f.Field.Alias))
		got, err := next(ctx)
		return got, r.helped(ctx, err)
	}
	return next(ctx)
}

// helped adds to a refusal of a verb who is the nearest that may do it.
func (r *root) helped(ctx context.Context, err error) error {
	f := fault.Of(err)
	if f == nil || f.Code != fault.CodeForbidden {
		return err
	}
	verb, _ := f.Params["verb"].(string)
	if verb == "" || f.Rule == "access.seen_as" {
		return err
	}
	worth, _ := f.Params["worth"].(int64)
	who, lookup := people.Nearest(ctx, r.st, call.From(ctx).Viewer, verb, worth)
	if lookup != nil || who == nil {
		return err
	}
	return f.Helping("nearest", map[string]any{"id": who.ID, "name": who.Name})
}

// seen refuses a version that no record ever had: to the engine 0 means "whatever it is now", which only moves that
// follow from another under the same lock may say (R52).
func seen(args map[string]any) error {
	in, _ := args["input"].(map[string]any)
	v, given := in["expectedVersion"]
	if !given || v == nil {
		return nil
	}
	if n, err := graphql.UnmarshalInt(v); err == nil && n < 1 {
		return fault.Invalid("version.needed", nil).At("expectedVersion")
	}
	return nil
}

// named is the call with the client's names for it: the idempotency key (header or extension), the client's own name of
// the request, and the field's name in the response, which is part of the key.
func named(c call.Call, oc *graphql.OperationContext, responseName string) call.Call {
	c.ResponseName = responseName
	c.IdempotencyKey, _ = oc.Extensions["idempotencyKey"].(string)
	if key := oc.Headers.Get("Idempotency-Key"); key != "" {
		c.IdempotencyKey = key
	}
	if c.ClientMutationID, _ = oc.Extensions["clientMutationId"].(string); c.ClientMutationID == "" {
		c.ClientMutationID = c.IdempotencyKey
	}
	return c
}
