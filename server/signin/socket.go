package signin

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// Socket is Caller for a WebSocket: a client that can set no header sends its token, and through whose eyes it looks,
// with connection_init. Nobody gets no socket. The context that it answers is Stay's.
func (d *Desk) Socket(ctx context.Context, authorization, seeAs string) (context.Context, error) {
	c := call.From(ctx).At(d.Now())
	ctx = call.With(ctx, c)
	if token, ok := bearer(authorization); ok {
		var err error
		if c, err = d.byToken(ctx, c, token); err != nil {
			return ctx, err
		}
	}
	if c.Viewer.Nobody() {
		return ctx, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	if c.Viewer.SeenBy == "" {
		var err error
		if c, err = d.through(ctx, c, seeAs); err != nil {
			return ctx, err
		}
	}
	return d.Stay(call.With(ctx, c)), nil
}

// ownPage tells whether a page of LTC itself sends the request.
func ownPage(r *http.Request) bool {
	u, err := url.Parse(r.Header.Get("Origin"))
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

// Stay is a context whose call is renewed from time to time, and which ends soon after the session or the token; the
// refusal is then its cause. Nobody's stays as it is.
func (d *Desk) Stay(ctx context.Context) context.Context {
	c := call.From(ctx)
	if c.Viewer.Nobody() {
		return ctx
	}
	ctx, end := context.WithCancelCause(ctx)
	x, leave := d.looks.enter(c, end)
	context.AfterFunc(ctx, leave)
	c.Renew = x.viewer
	return call.With(ctx, c)
}

// renewed is nil where the database cannot tell: who was in stays in.
func (d *Desk) renewed(ctx context.Context, c call.Call) *watched {
	ctx, cancel := context.WithTimeout(ctx, recheck)
	defer cancel()
	v, err := people.Renewed(call.With(ctx, c.At(d.Now())), d.Store, c)
	switch fault.CodeOf(err) {
	case fault.CodeUnauthenticated, fault.CodeForbidden, fault.CodeNotFound:
		return &watched{err: err}
	}
	if err != nil {
		return nil
	}
	return &watched{viewer: v}
}

// Recheck lets all that stays open ask at once: somebody's session, token or rights have ended here. What ended on
// another server is found by the next look.
func (d *Desk) Recheck() { d.ended.ring() }

// bell is heard by all who wait for it at that moment.
type bell struct {
	mu   sync.Mutex
	next chan struct{}
}

func (b *bell) rung() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next == nil {
		b.next = make(chan struct{})
	}
	return b.next
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next != nil {
		close(b.next)
		b.next = nil
	}
}
