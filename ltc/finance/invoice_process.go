package finance

import (
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

func init() {
	flow.Register(flow.Machine[struct{}]{Kind: id.Invoice, Default: invoiceProcess, Phase: journey.PhaseCash})
}

// invoiceProcess is a fixed machine. A posted invoice is closed while nothing of it is outstanding, and posted again
// when an allocation is taken back.
var invoiceProcess = stage.Document{
	Name: stage.Text{ZH: "发票流程", EN: "Invoice process"},
	Stages: []stage.Stage{
		{Key: "draft", Name: stage.Text{ZH: "草稿", EN: "Draft"}, Category: stage.Draft, Entry: true, Department: stage.Finance, LateAfter: 8, StaleAfter: 40,
			Guidance: stage.Text{ZH: "核对抬头、税率与金额，然后开出。", EN: "Check title, tax and amounts, then post it."}},
		{Key: "in_review", Name: stage.Text{ZH: "审核中", EN: "In review"}, Category: stage.Review, Entry: true, Department: stage.Finance, LateAfter: 8, StaleAfter: 40},
		{Key: "posted", Name: stage.Text{ZH: "已开出", EN: "Posted"}, Category: stage.Posted, Entry: true, Department: stage.Finance, LateAfter: 240, StaleAfter: 480,
			Guidance: stage.Text{ZH: "跟进到期日并登记回款。", EN: "Mind the due date and record what comes in."}},
		{Key: "closed", Name: stage.Text{ZH: "已结清", EN: "Closed"}, Category: stage.Closed, Entry: true},
		{Key: "discarded", Name: stage.Text{ZH: "已废弃", EN: "Discarded"}, Category: stage.Discarded, Entry: true},
	},
	Transitions: invoiceTransitions(),
}

func invoiceTransitions() []stage.Transition {
	post := stage.Text{ZH: "开出", EN: "Post"}
	discard := stage.Text{ZH: "废弃", EN: "Discard"}
	accountants := []stage.Department{stage.Finance}
	return []stage.Transition{
		{From: "draft", To: "in_review", Who: []stage.Department{stage.Sales, stage.Finance}, Label: stage.Text{ZH: "送审", EN: "Submit"}},
		{From: "in_review", To: "draft", Who: accountants, Reason: true, Label: stage.Text{ZH: "退回修改", EN: "Return"}},
		{From: "draft", To: "posted", Verb: "postInvoice", Label: post},
		{From: "in_review", To: "posted", Verb: "postInvoice", Label: post},
		{From: "draft", To: "discarded", Verb: "discardInvoice", Label: discard},
		{From: "in_review", To: "discarded", Verb: "discardInvoice", Label: discard},
		{From: "posted", To: "closed", Verb: "allocatePayment", Trigger: stage.Automatic},
		{From: "closed", To: "posted", Verb: "reverseAllocation", Trigger: stage.Automatic},
	}
}
