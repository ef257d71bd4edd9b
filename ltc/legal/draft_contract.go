package legal

import (
	"context"
	"fmt"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// DraftContractInput is a new contract.
type DraftContractInput struct {
	OpportunityID string
	Title         *string
	TaxMode       *pricing.TaxMode
	Lines         []finance.LineInput
	PaymentTerms  []finance.PaymentTermInput
	EffectiveFrom *worktime.Date
	EffectiveTo   *worktime.Date
	Remark        *string
}

// DraftContract drafts a contract without a quote. Lines may follow later; without payment terms, all is due on
// acceptance.
//
// Errors: NOT_FOUND; GUARD_FAILED (opportunity.needs_account, contract.opportunity_over); INVALID, with the path of
// the line's or the term's field.
func DraftContract(ctx context.Context, st *store.Store, in DraftContractInput) (string, error) {
	if err := flow.Kind(id.Opportunity, in.OpportunityID); err != nil {
		return "", err
	}
	if err := cleanContract(in.Title, in.Remark, in.Lines); err != nil {
		return "", err
	}
	v := flow.Verb{Name: "draftContract", In: in, On: []string{in.OpportunityID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		opp, err := tx.Opportunity.Get(ctx, in.OpportunityID)
		if err != nil {
			return stage.Record{}, err
		}
		if err := contractable(opp); err != nil {
			return stage.Record{}, err
		}
		ct, err := draftContract(ctx, tx, opp, in)
		if err != nil {
			return stage.Record{}, err
		}
		return ct.LogRecord(), nil
	})
}

// cleanContract checks what a draft's writer gives; a missing text is well.
func cleanContract(title, remark *string, lines []finance.LineInput) error {
	var p fault.Problems
	p.Unless(title == nil || strings.TrimSpace(*title) != "", "title", "input.required")
	p.Short("title", title, 200)
	p.Short("remark", remark, 2000)
	for i, l := range lines {
		p.Unless(l.Optional == nil || !*l.Optional, fmt.Sprintf("lines.%d.optional", i), "contract.optional_line")
	}
	return p.Err()
}

// contractable refuses an opportunity that has nobody to contract with, or is over without being won.
func contractable(opp *db.Opportunity) error {
	switch {
	case opp.AccountID == nil:
		return fault.Guard("opportunity.needs_account", "account")
	case opp.StageCategory == stage.Lost || opp.StageCategory == stage.Abandoned:
		return fault.Guard("contract.opportunity_over", "opportunity")
	}
	return nil
}

func draftContract(ctx context.Context, tx *store.Tx, opp *db.Opportunity, in DraftContractInput) (*db.Contract, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	t := finance.Terms{Currency: co.Currency, TaxMode: pricing.Exclusive, Rounding: pricing.Rounding(co.Rounding)}
	if in.TaxMode != nil {
		t.TaxMode = *in.TaxMode
	}
	lines, totals, err := finance.PriceLines(ctx, tx, t, in.Lines)
	if err != nil {
		return nil, err
	}
	account, err := tx.Account.Get(ctx, *opp.AccountID)
	if err != nil {
		return nil, err
	}
	terms, err := finance.PaymentTerms(in.PaymentTerms, account.PaymentDays)
	if err != nil {
		return nil, err
	}
	if err := inOrder(in.EffectiveFrom, in.EffectiveTo); err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Contracts)
	if err != nil {
		return nil, err
	}
	title := opp.Name
	if in.Title != nil {
		title = *in.Title
	}
	return flow.Open(ctx, tx, tx.Contract.Create().
		SetNumber(number).SetTitle(title).SetJourneyID(opp.JourneyID).SetAccountID(account.ID).SetOpportunityID(opp.ID).
		SetNillableOwnerID(ownerOf(ctx, opp)).SetTaxMode(contract.TaxMode(t.TaxMode)).SetRounding(contract.Rounding(t.Rounding)).
		SetCurrency(t.Currency).SetNetMinor(totals.NetMinor).SetTaxMinor(totals.TaxMinor).SetGrossMinor(totals.GrossMinor).
		SetLines(written(t.Currency, lines)).SetPaymentTerms(terms).SetNillableEffectiveFrom(in.EffectiveFrom).
		SetNillableEffectiveTo(in.EffectiveTo).SetNillableRemark(in.Remark), stage.Draft)
}

// ownerOf a contract is who sells it, else who drafts it.
func ownerOf(ctx context.Context, opp *db.Opportunity) *string {
	if v := call.From(ctx).Viewer; opp.OwnerID == nil && v.UserID != "" {
		return &v.UserID
	}
	return opp.OwnerID
}

// inOrder refuses an end before the beginning.
func inOrder(from, to *worktime.Date) error {
	if from != nil && to != nil && to.Before(*from) {
		return fault.Invalid("contract.ends_before_it_begins", nil).At("effectiveTo")
	}
	return nil
}

// written are priced lines as a contract keeps them.
func written(currency string, lines []finance.Line) []pricing.ContractLine {
	out := make([]pricing.ContractLine, len(lines))
	for i, l := range lines {
		out[i] = pricing.ContractLine{
			ProductID: l.ProductID, Description: l.Description, Unit: l.Unit, Quantity: l.Quantity, UnitPrice: l.UnitPrice,
			Discount: l.Discount, TaxRate: l.TaxRate, NetMinor: l.NetMinor, TaxMinor: l.TaxMinor, GrossMinor: l.GrossMinor,
			Currency: currency,
		}
	}
	return out
}
