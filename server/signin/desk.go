// Package signin is the front desk: it knows by cookie or by token who a request comes from, opens and ends sessions,
// and slows down who guesses passwords.
package signin

import (
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// Desk answers who someone is.
type Desk struct {
	st       *store.Store
	secure   bool
	now      func() time.Time
	log      *slog.Logger
	attempts *attempts
}

// New opens a desk. secure: people come over TLS, and the cookie is for that only.
func New(st *store.Store, secure bool, now func() time.Time, log *slog.Logger) *Desk {
	return &Desk{st: st, secure: secure, now: now, log: log, attempts: newAttempts()}
}

// cookieName: the prefix makes a browser refuse the cookie without TLS.
func (d *Desk) cookieName() string {
	if d.secure {
		return "__Host-sid"
	}
	return "ltc_sid"
}

func (d *Desk) setCookie(w http.ResponseWriter, value string, age int) {
	http.SetCookie(w, &http.Cookie{
		Name: d.cookieName(), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: d.secure, SameSite: http.SameSiteLaxMode,
	})
}

// Caller puts the call into each request's context. A cookie that is over makes the caller nobody; a token that is
// wrong is refused at once, never taken for nobody; a database that cannot tell is UNAVAILABLE.
func (d *Desk) Caller(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := call.New(call.Viewer{}, d.now(), call.UI)
		ctx := call.With(r.Context(), c)
		v, err := d.viewer(ctx, r)
		if err != nil {
			refuse(w, err)
			return
		}
		if v.Kind == call.ByToken {
			c.Source = call.API
		}
		next.ServeHTTP(w, r.WithContext(call.With(ctx, c.As(v))))
	})
}

func (d *Desk) viewer(ctx context.Context, r *http.Request) (call.Viewer, error) {
	if token, ok := bearer(r.Header.Get("Authorization")); ok {
		return people.ByToken(ctx, d.st, token)
	}
	cookie, err := r.Cookie(d.cookieName())
	if err != nil {
		return call.Viewer{}, nil
	}
	if r.Header.Get("Upgrade") != "" && r.Header.Get("Origin") == "" {
		return call.Viewer{}, nil // a browser always says where a socket comes from
	}
	v, err := people.BySession(ctx, d.st, cookie.Value)
	if fault.CodeOf(err) == fault.CodeUnauthenticated {
		return call.Viewer{}, nil
	}
	return v, err
}

func bearer(header string) (string, bool) {
	scheme, token, ok := strings.Cut(header, " ")
	return strings.TrimSpace(token), ok && strings.EqualFold(scheme, "Bearer")
}

// Socket is Caller for a WebSocket: a client that can set no header sends its token with connection_init. Nobody gets
// no socket.
func (d *Desk) Socket(ctx context.Context, authorization string) (context.Context, error) {
	c := call.From(ctx)
	if token, ok := bearer(authorization); ok {
		v, err := people.ByToken(ctx, d.st, token)
		if err != nil {
			return ctx, err
		}
		c.Source = call.API
		c = c.As(v)
	}
	if c.Viewer.Nobody() {
		return ctx, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	return call.With(ctx, c), nil
}

// SignIn opens a session: {email, password}.
func (d *Desk) SignIn(w http.ResponseWriter, r *http.Request) {
	var in struct{ Email, Password string }
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") || json.NewDecoder(r.Body).Decode(&in) != nil {
		refuse(w, fault.Invalid("signin.malformed", nil))
		return
	}
	address, _, _ := net.SplitHostPort(r.RemoteAddr)
	if !d.attempts.allowed(d.now(), in.Email, address) {
		refuse(w, fault.New(fault.CodeThrottled, "signin.throttled"))
		return
	}
	ctx := call.With(r.Context(), call.New(call.Viewer{}, d.now(), call.UI))
	u, secret, err := people.SignIn(ctx, d.st, in.Email, in.Password, address, r.UserAgent())
	if err != nil {
		if fault.CodeOf(err) == fault.CodeUnauthenticated {
			d.attempts.failed(d.now(), in.Email, address)
		} else {
			d.log.ErrorContext(ctx, "sign-in failed", "err", err)
		}
		refuse(w, err)
		return
	}
	d.attempts.forget(in.Email)
	d.setCookie(w, secret, int((7 * 24 * time.Hour).Seconds()))
	answer(w, http.StatusOK, map[string]any{"user": map[string]any{
		"id": u.ID, "name": u.Name, "email": u.Email, "language": strings.ToUpper(string(u.Language)),
	}})
}

// SignOut ends the session of the cookie.
func (d *Desk) SignOut(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(d.cookieName()); err == nil {
		ctx := call.With(r.Context(), call.New(call.Viewer{}, d.now(), call.UI))
		if err := people.SignOut(ctx, d.st, cookie.Value); err != nil {
			refuse(w, err)
			return
		}
	}
	d.setCookie(w, "", -1)
	answer(w, http.StatusOK, map[string]any{"ok": true})
}

// statuses are the HTTP statuses of the refusals that the desk and its neighbours make.
var statuses = map[fault.Code]int{
	fault.CodeUnauthenticated: http.StatusUnauthorized,
	fault.CodeThrottled:       http.StatusTooManyRequests,
	fault.CodeInvalid:         http.StatusBadRequest,
	fault.CodeUnavailable:     http.StatusServiceUnavailable,
	fault.CodeStorageFull:     http.StatusInsufficientStorage,
}

// refuse answers a refusal in both forms: for the sign-in page and for a GraphQL client.
func refuse(w http.ResponseWriter, err error) {
	f := fault.Of(err)
	if f == nil {
		f = fault.New(fault.CodeInternal, "server.internal")
	}
	status := statuses[f.Code]
	if status == 0 {
		status = http.StatusInternalServerError
	}
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	answer(w, status, map[string]any{
		"error":  f.Extensions(),
		"errors": []any{map[string]any{"message": f.Error(), "extensions": f.Extensions()}},
	})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a client that is gone reads nothing
}
