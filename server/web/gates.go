package web

import (
	"cmp"
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/server/gate"
	"github.com/leadtocash/ltc/server/signin"
)

// Limits is how much a site bears at once; what is 0 is as usual.
type Limits struct {
	Operations        int // queries and mutations that run; four per core
	SocketsPerUser    int // sockets and streams of one person; 20
	SocketsPerAddress int // and from one address; 200
}

const usualSocketsPerAddress = 200

func (l Limits) sockets() *gate.Sockets {
	return gate.NewSockets(cmp.Or(l.SocketsPerUser, graph.MostSockets), cmp.Or(l.SocketsPerAddress, usualSocketsPerAddress))
}

// admitting counts sockets and streams by where they come from, and by who asks where the request says so.
func admitting(sockets *gate.Sockets) func(*http.Request) (func(), error) {
	return func(r *http.Request) (func(), error) {
		c := call.From(r.Context())
		return sockets.Admit(c.Address, c.Viewer.UserID)
	}
}

// entering lets those have a socket whom the front desk knows; who is known only now is counted now.
func entering(who *signin.Desk, sockets *gate.Sockets) func(context.Context, map[string]any) (context.Context, error) {
	return func(ctx context.Context, init map[string]any) (context.Context, error) {
		text := func(name string) string { s, _ := init[name].(string); return s }
		before := call.From(ctx).Viewer.UserID
		ctx, err := who.Socket(ctx, cmp.Or(text("Authorization"), text("authorization")), text("seeAs"))
		if err != nil || before != "" {
			return ctx, err
		}
		release, err := sockets.Admit("", call.From(ctx).Viewer.UserID)
		if err != nil {
			return ctx, err
		}
		context.AfterFunc(ctx, release)
		return ctx, nil
	}
}

// inTurn runs only so many queries and mutations at once.
func inTurn(operations *gate.Operations) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		if !graphql.HasOperationContext(ctx) {
			return next(ctx)
		}
		o := graphql.GetOperationContext(ctx).Operation
		if o == nil || o.Operation == ast.Subscription {
			return next(ctx)
		}
		leave, err := operations.Enter(ctx)
		if err != nil {
			f := fault.Of(err)
			return &graphql.Response{Errors: gqlerror.List{{Message: f.Error(), Extensions: f.Extensions()}}}
		}
		defer leave()
		return next(ctx)
	}
}
