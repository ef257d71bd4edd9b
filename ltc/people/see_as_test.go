package people_test

import (
	"slices"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAnAdministratorLooksThroughSomebodysEyes(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := &insider{World: w, user: ltctest.Got(people.AddUser(w.As(stage.Sales), w.Store, people.NewUser{
			Name: "张总", Email: "admin@example.com", Password: password, Department: stage.Sales, Admin: true,
		}))(t)}
		admin = admin.enter(t, "")
		other := admin.enter(t, "")
		finance := w.People[stage.Finance].ID
		look := func(i *insider, id string) (call.Viewer, error) { return people.SeeAs(i.inside(), w.Store, id) }

		v := ltctest.Got(look(admin, finance))(t)
		if v.UserID != finance || v.Admin() || v.SeenBy != admin.user.ID || v.Department != stage.Finance {
			t.Errorf("viewer = %+v", v)
		}
		ltctest.Got(look(admin, finance))(t) // is written down once an hour
		ltctest.Got(look(other, finance))(t)
		w.Wait(61 * time.Minute)
		ltctest.Got(look(admin, finance))(t)
		if got := actions(t, w); !slices.Equal(got, []string{"signedIn", "signedIn", "seenAs", "seenAs", "seenAs"}) {
			t.Errorf("audit: %v", got)
		}
		_, err := look(admin, "usr_01jd0000000000000000000000")
		refuses(t, "nobody", err, fault.CodeNotFound, "record.not_found")
		_, err = people.SeeAs(admin.byToken(), w.Store, finance)
		refuses(t, "a token of theirs", err, fault.CodeForbidden, "access.see_as")
		seller := wang(t, w).enter(t, "")
		_, err = look(seller, finance)
		refuses(t, "somebody else", err, fault.CodeForbidden, "access.see_as")

		c := call.From(admin.inside()).As(v)
		if v, err := people.Renewed(admin.outside(""), w.Store, c); err != nil || v.UserID != finance || v.SeenBy != admin.user.ID {
			t.Errorf("renewed: %+v %v", v, err)
		}
		ltctest.Must(t, people.SignOut(admin.inside(), w.Store, admin.secret))
		_, err = people.Renewed(admin.outside(""), w.Store, c)
		refuses(t, "after the administrator left", err, fault.CodeUnauthenticated, "signin.needed")
	})
}
