package transport

import (
	"context"
	"errors"

	"github.com/coder/websocket"

	"github.com/leadtocash/ltc/ltc/fault"
)

// closing is what a socket is closed with.
type closing struct {
	code   websocket.StatusCode
	reason string
}

// Error lets a closing be the cause of a context's end.
func (c closing) Error() string { return c.reason }

// The close codes of graphql-transport-ws.
var (
	badMessage     = closing{4400, "Invalid message received"}
	unauthorized   = closing{4401, "Unauthorized"}
	forbidden      = closing{4403, "Forbidden"}
	badSubprotocol = closing{4406, "Subprotocol not acceptable"}
	initTimeout    = closing{4408, "Connection initialisation timeout"}
	manyInits      = closing{4429, "Too many initialisation requests"}
	goingAway      = closing{websocket.StatusGoingAway, "Going away"}
	tryLater       = closing{websocket.StatusTryAgainLater, "Try again later"}
	ended          = closing{websocket.StatusNormalClosure, ""}
)

// taken is for an id that an operation still has. A close frame holds 123 bytes, and an id may be longer.
func taken(id string) closing {
	if len(id) > 60 {
		return closing{4409, "Subscriber already exists"}
	}
	return closing{4409, "Subscriber for " + id + " already exists"}
}

// errStopping refuses what would begin while the server stops.
var errStopping = fault.New(fault.CodeUnavailable, "server.stopping")

// refusing is the closing for whoever may not come in: the protocol says 4403, but who would be let in later should
// come back and not sign in anew.
func refusing(err error) closing {
	switch fault.CodeOf(err) {
	case fault.CodeUnauthenticated, fault.CodeForbidden, fault.CodeNotFound, fault.CodeInvalid:
		return forbidden
	}
	return tryLater
}

// because is the closing for the end of a context under which a socket lived.
func (o *Options) because(ctx context.Context) closing {
	cause := context.Cause(ctx)
	if c, ok := errors.AsType[closing](cause); ok {
		return c
	}
	switch fault.CodeOf(cause) {
	case fault.CodeUnauthenticated:
		return unauthorized
	case fault.CodeForbidden, fault.CodeNotFound:
		return forbidden
	case "":
		if o.stopping() { // and what the requests stand on may end before the sockets hear of it
			return goingAway
		}
		return ended
	}
	return tryLater
}
