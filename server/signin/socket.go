package signin

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// recheck is how often what stays open asks whether its session or token still stands, and with which rights.
const recheck = 3 * time.Second

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

// watched is who a socket's or a stream's caller is by now, or why they must go.
type watched struct {
	viewer call.Viewer
	err    error
}

// Stay is a context whose call is renewed from time to time, and which ends soon after the session or the token; the
// refusal is then its cause. Nobody's stays as it is.
func (d *Desk) Stay(ctx context.Context) context.Context {
	c := call.From(ctx)
	if c.Viewer.Nobody() {
		return ctx
	}
	var now atomic.Pointer[watched]
	now.Store(&watched{viewer: c.Viewer})
	c.Renew = func(context.Context) (call.Viewer, error) {
		w := now.Load()
		return w.viewer, w.err
	}
	ctx, leave := context.WithCancelCause(call.With(ctx, c))
	go func() {
		leave(d.watch(ctx, c, &now))
	}()
	return ctx
}

// watch looks again and again who the caller is, and answers why they must go; nil where they went by themselves.
func (d *Desk) watch(ctx context.Context, c call.Call, now *atomic.Pointer[watched]) error {
	tick := time.NewTicker(recheck)
	defer tick.Stop()
	for rung := d.ended.rung(); ; {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		case <-rung:
		}
		rung = d.ended.rung() // what ends while the database is asked is asked for again
		w := d.looks.of(ctx, callerOf(c), d.ended.since(), func() *watched { return d.renewed(ctx, c) })
		if w == nil {
			continue
		}
		if now.Store(w); w.err != nil {
			return w.err
		}
	}
}

// renewed is nil where the database cannot tell: who was in stays in.
func (d *Desk) renewed(ctx context.Context, c call.Call) *watched {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recheck) // others wait for it, whoever goes
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
	rang time.Time
}

// since is when a look must have begun at the earliest to be of use: a third of a round ago, and after the last ring.
func (b *bell) since() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	since := time.Now().Add(-recheck / 3)
	if b.rang.After(since) {
		return b.rang
	}
	return since
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
	b.rang = time.Now()
	if b.next != nil {
		close(b.next)
		b.next = nil
	}
}
