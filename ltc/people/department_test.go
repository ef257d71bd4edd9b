package people_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestDepartmentsAreATree(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		sales := departmentOf(t, w, stage.Sales)
		out := hire(t, w, "out", stage.Sales)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, out.ID)))(t)
		create := func(in people.CreateDepartmentInput) (string, string) {
			made, err := people.CreateDepartment(admin, w.Store, in)
			return made, refusal(err)
		}
		for name, test := range map[string]struct {
			in   people.CreateDepartmentInput
			want string
		}{
			"no name":              {people.CreateDepartmentInput{Function: stage.Sales}, "INVALID input.required"},
			"no part in the chain": {people.CreateDepartmentInput{Name: "魔法部", Function: "magic"}, "INVALID department.function_unknown"},
			"a parent that is not": {people.CreateDepartmentInput{Name: "华东", Function: stage.Sales, ParentID: ptr("dep_none")}, "INVALID department.parent_unknown"},
			"a head who is out":    {people.CreateDepartmentInput{Name: "华东", Function: stage.Sales, HeadID: &out.ID}, "INVALID department.head_inactive"},
		} {
			if _, got := create(test.in); got != test.want {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
		east, _ := create(people.CreateDepartmentInput{Name: "华东", Function: stage.Sales, ParentID: &sales.ID, HeadID: &w.People[stage.Sales].ID})
		city, _ := create(people.CreateDepartmentInput{Name: "上海", Function: stage.Sales, ParentID: &east})
		update := func(in people.UpdateDepartmentInput) string {
			_, err := people.UpdateDepartment(admin, w.Store, in)
			return refusal(err)
		}
		for _, test := range []struct {
			name string
			in   people.UpdateDepartmentInput
			want string
		}{
			{"itself as parent", people.UpdateDepartmentInput{ID: sales.ID, ParentID: &sales.ID}, "INVALID department.parent_cycle"},
			{"one below as parent", people.UpdateDepartmentInput{ID: sales.ID, ParentID: &city}, "INVALID department.parent_cycle"},
			{"out of use, with people", people.UpdateDepartmentInput{ID: sales.ID, Active: ptr(false)}, "GUARD_FAILED department.has_people"},
			{"an old version", people.UpdateDepartmentInput{ID: city, ExpectedVersion: 7, Name: ptr("沪")}, "STALE_VERSION record.stale"},
			{"a name", people.UpdateDepartmentInput{ID: city, ExpectedVersion: 1, Name: ptr(" 沪 ")}, ""},
			{"out of use, empty", people.UpdateDepartmentInput{ID: city, Active: ptr(false), Clear: []people.DepartmentField{people.DepartmentParent}}, ""},
			{"one out of use as parent", people.UpdateDepartmentInput{ID: east, ParentID: &city}, "INVALID department.parent_unknown"},
		} {
			if got := update(test.in); got != test.want {
				t.Errorf("%s: %q, want %q", test.name, got, test.want)
			}
		}
		d := ltctest.Got(w.Reader().Department.Get(t.Context(), city))(t)
		if d.Name != "沪" || d.Active || d.ParentID != nil || len(w.Changes(&flow.ChangeFilter{Subject: &city})) != 3 {
			t.Errorf("became %+v", d)
		}
		_, err := people.CreateDepartment(w.As(stage.Sales), w.Store, people.CreateDepartmentInput{Name: "我的", Function: stage.Sales})
		denied(t, err, "FORBIDDEN access.verb")
	})
}
