package signin

import (
	"net/http"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/people"
)

// Look says whom an invitation is for: {secret}. It is no GET, so that the secret stands in no log of addresses.
func (d *Desk) Look(w http.ResponseWriter, r *http.Request) {
	var in struct{ Secret string }
	if !taken(w, r, &in) {
		return
	}
	ctx := d.begin(r)
	u, err := people.Invitation(ctx, d.Store, in.Secret)
	if err != nil {
		d.note(ctx, err)
		refuse(w, err)
		return
	}
	co, err := flow.CompanyOf(ctx, d.Store, d.Store.Reader())
	if err != nil {
		d.note(ctx, err)
		refuse(w, err)
		return
	}
	answer(w, http.StatusOK, map[string]any{"name": u.Name, "email": u.Email, "company": co.Name})
}

// Accept chooses the password of who was invited and signs them in: {secret, password}. Who has a second factor is
// asked for it at the sign-in page.
func (d *Desk) Accept(w http.ResponseWriter, r *http.Request) {
	var in struct{ Secret, Password string }
	if !taken(w, r, &in) {
		return
	}
	ctx := d.begin(r)
	u, secret, err := people.Accept(ctx, d.Store, in.Secret, in.Password)
	if err == nil && secret == "" {
		err = fault.New(fault.CodeUnauthenticated, "signin.code_needed")
	}
	d.enter(ctx, w, r, u, secret, err)
}
