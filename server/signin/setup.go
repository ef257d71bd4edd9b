package signin

import (
	"crypto/subtle"
	"net/http"
	"strings"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// Options says by what ways one can sign in, and whether there is anybody yet who could.
func (d *Desk) Options(w http.ResponseWriter, r *http.Request) {
	founded, err := people.HasUsers(r.Context(), d.Store)
	if err != nil {
		refuse(w, err)
		return
	}
	var oidc any
	if d.Provider != nil {
		oidc = map[string]any{"name": d.Provider.Name}
	}
	answer(w, http.StatusOK, map[string]any{
		"founded": founded, "password": true, "oidc": oidc, "setupCode": !founded && !d.Local(r),
	})
}

// Setup founds the company and its first administrator, and signs them in. Until then anybody could: from elsewhere
// than this machine it takes the code that the server printed when it started.
func (d *Desk) Setup(w http.ResponseWriter, r *http.Request) {
	var in struct {
		people.FirstRunInput
		Code string
	}
	if !taken(w, r, &in) {
		return
	}
	ctx := d.begin(r)
	founded, err := people.HasUsers(ctx, d.Store)
	switch {
	case err != nil:
		refuse(w, err)
	case founded:
		refuse(w, fault.New(fault.CodeConflict, "setup.done"))
	case !d.Local(r) && !d.setupCode(in.Code):
		refuse(w, fault.New(fault.CodeForbidden, "setup.code_wrong").At("code"))
	default:
		u, secret, err := people.FirstRun(ctx, d.Store, in.FirstRunInput)
		d.enter(ctx, w, r, u, secret, err)
	}
}

func (d *Desk) setupCode(code string) bool {
	code = strings.ToUpper(strings.TrimSpace(code))
	return d.SetupCode != "" && subtle.ConstantTimeCompare([]byte(code), []byte(d.SetupCode)) == 1
}
