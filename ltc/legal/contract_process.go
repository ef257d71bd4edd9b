package legal

import "github.com/leadtocash/ltc/ltc/stage"

// contractProcess is the process of a fresh installation; a company may rename, add and reorder its stages, because
// verbs aim at categories.
var contractProcess = stage.Document{
	Name: stage.Text{ZH: "合同流程", EN: "Contract process"},
	Stages: []stage.Stage{
		{Key: "draft", Name: stage.Text{ZH: "草稿", EN: "Draft"}, Category: stage.Draft, Entry: true, Department: stage.Sales, LateAfter: 16, StaleAfter: 40,
			Guidance: stage.Text{ZH: "核对标的、付款条款与有效期，然后送审。", EN: "Check positions, payment terms and dates, then submit it."}},
		{Key: "in_review", Name: stage.Text{ZH: "评审中", EN: "In review"}, Category: stage.Review, Entry: true, Department: stage.Legal, LateAfter: 16, StaleAfter: 40},
		{Key: "approved", Name: stage.Text{ZH: "已批准", EN: "Approved"}, Category: stage.Approved, Entry: true, Department: stage.Legal, LateAfter: 24, StaleAfter: 80,
			Guidance: stage.Text{ZH: "安排双方签署。", EN: "Have both sides sign it."}},
		{Key: "signing", Name: stage.Text{ZH: "签署中", EN: "Signing"}, Category: stage.Signing, Entry: true, Department: stage.Legal, LateAfter: 40, StaleAfter: 80},
		{Key: "signed", Name: stage.Text{ZH: "已签署", EN: "Signed"}, Category: stage.Signed, Entry: true},
		{Key: "effective", Name: stage.Text{ZH: "履行中", EN: "Effective"}, Category: stage.Effective, Entry: true},
		{Key: "suspended", Name: stage.Text{ZH: "已中止", EN: "Suspended"}, Category: stage.Suspended, Entry: true, Department: stage.Legal, LateAfter: 80, StaleAfter: 240},
		{Key: "completed", Name: stage.Text{ZH: "已完成", EN: "Completed"}, Category: stage.Completed, Entry: true},
		{Key: "archived", Name: stage.Text{ZH: "已归档", EN: "Archived"}, Category: stage.Completed},
		{Key: "terminated", Name: stage.Text{ZH: "已终止", EN: "Terminated"}, Category: stage.Terminated, Entry: true},
		{Key: "void", Name: stage.Text{ZH: "已作废", EN: "Void"}, Category: stage.Void, Entry: true},
	},
	Transitions: contractTransitions(),
}

func contractTransitions() []stage.Transition {
	ready := []stage.Guard{{Name: "lined"}, {Name: "terms_complete"}}
	fulfilled := []stage.Guard{{Name: "fulfilled"}}
	lawyers := []stage.Department{stage.Legal}
	sign := stage.Text{ZH: "登记签署", EN: "Record the signatures"}
	ts := []stage.Transition{
		{From: "draft", To: "in_review", Verb: "submitContract", Label: stage.Text{ZH: "送审", EN: "Submit"}, Guards: ready},
		{From: "in_review", To: "approved", Verb: "submitContract", Trigger: stage.Automatic},
		{From: "in_review", To: "draft", Who: lawyers, Reason: true, Label: stage.Text{ZH: "退回修改", EN: "Return"}},
		{From: "approved", To: "signing", Verb: "signContract", Label: sign, Guards: ready},
		{From: "signing", To: "signed", Verb: "signContract", Label: sign},
		{From: "signed", To: "effective", Verb: "signContract", Trigger: stage.Timer},
		{From: "effective", To: "suspended", Who: lawyers, Reason: true, Label: stage.Text{ZH: "中止", EN: "Suspend"}},
		{From: "suspended", To: "effective", Who: lawyers, Label: stage.Text{ZH: "恢复履行", EN: "Resume"}},
		{From: "effective", To: "completed", Trigger: stage.Automatic, Guards: fulfilled},
		{From: "completed", To: "effective", Verb: "reversePayment", Trigger: stage.Automatic},
		{From: "completed", To: "archived", Who: lawyers, Label: stage.Text{ZH: "归档", EN: "Archive"}},
	}
	for _, from := range []string{"draft", "in_review", "approved", "signing"} {
		ts = append(ts, stage.Transition{From: from, To: "void", Who: []stage.Department{stage.Sales, stage.Legal}, Reason: true, Label: stage.Text{ZH: "作废", EN: "Void"}})
	}
	for _, from := range []string{"effective", "suspended"} {
		ts = append(ts, stage.Transition{From: from, To: "terminated", Who: lawyers, Reason: true, Label: stage.Text{ZH: "终止", EN: "Terminate"}})
	}
	return ts
}
