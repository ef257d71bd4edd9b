package delivery

import "github.com/leadtocash/ltc/ltc/stage"

// orderProcess is a fixed machine. What is shipped, delivered, accepted, billed and paid is derived, never a stage
// (R26, R33).
var orderProcess = stage.Document{
	Name: stage.Text{ZH: "订单流程", EN: "Order process"},
	Stages: []stage.Stage{
		{Key: "draft", Name: stage.Text{ZH: "待确认", EN: "To be confirmed"}, Category: stage.Draft, Entry: true, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24,
			Guidance: stage.Text{ZH: "核对交期与收货地址，然后确认。", EN: "Check dates and address, then confirm it."}},
		{Key: "confirmed", Name: stage.Text{ZH: "执行中", EN: "Confirmed"}, Category: stage.Confirmed, Entry: true, Department: stage.Delivery, LateAfter: 160, StaleAfter: 320,
			Guidance: stage.Text{ZH: "安排发货、签收与验收。", EN: "Ship it, have it received and accepted."}},
		{Key: "on_hold", Name: stage.Text{ZH: "已暂停", EN: "On hold"}, Category: stage.OnHold, Entry: true, Department: stage.Delivery, LateAfter: 40, StaleAfter: 80},
		{Key: "closed", Name: stage.Text{ZH: "已关闭", EN: "Closed"}, Category: stage.Closed, Entry: true},
		{Key: "short_closed", Name: stage.Text{ZH: "短缺关闭", EN: "Closed short"}, Category: stage.Closed},
		{Key: "cancelled", Name: stage.Text{ZH: "已取消", EN: "Cancelled"}, Category: stage.Cancelled, Entry: true},
	},
	Transitions: orderTransitions(),
}

func orderTransitions() []stage.Transition {
	effective := []stage.Guard{{Name: "contract_effective"}}
	holders := []stage.Department{stage.Legal, stage.Delivery, stage.Finance}
	sellers := []stage.Department{stage.Sales, stage.Delivery}
	ts := []stage.Transition{
		{From: "draft", To: "confirmed", Verb: "confirmOrder", Label: stage.Text{ZH: "确认订单", EN: "Confirm"}, Guards: effective},
		{From: "confirmed", To: "on_hold", Who: holders, Reason: true, Label: stage.Text{ZH: "暂停", EN: "Hold"}},
		{From: "on_hold", To: "confirmed", Who: holders, Label: stage.Text{ZH: "恢复", EN: "Release"}, Guards: effective},
		{From: "confirmed", To: "closed", Verb: "recordAcceptance", Trigger: stage.Automatic, Guards: []stage.Guard{{Name: "complete"}}},
		{From: "closed", To: "confirmed", Verb: "reversePayment", Trigger: stage.Automatic},
	}
	for _, from := range []string{"draft", "confirmed", "on_hold"} {
		ts = append(ts, stage.Transition{From: from, To: "cancelled", Who: sellers, Reason: true,
			Label: stage.Text{ZH: "取消", EN: "Cancel"}, Guards: []stage.Guard{{Name: "untouched"}}})
	}
	for _, from := range []string{"confirmed", "on_hold"} {
		ts = append(ts, stage.Transition{From: from, To: "short_closed", Who: sellers, Reason: true, Label: stage.Text{ZH: "短缺关闭", EN: "Close short"}})
	}
	return ts
}
