package people_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func TestDelegateRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, seller := chief(t, w), w.As(stage.Sales)
		day := func(d int) worktime.Date { return worktime.NewDate(2026, 3, d) }
		care, legal := w.People[stage.Care].ID, w.People[stage.Legal].ID
		out := hire(t, w, "out", stage.Sales)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, out.ID)))(t)
		tests := map[string]struct {
			in   people.DelegateInput
			want string
		}{
			"oneself":               {people.DelegateInput{DelegateID: me(seller), EndsOn: day(3)}, "INVALID delegation.self"},
			"from yesterday":        {people.DelegateInput{DelegateID: care, StartsOn: ptr(day(1)), EndsOn: day(3)}, "INVALID delegation.past"},
			"until before it began": {people.DelegateInput{DelegateID: care, StartsOn: ptr(day(5)), EndsOn: day(4)}, "INVALID delegation.ends_before"},
			"for longer than a year": {
				people.DelegateInput{DelegateID: care, EndsOn: worktime.NewDate(2027, 3, 3)}, "INVALID delegation.too_long",
			},
			"one who is out":         {people.DelegateInput{DelegateID: out.ID, EndsOn: day(3)}, "INVALID user.inactive"},
			"what is nobody":         {people.DelegateInput{DelegateID: departmentOf(t, w, stage.Care).ID, EndsOn: day(3)}, "NOT_FOUND record.not_found"},
			"on another's behalf":    {people.DelegateInput{UserID: &legal, DelegateID: care, EndsOn: day(3)}, "FORBIDDEN delegation.not_own"},
			"a colleague for a year": {people.DelegateInput{DelegateID: care, EndsOn: worktime.NewDate(2027, 3, 2)}, ""},
		}
		for name, test := range tests {
			_, err := people.Delegate(seller, w.Store, test.in)
			if got := refusal(err); got != test.want {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
		ltctest.Got(people.Delegate(admin, w.Store, people.DelegateInput{UserID: &legal, DelegateID: care, EndsOn: day(3)}))(t)
		if n := len(entries(t, w, audit.DelegationSet)); n != 2 {
			t.Errorf("%d entries in the audit, want 2", n)
		}
	})
}

func TestADelegationEndsAtOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		care := w.People[stage.Care].ID
		made := ltctest.Got(people.Delegate(w.As(stage.Sales), w.Store, people.DelegateInput{DelegateID: care, EndsOn: worktime.NewDate(2026, 3, 9)}))(t)
		w.Wait(48 * 3600e9)
		_, err := people.EndDelegation(w.As(stage.Legal), w.Store, people.EndDelegationInput{ID: made})
		denied(t, err, "NOT_FOUND record.not_found")
		ltctest.Got(people.EndDelegation(w.As(stage.Sales), w.Store, people.EndDelegationInput{ID: made}))(t)
		d := ltctest.Got(w.Reader().Delegation.Get(t.Context(), made))(t)
		if d.EndsOn != worktime.NewDate(2026, 3, 3) {
			t.Errorf("ends on %s, want the day before today", d.EndsOn)
		}
		if v := ltctest.Got(people.Viewer(w.As(stage.Care), w.Store, care))(t); len(v.Delegators) != 0 {
			t.Errorf("still stands in for %v", v.Delegators)
		}
		ltctest.Got(people.EndDelegation(w.As(stage.Sales), w.Store, people.EndDelegationInput{ID: made}))(t)
		unbegun := ltctest.Got(people.Delegate(w.As(stage.Sales), w.Store, people.DelegateInput{
			DelegateID: care, StartsOn: ptr(worktime.NewDate(2026, 3, 5)), EndsOn: worktime.NewDate(2026, 3, 9),
		}))(t)
		ltctest.Got(people.EndDelegation(w.As(stage.Care), w.Store, people.EndDelegationInput{ID: unbegun}))(t)
		if n := ltctest.Got(w.Reader().Delegation.Query().Count(t.Context()))(t); n != 1 {
			t.Errorf("%d delegations, want the one that was", n)
		}
		if n := len(entries(t, w, audit.DelegationEnded)); n != 2 {
			t.Errorf("%d entries in the audit, want 2", n)
		}
	})
}
