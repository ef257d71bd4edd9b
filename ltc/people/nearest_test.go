package people_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestWhoIsRefusedIsToldTheNearestWhoMay(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ctx := call.With(t.Context(), call.New(call.System(""), w.Now(), call.API))
		add := func(in people.NewUser) string {
			t.Helper()
			in.Email = in.Name + "@nearest.example"
			return ltctest.Got(people.AddUser(ctx, w.Store, in))(t).ID
		}
		add(people.NewUser{Name: "a-administrator", Department: stage.Finance, Admin: true})
		chief := add(people.NewUser{Name: "chief", Department: stage.Delivery, Roles: []string{"delivery", "finance"}})
		lead := add(people.NewUser{Name: "lead", Department: stage.Delivery, ManagerID: chief})
		worker := add(people.NewUser{Name: "worker", Department: stage.Delivery, ManagerID: lead})
		v := ltctest.Got(people.Viewer(ctx, w.Store, worker))(t)
		for verb, want := range map[string]string{
			"postInvoice": "chief",           // two levels up
			"captureLead": "care",            // nobody above: the first by name who may, administrators last
			"createRole":  "a-administrator", // only administrators
			"ship":        "lead",            // the manager themself
		} {
			u := ltctest.Got(people.Nearest(ctx, w.Store, v, verb, 0))(t)
			if u == nil || u.Name != want {
				t.Errorf("%s: %v, want %s", verb, u, want)
			}
		}
		if role.KindOf("postInvoice") == "" {
			t.Error("the verb is not known")
		}
	})
}
