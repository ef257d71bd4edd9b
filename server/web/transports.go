package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/server/signin"
)

// addTransports lets the API be spoken to by POST and by graphql-transport-ws.
func addTransports(api *handler.Server, who *signin.Desk, origins []string, quit <-chan struct{}) {
	limit := int64(256 << 10)
	api.AddTransport(transport.Websocket{
		Implementation: closing{transport.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{
			OriginPatterns: hosts(origins),
		}}},
		InitTimeout:      5 * time.Second,
		PingPongInterval: 20 * time.Second,
		PayloadReadLimit: &limit,
		InitFunc: func(ctx context.Context, init transport.InitPayload) (context.Context, *transport.InitPayload, error) {
			ctx, err := who.Socket(ctx, init.Authorization(), init.GetString("seeAs"))
			if err != nil {
				return transport.WithWebsocketCloseCode(ctx, 4403), nil, err
			}
			return until(ctx, quit), nil, nil
		},
	})
	api.AddTransport(transport.POST{})
}

// timed gives each operation its own instant and correlation, and the rights of now: a socket's operations share its
// context for hours.
func timed(now func() time.Time) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		c := call.From(ctx).Renewed(now())
		if c.Renew != nil {
			c.Viewer, _ = c.Renew(ctx) // who must go is nobody
		}
		return next(call.With(ctx, c))
	}
}

// until ends a socket's context when the server stops.
func until(ctx context.Context, quit <-chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		select {
		case <-quit:
			signin.EndOf(ctx).Give(int(websocket.StatusGoingAway))
		case <-ctx.Done():
		}
	}()
	return ctx
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
