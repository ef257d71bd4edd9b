package sales

import "github.com/leadtocash/ltc/ltc/stage"

// CRMPreset is the short opportunity process of the crm-sales data: two open stages, won without a quote, lost with a
// reason. A sale is won for an account.
var CRMPreset = stage.Document{
	Name: stage.Text{ZH: "CRM 商机流程", EN: "CRM opportunity process"},
	Stages: []stage.Stage{
		{Key: "prospecting", Name: stage.Text{ZH: "寻找机会", EN: "Prospecting"}, Category: stage.Open, Entry: true, Department: stage.Sales,
			Probability: 20, Forecast: "pipeline", LateAfter: 80, StaleAfter: 240},
		{Key: "engaging", Name: stage.Text{ZH: "跟进中", EN: "Engaging"}, Category: stage.Open, Department: stage.Sales,
			Probability: 50, Forecast: "best_case", LateAfter: 240, StaleAfter: 720},
		{Key: "won", Name: stage.Text{ZH: "赢单", EN: "Won"}, Category: stage.Won, Entry: true, Probability: 100, Forecast: "closed"},
		{Key: "lost", Name: stage.Text{ZH: "输单", EN: "Lost"}, Category: stage.Lost, Entry: true, Forecast: "omitted"},
	},
	Transitions: []stage.Transition{
		{From: "prospecting", To: "engaging"},
		{From: "engaging", To: "prospecting", Reason: true, Label: stage.Text{ZH: "退回", EN: "Go back"}},
		{From: "prospecting", To: "won", Guards: []stage.Guard{{Name: "account"}}},
		{From: "engaging", To: "won", Guards: []stage.Guard{{Name: "account"}}},
		{From: "prospecting", To: "lost", Reason: true, Guards: []stage.Guard{{Name: "unpromised"}}},
		{From: "engaging", To: "lost", Reason: true, Guards: []stage.Guard{{Name: "unpromised"}}},
		{From: "won", To: "engaging", Reason: true, Guards: []stage.Guard{{Name: "unbound"}}, Label: stage.Text{ZH: "重新打开", EN: "Reopen"}},
		{From: "lost", To: "prospecting", Reason: true, Label: stage.Text{ZH: "重新打开", EN: "Reopen"}},
	},
}
