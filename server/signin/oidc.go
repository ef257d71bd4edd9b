package signin

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// tripAge is how long somebody may take at the provider.
const tripAge = 10 * time.Minute

func (d *Desk) tripCookie() string {
	if d.Secure {
		return "__Host-oidc"
	}
	return "ltc_oidc"
}

// ToProvider sends the browser to the company's identity provider; ?next= is the page to come back to.
func (d *Desk) ToProvider(w http.ResponseWriter, r *http.Request) {
	if d.Provider == nil {
		sendBack(w, r, "signin.oidc_off")
		return
	}
	t := trip{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), Next: inside(r.URL.Query().Get("next"))}
	page, err := d.Provider.begin(r.Context(), t)
	if err != nil {
		d.Log.ErrorContext(r.Context(), "the identity provider does not answer", "issuer", d.Provider.Issuer, "err", err)
		sendBack(w, r, "signin.oidc_failed")
		return
	}
	kept, _ := json.Marshal(t) // four texts
	d.setCookie(w, d.tripCookie(), base64.RawURLEncoding.EncodeToString(kept), int(tripAge.Seconds()))
	http.Redirect(w, r, page, http.StatusFound)
}

// FromProvider is where the provider sends the browser back to.
func (d *Desk) FromProvider(w http.ResponseWriter, r *http.Request) {
	d.setCookie(w, d.tripCookie(), "", -1) // a trip ends once
	ctx := d.begin(r)
	t, secret, err := d.arrived(ctx, r)
	if err != nil {
		d.note(ctx, err)
		f := fault.Of(err)
		if f == nil {
			f = fault.New(fault.CodeUnauthenticated, "signin.oidc_failed")
		}
		sendBack(w, r, f.Rule)
		return
	}
	d.opened(ctx, w, r, secret)
	http.Redirect(w, r, t.Next, http.StatusFound)
}

func (d *Desk) arrived(ctx context.Context, r *http.Request) (t trip, secret string, err error) {
	q := r.URL.Query()
	t, ok := d.tripOf(r)
	switch {
	case d.Provider == nil:
		return t, "", fault.New(fault.CodeUnauthenticated, "signin.oidc_off")
	case !ok || subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(t.State)) != 1:
		return t, "", fault.New(fault.CodeUnauthenticated, "signin.oidc_expired")
	case q.Get("error") != "":
		return t, "", fault.New(fault.CodeUnauthenticated, "signin.oidc_refused")
	}
	who, err := d.Provider.end(ctx, t, q.Get("code"))
	if err != nil {
		return t, "", err
	}
	_, secret, err = people.SignInWith(ctx, d.Store, who)
	return t, secret, err
}

func (d *Desk) tripOf(r *http.Request) (t trip, ok bool) {
	cookie, err := r.Cookie(d.tripCookie())
	if err != nil {
		return t, false
	}
	b, err := base64.RawURLEncoding.DecodeString(cookie.Value)
	if err != nil || json.Unmarshal(b, &t) != nil {
		return t, false
	}
	t.Next = inside(t.Next)
	return t, t.State != ""
}

// sendBack shows the sign-in page with what went wrong.
func sendBack(w http.ResponseWriter, r *http.Request, rule string) {
	http.Redirect(w, r, "/login?problem="+url.QueryEscape(rule), http.StatusFound)
}

// inside is the address of a page of ours, or else of the first one: nobody is sent to another site.
func inside(next string) string {
	u, err := url.Parse(next)
	odd := strings.ContainsFunc(next, func(c rune) bool { return c <= ' ' || c == '\\' || c == 0x7f }) // browsers read past these
	if err != nil || odd || u.Scheme != "" || u.Host != "" || u.User != nil || !strings.HasPrefix(next, "/") ||
		strings.HasPrefix(next, "//") {
		return "/"
	}
	return next
}
