// Package marketing finds leads and warms them until sales can take over: it captures, assigns, qualifies and
// converts them. It alone writes leads.
package marketing

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// LeadFacts is all that a lead's guards may look at.
type LeadFacts struct {
	Owned bool
	BANT  int  // how many of budget, authority, need and timeline are known
	Said  bool // why it qualifies with less
}

// leadGuards are the names that a lead process may use.
var leadGuards = flow.Guards[LeadFacts]{
	"owned": func(f LeadFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Owned, "lead.needs_owner", "owner")
	},
	"qualified": qualified,
}

// qualified: three of the four of BANT, or a reason (domain.md, 4.2).
func qualified(f LeadFacts, _ flow.Params) *fault.Error {
	return fault.Unless(f.BANT >= 3 || f.Said, "lead.bant_incomplete", "budget", "authority", "need", "timeline")
}

func leadFacts(ctx context.Context, c *db.Client, ids []string) (map[string]LeadFacts, error) {
	leads, err := c.Lead.Query().Where(lead.IDIn(ids...)).All(ctx)
	facts := make(map[string]LeadFacts, len(leads))
	for _, l := range leads {
		facts[l.ID] = LeadFacts{Owned: l.OwnerID != nil, BANT: bant(l), Said: l.QualifyReason != nil}
	}
	return facts, err
}

// bant counts what is known of budget, authority, need and timeline.
func bant(l *db.Lead) (known int) {
	for _, k := range []bool{
		l.BudgetMinor != nil || l.BudgetStatus != nil && *l.BudgetStatus != lead.BudgetStatusNone,
		l.Authority != nil,
		l.Need != nil || l.Pain != nil,
		l.Timeline != nil,
	} {
		if k {
			known++
		}
	}
	return known
}

func init() {
	flow.Register(flow.Machine[LeadFacts]{
		Kind: id.Lead, Default: leadProcess, Facts: leadFacts, Guards: leadGuards, Phase: journey.PhaseLead,
		Ends: map[stage.Category]journey.Status{stage.Disqualified: journey.StatusLost},
	})
}

// leadProcess is the process of a fresh installation.
var leadProcess = stage.Document{
	Name: stage.Text{ZH: "线索流程", EN: "Lead process"},
	Stages: []stage.Stage{
		{Key: "new", Name: stage.Text{ZH: "新线索", EN: "New"}, Category: stage.New, Entry: true, Department: stage.Marketing, LateAfter: 8, StaleAfter: 24,
			Guidance: stage.Text{ZH: "分配给负责人，8 个工作小时内首次联系。", EN: "Assign it; first contact within 8 business hours."}},
		{Key: "assigned", Name: stage.Text{ZH: "已分配", EN: "Assigned"}, Category: stage.Working, Entry: true, Department: stage.Sales, LateAfter: 8, StaleAfter: 40},
		{Key: "contacting", Name: stage.Text{ZH: "联系中", EN: "Contacting"}, Category: stage.Working, Department: stage.Sales, LateAfter: 24, StaleAfter: 80,
			Guidance: stage.Text{ZH: "了解预算、决策人、需求与时间。", EN: "Learn budget, authority, need and timeline."}},
		{Key: "nurturing", Name: stage.Text{ZH: "培育中", EN: "Nurturing"}, Category: stage.Working, Department: stage.Marketing, LateAfter: 240, StaleAfter: 720},
		{Key: "qualified", Name: stage.Text{ZH: "已确认", EN: "Qualified"}, Category: stage.Qualified, Entry: true, Department: stage.Sales, LateAfter: 8, StaleAfter: 40},
		{Key: "converted", Name: stage.Text{ZH: "已转商机", EN: "Converted"}, Category: stage.Converted, Entry: true},
		{Key: "in_pool", Name: stage.Text{ZH: "公海", EN: "In the pool"}, Category: stage.Pooled, Entry: true, Department: stage.Marketing},
		{Key: "disqualified", Name: stage.Text{ZH: "已排除", EN: "Disqualified"}, Category: stage.Disqualified, Entry: true},
	},
	Transitions: leadTransitions(),
}

func leadTransitions() []stage.Transition {
	assign := stage.Text{ZH: "分配", EN: "Assign"}
	qualify := stage.Text{ZH: "确认合格", EN: "Qualify"}
	owned := []stage.Guard{{Name: "owned"}}
	ts := []stage.Transition{
		{From: "new", To: "assigned", Verb: "assignLead", Label: assign},
		{From: "in_pool", To: "assigned", Verb: "assignLead", Label: assign},
		{From: "assigned", To: "contacting", Guards: owned},
		{From: "contacting", To: "nurturing"},
		{From: "nurturing", To: "contacting", Guards: owned},
		{From: "qualified", To: "converted", Verb: "convertLead", Label: stage.Text{ZH: "转为商机", EN: "Convert"}},
		{From: "disqualified", To: "new", Reason: true, Label: stage.Text{ZH: "重新打开", EN: "Reopen"}},
	}
	for _, from := range []string{"assigned", "contacting", "nurturing"} {
		ts = append(ts, stage.Transition{From: from, To: "qualified", Verb: "qualifyLead", Label: qualify, Guards: []stage.Guard{{Name: "qualified"}}})
	}
	for _, from := range []string{"new", "assigned", "contacting", "nurturing"} {
		ts = append(ts, stage.Transition{From: from, To: "in_pool", Reason: true, Label: stage.Text{ZH: "放入公海", EN: "Put into the pool"}})
	}
	for _, from := range []string{"new", "assigned", "contacting", "nurturing", "qualified", "in_pool"} {
		ts = append(ts, stage.Transition{From: from, To: "disqualified", Verb: "disqualifyLead", Reason: true, Label: stage.Text{ZH: "排除", EN: "Disqualify"}})
	}
	return ts
}
