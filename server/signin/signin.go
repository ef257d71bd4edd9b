package signin

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// cookieAge is how long a browser keeps the session's cookie; the session itself ends by its own rules.
const cookieAge = 7 * 24 * time.Hour

// SignIn opens a session: {email, password, code}.
func (d *Desk) SignIn(w http.ResponseWriter, r *http.Request) {
	var in people.Credentials
	if !taken(w, r, &in) {
		return
	}
	ctx := d.begin(r)
	u, secret, err := people.SignIn(ctx, d.Store, in)
	d.enter(ctx, w, r, u, secret, err)
}

// enter answers who signed in, with the new session's cookie; the browser's session until now ends.
func (d *Desk) enter(ctx context.Context, w http.ResponseWriter, r *http.Request, u *db.User, secret string, err error) {
	if err != nil {
		d.note(ctx, err)
		refuse(w, err)
		return
	}
	d.opened(ctx, w, r, secret)
	answer(w, http.StatusOK, map[string]any{"user": map[string]any{
		"id": u.ID, "name": u.Name, "email": u.Email, "language": strings.ToUpper(string(u.Language)),
	}})
}

func (d *Desk) opened(ctx context.Context, w http.ResponseWriter, r *http.Request, secret string) {
	if old, err := r.Cookie(d.cookieName()); err == nil {
		if err := people.SignOut(ctx, d.Store, old.Value); err != nil {
			d.note(ctx, err) // it ends by itself
		}
		d.Recheck()
	}
	d.setCookie(w, d.cookieName(), secret, int(cookieAge.Seconds()))
}

// note logs what is not the caller's fault.
func (d *Desk) note(ctx context.Context, err error) {
	if fault.RuleOf(err) == "signin.busy" {
		return // who makes many wait fills no log
	}
	switch fault.CodeOf(err) {
	case "", fault.CodeInternal, fault.CodeUnavailable, fault.CodeStorageFull:
		d.Log.ErrorContext(ctx, "signing in failed", "err", err)
	}
}

// SignOut ends the session of the cookie.
func (d *Desk) SignOut(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(d.cookieName()); err == nil {
		if err := people.SignOut(d.begin(r), d.Store, cookie.Value); err != nil {
			refuse(w, err)
			return
		}
		d.Recheck()
	}
	d.setCookie(w, d.cookieName(), "", -1)
	answer(w, http.StatusOK, map[string]any{"ok": true})
}
