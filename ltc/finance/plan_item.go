package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// PlanItemFacts is all that a plan item's guards may look at.
type PlanItemFacts struct {
	Billed bool // it is on an invoice that stands, drafts too
}

// planItemGuards are the names that the process of plan items uses.
var planItemGuards = flow.Guards[PlanItemFacts]{
	"unbilled": func(f PlanItemFacts, _ flow.Params) *fault.Error {
		return fault.Unless(!f.Billed, "plan.item_billed", "invoice")
	},
}

func planItemFacts(ctx context.Context, c *db.Client, ids []string) (map[string]PlanItemFacts, error) {
	billed, err := c.InvoiceLine.Query().Where(invoiceline.PlanItemIDIn(ids...), invoiceline.HasInvoiceWith(standing())).
		Select(invoiceline.FieldPlanItemID).Strings(ctx)
	facts := make(map[string]PlanItemFacts, len(billed))
	for _, item := range billed {
		facts[item] = PlanItemFacts{Billed: true}
	}
	return facts, err
}

func init() {
	flow.Register(flow.Machine[PlanItemFacts]{
		Kind: id.PaymentPlanItem, Default: planItemProcess, Facts: planItemFacts, Guards: planItemGuards,
		Phase: journey.PhaseContract,
	})
}

// planItemProcess is a fixed machine: invoiced, partly paid, paid and overdue are derived, never stages.
var planItemProcess = stage.Document{
	Name: stage.Text{ZH: "回款计划流程", EN: "Billing schedule process"},
	Stages: []stage.Stage{
		{Key: "planned", Name: stage.Text{ZH: "计划中", EN: "Planned"}, Category: stage.Planned, Entry: true},
		{Key: "triggered", Name: stage.Text{ZH: "可开票", EN: "Billable"}, Category: stage.Triggered, Entry: true, Department: stage.Finance, LateAfter: 16, StaleAfter: 40,
			Guidance: stage.Text{ZH: "为到期的款项开具发票。", EN: "Bill the instalment that is due."}},
		{Key: "waived", Name: stage.Text{ZH: "已豁免", EN: "Waived"}, Category: stage.Waived, Entry: true},
	},
	Transitions: []stage.Transition{
		{From: "planned", To: "triggered", Verb: "recordAcceptance", Trigger: stage.Automatic},
		waive("planned"),
		waive("triggered"),
	},
}

func waive(from string) stage.Transition {
	return stage.Transition{
		From: from, To: "waived", Who: []stage.Department{stage.Finance}, Reason: true,
		Label: stage.Text{ZH: "豁免", EN: "Waive"}, Guards: []stage.Guard{{Name: "unbilled"}},
	}
}
