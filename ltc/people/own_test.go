package people_test

import (
	"context"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

const password = "correct horse"

// insider is somebody with a password, who may have signed in.
type insider struct {
	*ltctest.World
	user    *db.User
	session string // id
	secret  string
}

// wang is a person of sales with a password.
func wang(t *testing.T, w *ltctest.World) *insider {
	t.Helper()
	return &insider{World: w, user: ltctest.Got(people.AddUser(w.As(stage.Sales), w.Store, people.NewUser{
		Name: "王雪", Email: "wang@example.com", Password: password, Department: stage.Sales,
	}))(t)}
}

// outside is the context of a request by nobody yet, from an address.
func (i *insider) outside(address string) context.Context {
	c := call.New(call.Viewer{}, i.Now(), call.UI)
	c.Address, c.UserAgent = address, "Browser/1"
	return call.With(i.T.Context(), c)
}

// enter signs in.
func (i *insider) enter(t *testing.T, code string) *insider {
	t.Helper()
	_, secret, err := people.SignIn(i.outside("10.0.0.1"), i.Store, people.Credentials{Email: i.user.Email, Password: password, Code: code})
	ltctest.Must(t, err)
	_, session, err := people.BySession(i.outside("10.0.0.1"), i.Store, secret)
	ltctest.Must(t, err)
	return &insider{World: i.World, user: i.user, session: session, secret: secret}
}

// inside is the context of the person's session, now.
func (i *insider) inside() context.Context {
	i.T.Helper()
	v := ltctest.Got(people.Viewer(i.outside(""), i.Store, i.user.ID))(i.T)
	c := call.New(v, i.Now(), call.UI)
	c.SessionID, c.Address = i.session, "10.0.0.1"
	return call.With(i.T.Context(), c)
}

// byToken is the context of a program that acts for the person.
func (i *insider) byToken() context.Context {
	c := call.From(i.inside())
	c.Viewer.Kind, c.Viewer.Principal, c.SessionID = call.ByToken, "tok_x", ""
	return call.With(i.T.Context(), c)
}

// actions are the actions that the audit holds, with their subjects, in order.
func actions(t *testing.T, w *ltctest.World) (out []string) {
	t.Helper()
	for _, e := range ltctest.Got(w.Reader().AuditEntry.Query().Order(auditentry.ByID()).All(t.Context()))(t) {
		out = append(out, e.Action)
	}
	return out
}

// code is what the person's authenticator app shows at an instant.
func code(t *testing.T, secret string, at time.Time) string {
	t.Helper()
	return ltctest.Got(totp.GenerateCode(secret, at))(t)
}

func refuses(t *testing.T, what string, err error, code fault.Code, rule string) {
	t.Helper()
	if fault.CodeOf(err) != code || fault.RuleOf(err) != rule {
		t.Errorf("%s: %s %s (%v), want %s %s", what, fault.CodeOf(err), fault.RuleOf(err), err, code, rule)
	}
}
