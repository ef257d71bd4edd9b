// Package transport speaks GraphQL over HTTP, graphql-sse (distinct connections) and graphql-transport-ws as their
// specifications say, on top of gqlgen's executor. It is protocol only: who may come in, and what is kept of documents,
// are functions that the house hands to it.
package transport

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Options are what the transports ask of the house; every one may be left out.
type Options struct {
	// Prepare sees each request before it is parsed; a document's id is in Extensions["documentId"].
	Prepare func(ctx context.Context, p *graphql.RawParams) *gqlerror.Error
	// Admit lets a socket or a stream begin, and is told when it has ended.
	Admit func(r *http.Request) (release func(), err error)
	// Enter says who opens a socket, by what connection_init holds. The context that it answers ends when they must go;
	// its cause says why.
	Enter func(ctx context.Context, init map[string]any) (context.Context, error)
	// Stay is the same for a stream, whose request has said who asks.
	Stay func(ctx context.Context) context.Context
	// WhenFailed has told what a subscription fails with after it began.
	WhenFailed func(oc *graphql.OperationContext, tell func(*gqlerror.Error))
	// Ride has a subscription that has begun on a socket tell its answers to a client, from the first one on, without a
	// goroutine of its own; first is the usual way to them, and ctx the operation's. It is false where it does not.
	Ride func(ctx context.Context, first graphql.ResponseHandler, to Client) bool
	// Delivered is told of each answer of a subscription after its first.
	Delivered func()
	// Further is a shorter way to an operation's answers after the first, nil where there is none. Nobody may change them.
	Further func(oc *graphql.OperationContext) func(context.Context) *graphql.Response
	// Quit is closed when the server stops.
	Quit <-chan struct{}
	// Hosts are other hosts whose pages may open a socket.
	Hosts []string

	MaxOperations int           // at once on one socket; 100
	MaxMessage    int64         // bytes of a socket's message; 256 KiB
	InitWait      time.Duration // for connection_init; 5 s
	Ping          time.Duration // between a socket's pings; 20 s
	KeepAlive     time.Duration // between a stream's comments; 10 s
	WriteWait     time.Duration // for one frame or event to leave; 5 s

	attendance *attendance
}

// Client is to whom the answers of one subscription go. Offer and Flush do not wait.
type Client interface {
	// Offer takes an answer, unless it would have to wait. What it took may leave later, but with Flush at the latest.
	Offer(*graphql.Response) (taken bool)
	// Send takes an answer, and is false where nobody wants more.
	Send(*graphql.Response) bool
	Flush()
	// End is called once, after all else.
	End()
}

// Add lets an API be spoken to in all three ways.
func Add(api *handler.Server, o Options) {
	o.fill()
	api.AddTransport(overSocket{&o})
	api.AddTransport(overHTTP{&o})
}

func (o *Options) fill() {
	o.attendance = &attendance{pings: map[*socket]time.Time{}}
	if o.MaxOperations == 0 {
		o.MaxOperations = 100
	}
	if o.MaxMessage == 0 {
		o.MaxMessage = 256 << 10
	}
	for d, usual := range map[*time.Duration]time.Duration{
		&o.InitWait: 5 * time.Second, &o.Ping: 20 * time.Second, &o.KeepAlive: 10 * time.Second, &o.WriteWait: 5 * time.Second,
	} {
		if *d == 0 {
			*d = usual
		}
	}
}

// admitted is nil where the house lets a socket or a stream begin; release is never nil.
func (o *Options) admitted(r *http.Request) (release func(), err error) {
	if o.stopping() {
		return func() {}, errStopping
	}
	if o.Admit == nil {
		return func() {}, nil
	}
	if release, err = o.Admit(r); release == nil {
		release = func() {}
	}
	return release, err
}

func (o *Options) stopping() bool {
	select {
	case <-o.Quit:
		return true
	default:
		return false
	}
}
