package finance

import (
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

func init() {
	flow.Register(flow.Machine[struct{}]{Kind: id.CreditNote, Default: creditNoteProcess, Phase: journey.PhaseCash})
}

// creditNoteProcess is a fixed machine. Money goes back by a document of its own; until there is one, nothing reaches
// the last stage.
var creditNoteProcess = stage.Document{
	Name: stage.Text{ZH: "红冲流程", EN: "Credit note process"},
	Stages: []stage.Stage{
		{Key: "draft", Name: stage.Text{ZH: "草稿", EN: "Draft"}, Category: stage.Draft, Entry: true, Department: stage.Finance, LateAfter: 8, StaleAfter: 40},
		{Key: "approved", Name: stage.Text{ZH: "已批准", EN: "Approved"}, Category: stage.Approved, Entry: true, Department: stage.Finance, LateAfter: 8, StaleAfter: 40},
		{Key: "posted", Name: stage.Text{ZH: "已开出", EN: "Posted"}, Category: stage.Posted, Entry: true},
		{Key: "refunded", Name: stage.Text{ZH: "已退款", EN: "Refunded"}, Category: stage.Refunded, Entry: true},
	},
	Transitions: []stage.Transition{
		{From: "draft", To: "approved", Verb: "creditInvoice", Trigger: stage.Automatic},
		{From: "approved", To: "posted", Verb: "creditInvoice", Trigger: stage.Automatic},
	},
}
