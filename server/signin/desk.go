// Package signin is the front desk: it knows by cookie or by token who a request comes from, and opens and ends
// sessions. How often somebody may try is counted in the audit (package people).
package signin

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// Config is what a desk is made of.
type Config struct {
	Store     *store.Store
	Secure    bool // people come over TLS, and cookies are for that only
	Now       func() time.Time
	Log       *slog.Logger
	Proxies   []netip.Prefix // whose word for where a request came from is taken
	Provider  *Provider      // the company's identity provider; nil without one
	SetupCode string         // founds the company from elsewhere than this machine; "" lets nobody do so
}

// Desk answers who someone is.
type Desk struct {
	Config
	ended bell // rung when somebody's session ended
	looks renewals
}

// New opens a desk.
func New(c Config) *Desk {
	d := &Desk{Config: c}
	d.looks.look, d.looks.ring = d.renewed, &d.ended
	return d
}

// cookieName: the prefix makes a browser refuse the cookie without TLS.
func (d *Desk) cookieName() string {
	if d.Secure {
		return "__Host-sid"
	}
	return "ltc_sid"
}

func (d *Desk) setCookie(w http.ResponseWriter, name, value string, age int) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: d.Secure, SameSite: http.SameSiteLaxMode,
	})
}

// begin is the context of a request by somebody who is not known yet.
func (d *Desk) begin(r *http.Request) context.Context {
	c := call.New(call.Viewer{}, d.Now(), call.UI)
	c.Correlation = cmp.Or(call.From(r.Context()).Correlation, c.Correlation) // the request's own name
	c.Address, c.UserAgent = d.address(r), strings.ToValidUTF8(r.UserAgent(), "")
	return call.With(r.Context(), c)
}

// SeeAs is the header by which an administrator looks through the eyes of the user that it names.
const SeeAs = "X-LTC-See-As"

// Caller puts the call into each request's context. A cookie that is over makes the caller nobody; a token that is
// wrong is refused at once, never taken for nobody; a database that cannot tell is UNAVAILABLE.
func (d *Desk) Caller(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := d.begin(r)
		c, err := d.identify(ctx, r)
		if err == nil {
			c, err = d.through(ctx, c, r.Header.Get(SeeAs))
		}
		if err != nil {
			refuse(w, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(call.With(ctx, c)))
	})
}

func (d *Desk) identify(ctx context.Context, r *http.Request) (call.Call, error) {
	c := call.From(ctx)
	if token, ok := bearer(r.Header.Get("Authorization")); ok {
		return d.byToken(ctx, c, token)
	}
	cookie, err := r.Cookie(d.cookieName())
	if err != nil {
		return c, nil
	}
	if r.Header.Get("Upgrade") != "" && !ownPage(r) {
		return c, nil // a browser always says which page opens a socket, and a partner's has a token
	}
	v, session, err := people.BySession(ctx, d.Store, cookie.Value)
	if fault.CodeOf(err) == fault.CodeUnauthenticated {
		return c, nil
	}
	c.SessionID = session
	return c.As(v), err
}

func (d *Desk) byToken(ctx context.Context, c call.Call, token string) (call.Call, error) {
	v, err := people.ByToken(ctx, d.Store, token)
	c.Source, c.SessionID = call.API, ""
	return c.As(v), err
}

// through is the call of an administrator who looks through somebody's eyes; "" is their own.
func (d *Desk) through(ctx context.Context, c call.Call, userID string) (call.Call, error) {
	if userID == "" || c.Viewer.Nobody() {
		return c, nil
	}
	v, err := people.SeeAs(call.With(ctx, c), d.Store, userID)
	return c.As(v), err
}

func bearer(header string) (string, bool) {
	scheme, token, ok := strings.Cut(header, " ")
	return strings.TrimSpace(token), ok && strings.EqualFold(scheme, "Bearer")
}
