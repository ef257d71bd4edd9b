package sales

import (
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

func init() {
	flow.Register(flow.Machine[QuoteFacts]{
		Kind: id.QuoteVersion, Default: quoteProcess, Facts: quoteFacts, Guards: quoteGuards,
		Phase: journey.PhaseOpportunity, Values: []stage.Category{stage.Accepted},
	})
}

// The ends of a version that was not accepted. The machine is fixed, so that verbs may name them.
const (
	declined   = "declined"
	expired    = "expired"
	withdrawn  = "withdrawn"
	superseded = "superseded"
)

// quoteProcess is the quote version's fixed machine (domain.md, 4.9).
var quoteProcess = stage.Document{
	Name: stage.Text{ZH: "报价流程", EN: "Quote process"},
	Stages: []stage.Stage{
		{Key: "draft", Name: stage.Text{ZH: "草稿", EN: "Draft"}, Category: stage.Draft, Entry: true, Department: stage.Sales, LateAfter: 16, StaleAfter: 80},
		{Key: "in_approval", Name: stage.Text{ZH: "审批中", EN: "In approval"}, Category: stage.Review, Entry: true, Department: stage.Sales, LateAfter: 8, StaleAfter: 24},
		{Key: "approved", Name: stage.Text{ZH: "已批准", EN: "Approved"}, Category: stage.Approved, Entry: true, Department: stage.Sales, LateAfter: 8, StaleAfter: 40},
		{Key: "sent", Name: stage.Text{ZH: "已发送", EN: "Sent"}, Category: stage.Sent, Entry: true, Department: stage.Sales, LateAfter: 80, StaleAfter: 160,
			Guidance: stage.Text{ZH: "跟进客户答复，注意有效期。", EN: "Follow up before the offer expires."}},
		{Key: "accepted", Name: stage.Text{ZH: "已接受", EN: "Accepted"}, Category: stage.Accepted, Entry: true},
		{Key: declined, Name: stage.Text{ZH: "已拒绝", EN: "Declined"}, Category: stage.Closed},
		{Key: expired, Name: stage.Text{ZH: "已过期", EN: "Expired"}, Category: stage.Closed},
		{Key: withdrawn, Name: stage.Text{ZH: "已撤回", EN: "Withdrawn"}, Category: stage.Closed},
		{Key: superseded, Name: stage.Text{ZH: "已被取代", EN: "Superseded"}, Category: stage.Closed, Entry: true},
	},
	Transitions: quoteTransitions(),
}

func quoteTransitions() []stage.Transition {
	sales := []stage.Department{stage.Sales}
	lines, valid, free := stage.Guard{Name: "lines"}, stage.Guard{Name: "valid"}, stage.Guard{Name: "account_free"}
	ts := []stage.Transition{
		{From: "draft", To: "in_approval", Verb: "submitQuote", Guards: []stage.Guard{lines, valid}, Label: stage.Text{ZH: "提交审批", EN: "Submit"}},
		{From: "in_approval", To: "approved", Verb: "submitQuote", Trigger: stage.Automatic, Guards: []stage.Guard{lines}},
		{From: "in_approval", To: "draft", Who: sales, Reason: true, Label: stage.Text{ZH: "退回修改", EN: "Reject"}},
		{From: "approved", To: "sent", Verb: "sendQuote", Guards: []stage.Guard{valid}, Label: stage.Text{ZH: "发送客户", EN: "Send"}},
		{From: "sent", To: "accepted", Verb: "acceptQuote", Guards: []stage.Guard{valid, free}, Label: stage.Text{ZH: "客户接受", EN: "Accept"}},
		{From: "sent", To: declined, Who: sales, Reason: true, Label: stage.Text{ZH: "客户拒绝", EN: "Decline"}},
	}
	for _, from := range []string{"approved", "sent"} {
		ts = append(ts,
			stage.Transition{From: from, To: expired, Who: sales, Label: stage.Text{ZH: "标记过期", EN: "Let it expire"}},
			stage.Transition{From: from, To: withdrawn, Who: sales, Label: stage.Text{ZH: "撤回", EN: "Withdraw"}},
			stage.Transition{From: from, To: superseded, Verb: "submitQuote", Trigger: stage.Automatic})
	}
	return ts
}
