package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// AccountFacts is all that an account's guards may look at.
type AccountFacts struct {
	Bought bool // it has, or had, a contract in force or a posted invoice
}

// accountGuards are the names that the account's process uses.
var accountGuards = flow.Guards[AccountFacts]{
	"bought": func(f AccountFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Bought, "account.not_bought_yet", "contract", "invoice")
	},
}

func accountFacts(ctx context.Context, c *db.Client, ids []string) (map[string]AccountFacts, error) {
	inForce := []stage.Category{stage.Effective, stage.Suspended, stage.Completed, stage.Terminated}
	contracts, err := c.Contract.Query().Where(contract.AccountIDIn(ids...), contract.StageCategoryIn(inForce...)).
		GroupBy(contract.FieldAccountID).Strings(ctx)
	if err != nil {
		return nil, err
	}
	invoices, err := c.Invoice.Query().Where(invoice.AccountIDIn(ids...), invoice.StageCategoryIn(stage.Posted, stage.Closed)).
		GroupBy(invoice.FieldAccountID).Strings(ctx)
	facts := map[string]AccountFacts{}
	for _, accountID := range append(contracts, invoices...) {
		facts[accountID] = AccountFacts{Bought: true}
	}
	return facts, err
}

func init() {
	flow.Register(flow.Machine[AccountFacts]{Kind: id.Account, Default: accountProcess, Facts: accountFacts, Guards: accountGuards})
}

// accountProcess is the account's fixed machine (domain.md, 4.3). Nothing is merged yet, so no way leads there.
var accountProcess = stage.Document{
	Name: stage.Text{ZH: "客户流程", EN: "Account process"},
	Stages: []stage.Stage{
		{Key: "prospect", Name: stage.Text{ZH: "潜在客户", EN: "Prospect"}, Category: stage.Prospect, Entry: true},
		{Key: "customer", Name: stage.Text{ZH: "客户", EN: "Customer"}, Category: stage.Customer, Entry: true},
		{Key: "dormant", Name: stage.Text{ZH: "沉睡客户", EN: "Dormant"}, Category: stage.Dormant, Entry: true},
		{Key: "on_hold", Name: stage.Text{ZH: "暂停往来", EN: "On hold"}, Category: stage.OnHold, Entry: true, Department: stage.Finance, LateAfter: 80,
			Guidance: stage.Text{ZH: "暂停期间不能接受报价。", EN: "No quote is accepted while the account is on hold."}},
		{Key: "blacklisted", Name: stage.Text{ZH: "黑名单", EN: "Blacklisted"}, Category: stage.Blacklisted, Entry: true},
		{Key: "merged", Name: stage.Text{ZH: "已合并", EN: "Merged"}, Category: stage.Merged, Entry: true},
	},
	Transitions: accountTransitions(),
}

func accountTransitions() []stage.Transition {
	finance := []stage.Department{stage.Finance}
	keepers := []stage.Department{stage.Sales, stage.Care}
	ts := []stage.Transition{
		{From: "prospect", To: "customer", Trigger: stage.Automatic, Guards: []stage.Guard{{Name: "bought"}}},
		{From: "customer", To: "dormant", Who: keepers, Label: stage.Text{ZH: "标记沉睡", EN: "Mark dormant"}},
		{From: "dormant", To: "customer", Who: keepers, Label: stage.Text{ZH: "唤醒", EN: "Wake"}},
		{From: "customer", To: "on_hold", Who: finance, Reason: true, Label: stage.Text{ZH: "暂停往来", EN: "Put on hold"}},
		{From: "on_hold", To: "customer", Who: finance, Label: stage.Text{ZH: "恢复往来", EN: "Release"}},
	}
	for _, from := range []string{"prospect", "customer", "dormant", "on_hold"} {
		ts = append(ts, stage.Transition{
			From: from, To: "blacklisted", Who: []stage.Department{stage.Sales, stage.Finance}, Reason: true,
			Label: stage.Text{ZH: "列入黑名单", EN: "Blacklist"},
		})
	}
	return ts
}
