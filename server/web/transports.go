package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/server/gate"
	"github.com/leadtocash/ltc/server/signin"
	"github.com/leadtocash/ltc/server/transport"
)

// addTransports lets the API be spoken to by POST, by event streams and by graphql-transport-ws.
func addTransports(
	api *handler.Server, who *signin.Desk, sockets *gate.Sockets, prepare prepare, origins []string, quit <-chan struct{}, delivered func(),
) {
	transport.Add(api, transport.Options{
		Prepare:    prepare,
		Admit:      admitting(sockets),
		Enter:      entering(who, sockets),
		Stay:       who.Stay,
		WhenFailed: graph.WhenFailed,
		Ride: func(ctx context.Context, first graphql.ResponseHandler, to transport.Client) bool {
			return graph.Ride(ctx, first, to)
		},
		Delivered: delivered,
		Further:   graph.Further,
		Quit:      quit,
		Hosts:     hosts(origins),
	})
	api.AroundOperations(atOnce(who))
}

// ends are the verbs after which somebody's sockets may have to end, or show less.
var ends = []string{
	"endSession", "revokeToken", "revokeUserToken", "changePassword", "suspendUser", "disableUser", "resetUser", "assignRoles", "updateRole",
	"updateUser", "endDelegation",
}

// atOnce lets sockets and streams be looked after as soon as such a verb is done.
func atOnce(who *signin.Desk) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		answer := next(ctx)
		if !endsSomething(graphql.GetOperationContext(ctx)) {
			return answer
		}
		return func(ctx context.Context) *graphql.Response {
			defer who.Recheck()
			return answer(ctx)
		}
	}
}

func endsSomething(oc *graphql.OperationContext) bool {
	if oc.Operation.Operation != ast.Mutation {
		return false
	}
	verbs := graphql.CollectFields(oc, oc.Operation.SelectionSet, []string{"Mutation"}) // those in fragments too
	return slices.ContainsFunc(verbs, func(f graphql.CollectedField) bool { return slices.Contains(ends, f.Name) })
}

// timed gives each operation its own instant; and those of a socket, which share its context for hours, their own
// correlation and the rights of now.
func timed(now func() time.Time) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		c := call.From(ctx).At(now())
		if c.Renew != nil {
			c = c.Renewed(now())
			c.Viewer, _ = c.Renew(ctx) // who must go is nobody
		}
		return next(call.With(ctx, c))
	}
}

// hosts are the origins' hosts, which is what a socket's origin is matched by; the own one is always allowed.
func hosts(origins []string) []string {
	var out []string
	for _, o := range origins {
		if u, err := url.Parse(o); err == nil && u.Host != "" && !slices.Contains(out, u.Host) {
			out = append(out, u.Host)
		}
	}
	return out
}

var _ http.Handler = (*Site)(nil)
