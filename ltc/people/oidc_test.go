package people_test

import (
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestWhoTheIdentityProviderNames(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		enter := func(subject, email string, verified bool) error {
			_, _, err := people.SignInWith(i.outside("10.0.0.1"), w.Store, people.Identity{
				Issuer: "https://id.example.com", Subject: subject, Email: email, EmailVerified: verified,
			})
			return err
		}
		stand := func(id string, s user.Status) {
			ltctest.Must(t, w.InTx(w.As("legal"), func(ctx ctx, tx *store.Tx) error { return tx.User.UpdateOneID(id).SetStatus(s).Exec(ctx) }))
		}
		const unknown = "signin.oidc_unknown"
		refuses(t, "an e-mail that nobody checked", enter("1", "wang@example.com", false), fault.CodeUnauthenticated, unknown)
		refuses(t, "somebody unknown", enter("1", "else@example.com", true), fault.CodeUnauthenticated, unknown)
		refuses(t, "without an e-mail", enter("1", "", true), fault.CodeUnauthenticated, unknown)
		ltctest.Must(t, enter("1", "Wang@Example.com", true))
		ltctest.Must(t, enter("1", "renamed@example.com", false)) // known by the subject from now on
		refuses(t, "another person with that e-mail", enter("2", "wang@example.com", true), fault.CodeUnauthenticated, unknown)
		ltctest.Must(t, enter(strings.Repeat("9", 255), "legal@example.com", true))
		ltctest.Must(t, enter(strings.Repeat("9", 255), "", false))

		stand(i.user.ID, user.StatusSuspended)
		refuses(t, "a suspended user", enter("1", "wang@example.com", true), fault.CodeUnauthenticated, unknown)
		sales := w.People["sales"].ID
		stand(sales, user.StatusInvited)
		ltctest.Must(t, enter("3", "sales@example.com", true))
		if u := ltctest.Got(w.Reader().User.Get(t.Context(), sales))(t); u.Status != user.StatusActive {
			t.Errorf("an invited user who came in is %s", u.Status)
		}
		n := ltctest.Got(w.Reader().Session.Query().Where(session.MethodEQ(session.MethodOidc)).Count(t.Context()))(t)
		if n != 5 {
			t.Errorf("%d sessions", n)
		}
		if users := ltctest.Got(w.Reader().User.Query().Count(t.Context()))(t); users != 7 {
			t.Errorf("%d users: nobody is made", users)
		}
	})
}
