package finance

import (
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

func init() {
	flow.Register(flow.Machine[struct{}]{Kind: id.Payment, Default: paymentProcess})
}

// paymentProcess is a fixed machine: partly allocated and allocated are derived, never stages.
var paymentProcess = stage.Document{
	Name: stage.Text{ZH: "回款流程", EN: "Payment process"},
	Stages: []stage.Stage{
		{Key: "unclaimed", Name: stage.Text{ZH: "待认领", EN: "Unclaimed"}, Category: stage.Unclaimed, Entry: true, Department: stage.Sales, LateAfter: 8, StaleAfter: 24},
		{Key: "claimed", Name: stage.Text{ZH: "已认领", EN: "Claimed"}, Category: stage.Claimed, Entry: true, Department: stage.Finance, LateAfter: 8, StaleAfter: 24},
		{Key: "confirmed", Name: stage.Text{ZH: "已确认", EN: "Confirmed"}, Category: stage.Confirmed, Entry: true},
		{Key: "reversed", Name: stage.Text{ZH: "已冲销", EN: "Reversed"}, Category: stage.Reversed, Entry: true},
	},
	Transitions: []stage.Transition{
		{From: "unclaimed", To: "claimed", Verb: "recordPayment", Trigger: stage.Automatic},
		{From: "claimed", To: "confirmed", Verb: "recordPayment", Trigger: stage.Automatic},
		{From: "confirmed", To: "reversed", Verb: "reversePayment", Reason: true, Label: stage.Text{ZH: "冲销", EN: "Reverse"}},
	},
}
