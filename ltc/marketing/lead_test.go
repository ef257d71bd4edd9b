package marketing_test

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
)

func captured(t *testing.T, w *ltctest.World) string {
	t.Helper()
	phone, need := "0755-8888 6666", "数字化仓储"
	return ltctest.Got(marketing.CaptureLead(w.As(stage.Marketing), w.Store, marketing.CaptureLeadInput{
		Name: "陈晨", Company: "深圳蓝海科技有限公司", Phone: &phone, Need: &need,
	}))(t)
}

func TestACapturedLeadBeginsAJourneyAndOneRowOfTheLog(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := captured(t, w)
		l := ltctest.Got(w.Reader().Lead.Get(t.Context(), id))(t)
		if l.Stage != "new" || l.StageCategory != stage.New || l.Version != 1 || *l.Phone != "+8675588886666" {
			t.Errorf("lead = %+v", l)
		}
		if got, want := l.FirstResponseDueAt.UTC().Format("2006-01-02 15:04"), "2026-03-03 01:30"; got != want {
			t.Errorf("first response is due %s, want %s: eight business hours on", got, want)
		}
		log := w.Changes(nil)
		if len(log) != 1 || log[0].SubjectID != id || *log[0].JourneyID != l.JourneyID || log[0].ToStage != "new" {
			t.Errorf("log = %v", log)
		}
	})
}

func TestAssigningBringsANewLeadToWorkAndLogsEditAndMove(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := captured(t, w)
		in := marketing.AssignLeadInput{ID: id, ExpectedVersion: 1, OwnerID: w.People[stage.Sales].ID}
		ltctest.Got(marketing.AssignLead(w.As(stage.Marketing), w.Store, in))(t)
		l := ltctest.Got(w.Reader().Lead.Get(t.Context(), id))(t)
		if l.Stage != "assigned" || *l.OwnerID != in.OwnerID || l.Version != 3 {
			t.Errorf("lead = %+v", l)
		}
		var kinds []string
		for _, c := range w.Changes(nil) {
			kinds = append(kinds, string(c.Kind))
		}
		if got := len(kinds); got != 3 || kinds[1] != "edited" || kinds[2] != "moved" {
			t.Errorf("log = %v", kinds)
		}
		_, err := marketing.AssignLead(w.As(stage.Marketing), w.Store, in)
		if fault.CodeOf(err) != fault.CodeStaleVersion {
			t.Errorf("the same version again: %v, want STALE_VERSION", err)
		}
	})
}

func TestQualifying(t *testing.T) {
	text := func(s string) *string { return &s }
	tests := map[string]struct {
		in   marketing.QualifyLeadInput
		rule string
	}{
		"need alone is too little":         {marketing.QualifyLeadInput{}, "lead.bant_incomplete"},
		"a reason is enough":               {marketing.QualifyLeadInput{Reason: text("老客户")}, ""},
		"need, authority and pain are two": {marketing.QualifyLeadInput{Authority: text("王总"), Pain: text("库存不准")}, "lead.bant_incomplete"},
	}
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				id := captured(t, w)
				ltctest.Got(marketing.AssignLead(w.As(stage.Marketing), w.Store,
					marketing.AssignLeadInput{ID: id, ExpectedVersion: 1, OwnerID: w.People[stage.Sales].ID}))(t)
				before := len(w.Changes(nil))
				tt.in.ID, tt.in.ExpectedVersion = id, 3
				_, err := marketing.QualifyLead(w.As(stage.Sales), w.Store, tt.in)
				if got := fault.RuleOf(err); got != tt.rule {
					t.Fatalf("rule = %q (%v), want %q", got, err, tt.rule)
				}
				if err != nil && len(w.Changes(nil)) != before {
					t.Error("a refused verb wrote to the log")
				}
			})
		}
	})
}

func TestFinanceMayNotCaptureLeads(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		_, err := marketing.CaptureLead(w.As(stage.Finance), w.Store, marketing.CaptureLeadInput{Name: "a", Company: "b"})
		if fault.CodeOf(err) != fault.CodeInvalid {
			t.Errorf("bad input first: %v", err)
		}
		phone := "13800138000"
		_, err = marketing.CaptureLead(w.As(stage.Finance), w.Store, marketing.CaptureLeadInput{Name: "a", Company: "b", Phone: &phone})
		if fault.CodeOf(err) != fault.CodeForbidden || len(w.Changes(nil)) != 0 {
			t.Errorf("err = %v", err)
		}
		_, err = marketing.CaptureLead(context.Background(), w.Store, marketing.CaptureLeadInput{Name: "a", Company: "b", Phone: &phone})
		if fault.CodeOf(err) != fault.CodeUnauthenticated {
			t.Errorf("nobody: %v", err)
		}
	})
}

func TestAnAnsweredLeadKnowsWhen(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := captured(t, w)
		ltctest.Got(marketing.AssignLead(w.As(stage.Marketing), w.Store,
			marketing.AssignLeadInput{ID: id, ExpectedVersion: 1, OwnerID: w.People[stage.Sales].ID}))(t)
		ltctest.Got(flow.MoveStage(w.As(stage.Sales), w.Store, flow.MoveStageInput{ID: id, To: "contacting", ExpectedVersion: 3}))(t)
		w.Drain()
		l := ltctest.Got(w.Reader().Lead.Get(t.Context(), id))(t)
		if l.FirstRespondedAt == nil || !l.FirstRespondedAt.Equal(w.Now()) {
			t.Errorf("first responded at %v", l.FirstRespondedAt)
		}
	})
}
