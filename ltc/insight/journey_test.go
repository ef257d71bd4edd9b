package insight_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
)

const hour = 3600

// assigned captures a lead on Monday at 9:30 and lets two business hours pass, and another two after its assignment.
func assigned(t *testing.T, w *ltctest.World) *db.Journey {
	t.Helper()
	phone := "13800138000"
	id := ltctest.Got(marketing.CaptureLead(w.As(stage.Marketing), w.Store, marketing.CaptureLeadInput{Name: "陈晨", Company: "蓝海", Phone: &phone}))(t)
	w.Wait(2 * time.Hour)
	ltctest.Got(marketing.AssignLead(w.As(stage.Marketing), w.Store,
		marketing.AssignLeadInput{ID: id, ExpectedVersion: 1, OwnerID: w.People[stage.Sales].ID}))(t)
	w.Wait(2 * time.Hour) // of which one is the noon break
	l := ltctest.Got(w.Reader().Lead.Get(t.Context(), id))(t)
	return ltctest.Got(w.Reader().Journey.Get(t.Context(), l.JourneyID))(t)
}

// shown is a step in a line: stage, who holds it, and the hours from the opening, of waiting and in all.
func shown(steps []*insight.JourneyStep) string {
	var lines []string
	for _, s := range steps {
		holder := stage.Department("-")
		if s.Department != nil {
			holder = *s.Department
		}
		lines = append(lines, fmt.Sprintf("%s %s %d+%d/%d", s.Stage, holder, s.StartSeconds/hour, s.WaitingSeconds/hour, s.BusinessSeconds/hour))
	}
	return strings.Join(lines, ", ")
}

func TestAStepWaitsUntilItsDepartmentDoesSomething(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		j := assigned(t, w)
		read := func() ([]*insight.JourneyStep, *insight.JourneyClock) {
			t.Helper()
			js := []*db.Journey{ltctest.Got(w.Reader().Journey.Get(t.Context(), j.ID))(t)}
			steps := ltctest.Got(insight.Steps(w.As(stage.Sales), w.Store, js))(t)
			return steps[j.ID], ltctest.Got(insight.Clocks(w.As(stage.Sales), w.Store, js, steps))(t)[j.ID]
		}
		steps, clock := read()
		if got, want := shown(steps), "new marketing 0+2/2, assigned sales 2+1/1"; got != want {
			t.Errorf("steps = %s, want %s", got, want)
		}
		if clock.HandOvers != 1 || clock.ElapsedSeconds != 4*hour || clock.BusinessSeconds != 3*hour || clock.WaitingSeconds != 3*hour || clock.WorkdaySeconds != 8*hour {
			t.Errorf("clock = %+v", clock)
		}
		text := "客户只在下午有空"
		l := ltctest.Got(w.Reader().Lead.Query().Only(t.Context()))(t)
		ltctest.Got(marketing.UpdateLead(w.As(stage.Sales), w.Store, marketing.UpdateLeadInput{ID: l.ID, ExpectedVersion: l.Version, Need: &text}))(t)
		w.Wait(time.Hour)
		steps, clock = read()
		if got, want := shown(steps), "new marketing 0+2/2, assigned sales 2+1/2"; got != want {
			t.Errorf("after an hour's work: %s, want %s", got, want)
		}
		if clock.WaitingSeconds != 3*hour || clock.BusinessSeconds != 4*hour {
			t.Errorf("an hour of work is no waiting: %+v", clock)
		}
		if s := steps[1]; s.WorkedAt == nil || s.LeftAt != nil || s.ActorName != "marketing" || s.Number != "LD-2026-000001" || s.LateAfterSeconds != 8*hour {
			t.Errorf("step = %+v", s)
		}
	})
}

func TestAJourneysTimeEndsWithIt(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		j := assigned(t, w)
		l := ltctest.Got(w.Reader().Lead.Query().Only(t.Context()))(t)
		ltctest.Got(marketing.DisqualifyLead(w.As(stage.Sales), w.Store, marketing.DisqualifyLeadInput{ID: l.ID, ExpectedVersion: l.Version, Reason: "无预算"}))(t)
		w.Wait(240 * time.Hour)
		js := []*db.Journey{ltctest.Got(w.Reader().Journey.Get(t.Context(), j.ID))(t)}
		steps := ltctest.Got(insight.Steps(w.As(stage.Sales), w.Store, js))(t)
		clock := ltctest.Got(insight.Clocks(w.As(stage.Sales), w.Store, js, steps))(t)[j.ID]
		if got, want := shown(steps[j.ID]), "new marketing 0+2/2, assigned sales 2+1/1, disqualified - 3+0/0"; got != want {
			t.Errorf("steps = %s, want %s", got, want)
		}
		if clock.BusinessSeconds != 3*hour || steps[j.ID][1].LeftAt == nil || steps[j.ID][2].Reason != "无预算" {
			t.Errorf("clock = %+v", clock)
		}
	})
}

func TestCaptionsNameRecordsOfEveryKind(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		assigned(t, w)
		l := ltctest.Got(w.Reader().Lead.Query().Only(t.Context()))(t)
		got := ltctest.Got(insight.Captions(t.Context(), w.Store, []string{l.ID, "x", l.JourneyID}))(t)
		if len(got) != 1 || got[l.ID] != (insight.Caption{Number: l.Number, Title: "蓝海 · 陈晨", OwnerID: w.People[stage.Sales].ID}) {
			t.Errorf("captions = %+v", got)
		}
	})
}
