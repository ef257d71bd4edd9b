package sales

import (
	"slices"
	"time"

	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

func init() {
	flow.Register(flow.Machine[OpportunityFacts]{
		Kind: id.Opportunity, Default: opportunityProcess, Facts: opportunityFacts, Guards: opportunityGuards,
		Phase: journey.PhaseOpportunity, Values: []stage.Category{stage.Open, stage.OnHold},
		Ends: map[stage.Category]journey.Status{stage.Lost: journey.StatusLost, stage.Abandoned: journey.StatusLost},
		Sets: closing,
	})
}

// closing keeps when and why an opportunity ended, by whatever way it does; one that is opened again has not ended.
func closing(to stage.Category, reason string, at time.Time) map[string]any {
	set := map[string]any{opportunity.FieldClosedAt: nil, opportunity.FieldLostReason: nil}
	switch to {
	case stage.Won:
		set[opportunity.FieldClosedAt] = at
	case stage.Lost, stage.Abandoned:
		set[opportunity.FieldClosedAt], set[opportunity.FieldLostReason] = at, reason
	}
	return set
}

// opportunityProcess is the process of a fresh installation (domain.md, 4.5).
var opportunityProcess = stage.Document{
	Name: stage.Text{ZH: "商机流程", EN: "Opportunity process"},
	Stages: []stage.Stage{
		{Key: "discovery", Name: stage.Text{ZH: "需求发现", EN: "Discovery"}, Category: stage.Open, Entry: true, Department: stage.Sales,
			Probability: 10, Forecast: "pipeline", LateAfter: 40, StaleAfter: 120,
			Guidance: stage.Text{ZH: "弄清客户要解决什么问题、谁决策、何时需要。", EN: "Learn which problem they have, who decides and by when."}},
		{Key: "needs_confirmed", Name: stage.Text{ZH: "需求确认", EN: "Needs confirmed"}, Category: stage.Open, Department: stage.Sales,
			Probability: 25, Forecast: "pipeline", LateAfter: 40, StaleAfter: 120,
			Guidance: stage.Text{ZH: "与客户书面确认需求与预算，并关联客户。", EN: "Have needs and budget confirmed in writing; name the account."}},
		{Key: "solution", Name: stage.Text{ZH: "方案", EN: "Solution"}, Category: stage.Open, Department: stage.Sales,
			Probability: 40, Forecast: "pipeline", LateAfter: 80, StaleAfter: 200,
			Guidance: stage.Text{ZH: "与客户评审方案，估算金额。", EN: "Review the solution with them and estimate the amount."}},
		{Key: "proposal", Name: stage.Text{ZH: "报价", EN: "Proposal"}, Category: stage.Open, Department: stage.Sales,
			Probability: 60, Forecast: "best_case", LateAfter: 40, StaleAfter: 120,
			Guidance: stage.Text{ZH: "提交并发送报价，约定答复日期。", EN: "Submit and send the quote; agree on a date for the answer."}},
		{Key: "negotiation", Name: stage.Text{ZH: "谈判", EN: "Negotiation"}, Category: stage.Open, Department: stage.Sales,
			Probability: 80, Forecast: "commit", LateAfter: 80, StaleAfter: 200,
			Guidance: stage.Text{ZH: "谈妥价格与付款条件；客户同意后记录报价已接受。", EN: "Settle price and payment; record the acceptance of the quote."}},
		{Key: "on_hold", Name: stage.Text{ZH: "搁置", EN: "On hold"}, Category: stage.OnHold, Entry: true, Department: stage.Sales,
			Forecast: "omitted", LateAfter: 160, StaleAfter: 480},
		{Key: "won", Name: stage.Text{ZH: "赢单", EN: "Won"}, Category: stage.Won, Entry: true, Probability: 100, Forecast: "closed"},
		{Key: "lost", Name: stage.Text{ZH: "输单", EN: "Lost"}, Category: stage.Lost, Entry: true, Forecast: "omitted"},
		{Key: "abandoned", Name: stage.Text{ZH: "放弃", EN: "Abandoned"}, Category: stage.Abandoned, Entry: true, Forecast: "omitted"},
	},
	Transitions: opportunityTransitions(),
}

// opportunityGates are the default's open stages in their order, and what each asks for.
var opportunityGates = []struct {
	key    string
	guards []stage.Guard
}{
	{"discovery", nil},
	{"needs_confirmed", nil},
	{"solution", []stage.Guard{{Name: "account"}}},
	{"proposal", []stage.Guard{{Name: "account"}, {Name: "priced"}}},
	{"negotiation", []stage.Guard{{Name: "account"}, {Name: "priced"}}},
}

func opportunityTransitions() []stage.Transition {
	reopen := stage.Text{ZH: "重新打开", EN: "Reopen"}
	var ts []stage.Transition
	for i, gate := range opportunityGates {
		if i+1 < len(opportunityGates) {
			next := opportunityGates[i+1]
			ts = append(ts, stage.Transition{From: gate.key, To: next.key, Guards: next.guards})
		}
		ts = append(ts, stage.Transition{
			From: gate.key, To: "won", Verb: "acceptQuote", Guards: []stage.Guard{{Name: "promised"}},
			Label: stage.Text{ZH: "接受报价", EN: "Accept the quote"},
		})
		for _, earlier := range slices.Backward(opportunityGates[:i]) {
			ts = append(ts, stage.Transition{From: gate.key, To: earlier.key, Reason: true, Label: stage.Text{ZH: "退回", EN: "Go back"}})
		}
		ts = append(ts,
			stage.Transition{From: gate.key, To: "on_hold", Label: stage.Text{ZH: "搁置", EN: "Put on hold"}},
			stage.Transition{From: "on_hold", To: gate.key, Guards: gate.guards, Label: stage.Text{ZH: "恢复", EN: "Resume"}})
		ts = append(ts, ends(gate.key)...)
	}
	ts = append(ts, ends("on_hold")...)
	return append(ts,
		stage.Transition{From: "lost", To: "discovery", Reason: true, Label: reopen},
		stage.Transition{From: "abandoned", To: "discovery", Reason: true, Label: reopen},
		stage.Transition{From: "won", To: "negotiation", Reason: true, Guards: []stage.Guard{{Name: "unbound"}}, Label: reopen})
}

// ends are the ways out of a stage without winning.
func ends(from string) []stage.Transition {
	open := []stage.Guard{{Name: "unpromised"}}
	return []stage.Transition{
		{From: from, To: "lost", Verb: "loseOpportunity", Reason: true, Guards: open, Label: stage.Text{ZH: "输单", EN: "Lose"}},
		{From: from, To: "abandoned", Reason: true, Guards: open, Label: stage.Text{ZH: "放弃", EN: "Give up"}},
	}
}
