package web

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"

	"github.com/leadtocash/ltc/server/signin"
)

// closing tells a socket's client by the close code why it ends; the transport itself knows but one.
type closing struct {
	transport.WebsocketImplementation
}

// Accept makes a socket that remembers its end.
func (c closing) Accept(w http.ResponseWriter, r *http.Request, o transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	conn, err := c.WebsocketImplementation.Accept(w, r, o)
	if err != nil {
		return nil, err
	}
	return &closingConn{conn, signin.EndOf(r.Context())}, nil
}

type closingConn struct {
	transport.WebsocketConn
	end *signin.End
}

// WriteClose says why, where somebody gave a reason.
func (c *closingConn) WriteClose(code int, message string) error {
	return c.WebsocketConn.WriteClose(c.end.Code(code), message)
}

// SetReadLimit hands on.
func (c *closingConn) SetReadLimit(limit int64) {
	if l, ok := c.WebsocketConn.(transport.WebsocketReadLimiter); ok {
		l.SetReadLimit(limit)
	}
}

// SetReadDeadline hands on.
func (c *closingConn) SetReadDeadline(deadline time.Time) error {
	if d, ok := c.WebsocketConn.(transport.WebsocketReadDeadliner); ok {
		return d.SetReadDeadline(deadline)
	}
	return nil
}
