package people_test

import (
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func sorted(ids ...string) []string { slices.Sort(ids); return ids }

func TestAManagersReportsAreAllBelowThem(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		top := hire(t, w, "top", stage.Sales, role.Manager)
		middle := hire(t, w, "middle", stage.Sales)
		below := hire(t, w, "below", stage.Care)
		for report, manager := range map[string]string{middle.ID: top.ID, below.ID: middle.ID} {
			ltctest.Got(people.UpdateUser(admin, w.Store, people.UpdateUserInput{ID: report, ManagerID: &manager}))(t)
		}
		v := ltctest.Got(people.Viewer(admin, w.Store, top.ID))(t)
		if got, want := sorted(v.Reports...), sorted(middle.ID, below.ID); !slices.Equal(got, want) {
			t.Errorf("reports %v, want %v", got, want)
		}
		v = ltctest.Got(people.Viewer(admin, w.Store, middle.ID))(t)
		if v.Reports != nil || v.Below != nil {
			t.Errorf("reports %v and departments %v of one whose roles do not ask for them", v.Reports, v.Below)
		}
	})
}

func TestAManagersDepartmentsAreTheirOwnAndAllBelow(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		head := hire(t, w, "head", stage.Sales, role.Manager)
		sales := departmentOf(t, w, stage.Sales).ID
		make := func(name string, parent, headed *string) string {
			return ltctest.Got(people.CreateDepartment(admin, w.Store, people.CreateDepartmentInput{
				Name: name, Function: stage.Sales, ParentID: parent, HeadID: headed,
			}))(t)
		}
		east := make("华东", &sales, nil)
		shanghai := make("上海", &east, nil)
		service := make("售后", nil, &head.ID)
		hotline := make("热线", &service, nil)
		make("华南", nil, nil)
		v := ltctest.Got(people.Viewer(admin, w.Store, head.ID))(t)
		if got, want := sorted(v.Below...), sorted(sales, east, shanghai, service, hotline); !slices.Equal(got, want) {
			t.Errorf("departments %v, want %v", got, want)
		}
	})
}

func TestADelegateStandsInFromDayToDay(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		from, until := worktime.NewDate(2026, 3, 3), worktime.NewDate(2026, 3, 4)
		ltctest.Got(people.Delegate(w.As(stage.Sales), w.Store, people.DelegateInput{
			DelegateID: w.People[stage.Care].ID, StartsOn: &from, EndsOn: until,
		}))(t)
		for day, stands := range []bool{false, true, true, false} { // the second of March is the first
			v := ltctest.Got(people.Viewer(w.As(stage.Care), w.Store, w.People[stage.Care].ID))(t)
			if got := slices.Contains(v.Delegators, w.People[stage.Sales].ID); got != stands {
				t.Errorf("day %d: stands in is %v, want %v", day, got, stands)
			}
			w.Wait(24 * 3600e9)
		}
	})
}

func TestAViewersRolesAddUp(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		both := hire(t, w, "both", stage.Sales, string(stage.Legal))
		v := ltctest.Got(people.Viewer(w.As(stage.Sales), w.Store, both.ID))(t)
		for _, verb := range []string{"acceptQuote", "signContract"} {
			if !v.Rights.Allows(verb) {
				t.Errorf("may not %s", verb)
			}
		}
		scopes := []role.Scope{}
		for _, g := range v.Rights.Grants(id.Contract) {
			scopes = append(scopes, g.Scope)
		}
		slices.Sort(scopes)
		if !slices.Equal(scopes, []role.Scope{role.All, role.Own}) || v.Admin() {
			t.Errorf("scopes of contracts %v, administrator %v", scopes, v.Admin())
		}
		admin := ltctest.Got(people.Viewer(w.As(stage.Sales), w.Store, me(chief(t, w))))(t)
		if !admin.Admin() || !admin.Rights.Auditor {
			t.Error("an administrator may not all")
		}
	})
}

func TestOnlyAnActiveUserIsAViewer(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		id, _ := newcomer(admin, t, w, "new@example.com")
		_, err := people.Viewer(admin, w.Store, id)
		denied(t, err, "UNAUTHENTICATED signin.needed")
		_, err = people.Viewer(admin, w.Store, "usr_nobody")
		denied(t, err, "UNAUTHENTICATED signin.needed")
	})
}
