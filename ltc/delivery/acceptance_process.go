package delivery

import (
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

func init() {
	flow.Register(flow.Machine[struct{}]{Kind: id.Acceptance, Default: acceptanceProcess, Phase: journey.PhaseOrder})
}

// acceptanceProcess is a fixed machine. What was refused goes to rework or return, and is offered again by a new
// acceptance (R35).
var acceptanceProcess = stage.Document{
	Name: stage.Text{ZH: "验收流程", EN: "Acceptance process"},
	Stages: []stage.Stage{
		{Key: "draft", Name: stage.Text{ZH: "草稿", EN: "Draft"}, Category: stage.Draft, Entry: true, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24},
		{Key: "in_test", Name: stage.Text{ZH: "验收中", EN: "In test"}, Category: stage.Testing, Entry: true, Department: stage.Delivery, LateAfter: 80, StaleAfter: 160},
		{Key: "accepted", Name: stage.Text{ZH: "已验收", EN: "Accepted"}, Category: stage.Accepted, Entry: true},
		{Key: "rejected", Name: stage.Text{ZH: "未通过", EN: "Rejected"}, Category: stage.Rejected, Entry: true},
	},
	Transitions: []stage.Transition{
		{From: "draft", To: "in_test", Verb: "recordAcceptance", Trigger: stage.Automatic},
		{From: "in_test", To: "accepted", Verb: "recordAcceptance", Trigger: stage.Automatic},
		{From: "in_test", To: "rejected", Verb: "recordAcceptance", Trigger: stage.Automatic},
	},
}
