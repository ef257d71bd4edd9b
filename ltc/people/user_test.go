package people_test

import (
	"testing"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAddUserRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		good := people.NewUser{Name: "王芳", Email: "wang.fang@example.com", Department: stage.Sales}
		tests := map[string]struct {
			change func(*people.NewUser)
			want   string
		}{
			"no name":                   {func(u *people.NewUser) { u.Name = " " }, "INVALID input.required"},
			"what is no e-mail":         {func(u *people.NewUser) { u.Email = "Wang <wang@example.com>" }, "INVALID input.email"},
			"a short password":          {func(u *people.NewUser) { u.Password = "1234567" }, "INVALID user.password_short"},
			"a department that is not":  {func(u *people.NewUser) { u.Department = "magic" }, "INVALID user.department_unknown"},
			"an e-mail that is in use":  {func(u *people.NewUser) { u.Email = " SALES@example.com" }, "CONFLICT user.email_taken"},
			"nothing of a good user":    {func(*people.NewUser) {}, ""},
			"the same good user, again": {func(*people.NewUser) {}, "CONFLICT user.email_taken"},
		}
		for _, name := range []string{
			"no name", "what is no e-mail", "a short password", "a department that is not", "an e-mail that is in use",
			"nothing of a good user", "the same good user, again",
		} {
			in := good
			tests[name].change(&in)
			_, err := people.AddUser(w.As(stage.Sales), w.Store, in)
			if got := refusal(err); got != tests[name].want {
				t.Errorf("%s: %q, want %q", name, got, tests[name].want)
			}
		}
	})
}

func TestInviteUserRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		good := people.InviteUserInput{Name: "王芳", Email: "wang.fang@example.com", DepartmentID: departmentOf(t, w, stage.Sales).ID}
		tests := map[string]struct {
			change func(*people.InviteUserInput)
			want   string
		}{
			"no name":                  {func(u *people.InviteUserInput) { u.Name = "" }, "INVALID input.required"},
			"what is no e-mail":        {func(u *people.InviteUserInput) { u.Email = "wang" }, "INVALID input.email"},
			"a department that is not": {func(u *people.InviteUserInput) { u.DepartmentID = "dep_nowhere" }, "INVALID user.department_unknown"},
			"a manager who is not":     {func(u *people.InviteUserInput) { u.ManagerID = ptr("usr_nobody") }, "INVALID user.manager_unknown"},
			"a role that is not":       {func(u *people.InviteUserInput) { u.RoleIDs = []string{"rol_none"} }, "INVALID user.role_unknown"},
			"an e-mail that is in use": {func(u *people.InviteUserInput) { u.Email = "Legal@example.com" }, "CONFLICT user.email_taken"},
		}
		before := len(w.Changes(nil))
		for name, test := range tests {
			in := good
			test.change(&in)
			_, err := people.InviteUser(admin, w.Store, in)
			if got := refusal(err); got != test.want {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
		_, err := people.InviteUser(w.As(stage.Sales), w.Store, good)
		denied(t, err, "FORBIDDEN access.verb")
		if n := len(w.Changes(nil)); n != before {
			t.Errorf("%d rows were written by refusals", n-before)
		}
		good.RoleIDs = []string{roleOf(t, w, role.Auditor).ID}
		got := ltctest.Got(people.InviteUser(admin, w.Store, good))(t)
		if rs := person(t, w, got.User.ID).Edges.Roles; len(rs) != 1 || rs[0].Key != role.Auditor {
			t.Errorf("roles %v, want the auditor's only", rs)
		}
	})
}

func TestUpdateUserChangesAndRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		boss, u := hire(t, w, "boss", stage.Sales), hire(t, w, "worker", stage.Sales)
		update := func(change people.UpdateUserInput) string {
			in := at(t, w, u.ID)
			if change.ExpectedVersion == 0 {
				change.ExpectedVersion = in.ExpectedVersion
			}
			if change.ID == "" {
				change.ID = in.ID
			}
			_, err := people.UpdateUser(admin, w.Store, change)
			return refusal(err)
		}
		tests := []struct {
			name   string
			change people.UpdateUserInput
			want   string
		}{
			{"a name, phone, title and manager", people.UpdateUserInput{Name: ptr(" 韩梅梅 "), Phone: ptr("138 0013 8000"), Title: ptr("主管"), ManagerID: &boss.ID}, ""},
			{"no name", people.UpdateUserInput{Name: ptr(" ")}, "INVALID input.required"},
			{"what is no phone", people.UpdateUserInput{Phone: ptr("call me")}, "INVALID input.phone"},
			{"another's e-mail", people.UpdateUserInput{Email: ptr("Sales@example.com")}, "CONFLICT user.email_taken"},
			{"their own e-mail", people.UpdateUserInput{Email: ptr("Worker@example.com")}, ""},
			{"a department that is not", people.UpdateUserInput{DepartmentID: ptr("dep_nowhere")}, "INVALID user.department_unknown"},
			{"themself as manager", people.UpdateUserInput{ManagerID: &u.ID}, "INVALID user.manager_cycle"},
			{"a report as manager", people.UpdateUserInput{ID: boss.ID, ExpectedVersion: 1, ManagerID: &u.ID}, "INVALID user.manager_cycle"},
			{"an old version", people.UpdateUserInput{ExpectedVersion: 1, Name: ptr("迟到")}, "STALE_VERSION record.stale"},
			{"a record that is no user", people.UpdateUserInput{ID: departmentOf(t, w, stage.Sales).ID, Name: ptr("x")}, "NOT_FOUND record.not_found"},
			{"the title emptied", people.UpdateUserInput{Clear: []people.UserField{people.UserTitle}}, ""},
		}
		for _, test := range tests {
			if got := update(test.change); got != test.want {
				t.Errorf("%s: %q, want %q", test.name, got, test.want)
			}
		}
		got := person(t, w, u.ID)
		if got.Name != "韩梅梅" || got.Phone == nil || *got.Phone != "+8613800138000" || got.Title != nil || *got.ManagerID != boss.ID {
			t.Errorf("changed into %+v", got)
		}
		rows := w.Changes(&flow.ChangeFilter{Subject: &u.ID})
		if n := len(rows); n != 2 || rows[0].Kind != change.KindEdited || len(rows[0].Fields) != 4 {
			t.Errorf("%d rows of the user in the log, the edit with %v", n, rows[0].Fields)
		}
	})
}

func TestWhoMovesToAnotherDepartmentTakesTheirRecordsAlong(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		account, opportunity := deal(w.As(stage.Sales), t, w, "苏州恒力装备有限公司")
		_, others := deal(w.As(stage.Care), t, w, "宁波远洋轴承有限公司")
		care, u := departmentOf(t, w, stage.Care).ID, w.People[stage.Sales].ID
		ltctest.Got(people.UpdateUser(admin, w.Store, people.UpdateUserInput{
			ID: u, ExpectedVersion: person(t, w, u).Version, DepartmentID: &care,
		}))(t)
		a := ltctest.Got(w.Reader().Account.Get(t.Context(), account))(t)
		o := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), opportunity))(t)
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), o.JourneyID))(t)
		for kind, got := range map[string]*string{"account": a.DepartmentID, "opportunity": o.DepartmentID, "journey": j.DepartmentID} {
			if got == nil || *got != care {
				t.Errorf("the %s is in %v, want %s", kind, got, care)
			}
		}
		if got := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), others))(t); *got.OwnerID != w.People[stage.Care].ID || *got.DepartmentID != care {
			t.Errorf("another's opportunity moved: %+v", got)
		}
	})
}
