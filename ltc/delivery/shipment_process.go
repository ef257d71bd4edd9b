package delivery

import "github.com/leadtocash/ltc/ltc/stage"

// shipmentProcess is a fixed machine. What left counts as shipped until it is cancelled, also while it is in trouble;
// cancelling what was lost, damaged or refused lets it be shipped again.
var shipmentProcess = stage.Document{
	Name: stage.Text{ZH: "发货流程", EN: "Shipment process"},
	Stages: []stage.Stage{
		{Key: "planned", Name: stage.Text{ZH: "计划中", EN: "Planned"}, Category: stage.Planned, Entry: true, Department: stage.Delivery, LateAfter: 24, StaleAfter: 80},
		{Key: "picking", Name: stage.Text{ZH: "拣货中", EN: "Picking"}, Category: stage.Planned, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24},
		{Key: "packed", Name: stage.Text{ZH: "已打包", EN: "Packed"}, Category: stage.Planned, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24},
		{Key: "shipped", Name: stage.Text{ZH: "已发出", EN: "Shipped"}, Category: stage.UnderWay, Entry: true, Department: stage.Delivery, LateAfter: 40, StaleAfter: 80},
		{Key: "in_transit", Name: stage.Text{ZH: "运输中", EN: "In transit"}, Category: stage.UnderWay, Department: stage.Delivery, LateAfter: 40, StaleAfter: 80},
		{Key: "delayed", Name: stage.Text{ZH: "延误", EN: "Delayed"}, Category: stage.Exception, Entry: true, Department: stage.Delivery, LateAfter: 16, StaleAfter: 40},
		{Key: "damaged", Name: stage.Text{ZH: "破损", EN: "Damaged"}, Category: stage.Exception, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24},
		{Key: "lost", Name: stage.Text{ZH: "丢失", EN: "Lost"}, Category: stage.Exception, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24},
		{Key: "refused", Name: stage.Text{ZH: "拒收", EN: "Refused"}, Category: stage.Exception, Department: stage.Delivery, LateAfter: 8, StaleAfter: 24},
		{Key: "delivered", Name: stage.Text{ZH: "已签收", EN: "Delivered"}, Category: stage.Delivered, Entry: true},
		{Key: "cancelled", Name: stage.Text{ZH: "已取消", EN: "Cancelled"}, Category: stage.Cancelled, Entry: true},
	},
	Transitions: shipmentTransitions(),
}

func shipmentTransitions() []stage.Transition {
	carriers := []stage.Department{stage.Delivery}
	ship := []stage.Guard{{Name: "order_confirmed"}, {Name: "within_order"}}
	arrived := stage.Text{ZH: "确认签收", EN: "Confirm delivery"}
	ts := []stage.Transition{
		{From: "planned", To: "picking", Who: carriers},
		{From: "picking", To: "packed", Who: carriers},
		{From: "shipped", To: "in_transit", Who: carriers},
	}
	for _, from := range []string{"planned", "picking", "packed"} {
		ts = append(ts,
			stage.Transition{From: from, To: "shipped", Verb: "ship", Label: stage.Text{ZH: "发货", EN: "Ship"}, Guards: ship},
			stage.Transition{From: from, To: "cancelled", Who: carriers, Reason: true, Label: stage.Text{ZH: "取消", EN: "Cancel"}})
	}
	for _, from := range []string{"shipped", "in_transit"} {
		ts = append(ts, stage.Transition{From: from, To: "delivered", Verb: "confirmDelivered", Label: arrived})
		for _, to := range []string{"delayed", "damaged", "lost", "refused"} {
			ts = append(ts, stage.Transition{From: from, To: to, Who: carriers, Reason: true})
		}
	}
	for _, from := range []string{"delayed", "damaged", "lost", "refused"} {
		ts = append(ts,
			stage.Transition{From: from, To: "in_transit", Who: carriers, Label: stage.Text{ZH: "恢复运输", EN: "On its way again"}},
			stage.Transition{From: from, To: "delivered", Verb: "confirmDelivered", Label: arrived},
			stage.Transition{From: from, To: "cancelled", Who: carriers, Reason: true, Label: stage.Text{ZH: "取消", EN: "Cancel"}})
	}
	return ts
}
