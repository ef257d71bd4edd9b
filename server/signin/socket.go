package signin

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// recheck is how often an open socket asks whether its session or token still stands, and with which rights.
const recheck = 3 * time.Second

// Close codes of graphql-transport-ws.
const (
	closeUnauthorized = 4401
	closeForbidden    = 4403
)

// End is why a socket ends: the code that it is closed with, 0 where nobody gave one.
type End struct{ code atomic.Int32 }

// Give sets the code where none is set.
func (e *End) Give(code int) {
	if e != nil {
		e.code.CompareAndSwap(0, int32(code)) //nolint:gosec // four digits
	}
}

// Code is the code, or another where none was given.
func (e *End) Code(otherwise int) int {
	if e == nil || e.code.Load() == 0 {
		return otherwise
	}
	return int(e.code.Load())
}

type endKey struct{}

func withEnd(ctx context.Context) context.Context { return context.WithValue(ctx, endKey{}, &End{}) }

// EndOf is the end of the socket that the context belongs to.
func EndOf(ctx context.Context) *End {
	e, _ := ctx.Value(endKey{}).(*End)
	return e
}

// Socket is Caller for a WebSocket: a client that can set no header sends its token, and through whose eyes it looks,
// with connection_init. Nobody gets no socket. The context that it answers ends soon after the session or the token.
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
	return d.watch(ctx, c), nil
}

// watched is who a socket's caller is by now, or why they must go.
type watched struct {
	viewer call.Viewer
	err    error
}

// watch is a context whose call is renewed from time to time, and which ends with the session or the token.
func (d *Desk) watch(ctx context.Context, c call.Call) context.Context {
	var now atomic.Pointer[watched]
	now.Store(&watched{viewer: c.Viewer})
	c.Renew = func(context.Context) (call.Viewer, error) {
		w := now.Load()
		return w.viewer, w.err
	}
	ctx, cancel := context.WithCancel(call.With(ctx, c))
	go func() {
		defer cancel()
		tick := time.NewTicker(recheck)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			w := d.renewed(ctx, c)
			if w == nil {
				continue
			}
			if now.Store(w); w.err != nil {
				EndOf(ctx).Give(codeOf(w.err))
				return
			}
		}
	}()
	return ctx
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

func codeOf(err error) int {
	if fault.CodeOf(err) == fault.CodeUnauthenticated {
		return closeUnauthorized
	}
	return closeForbidden
}
