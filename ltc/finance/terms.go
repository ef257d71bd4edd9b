package finance

import (
	"fmt"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// PaymentTermInput is one line of the payment terms.
type PaymentTermInput struct {
	Name      string
	Trigger   pricing.Trigger
	Percent   money.Rate
	DueDays   *int
	PlannedOn *worktime.Date
}

// PaymentTerms reads the terms of a document; without any, all is due on acceptance. dueDays are the account's.
//
// Errors: INVALID: plan.not_100_percent; term.date_needed.
func PaymentTerms(in []PaymentTermInput, dueDays int) ([]pricing.Term, error) {
	if len(in) == 0 {
		return []pricing.Term{{Name: "验收款", Trigger: pricing.OnAcceptance, Percent: money.Whole, DueDays: dueDays}}, nil
	}
	var p fault.Problems
	terms := make([]pricing.Term, len(in))
	sum := money.Rate(0)
	for i, t := range in {
		at := func(field string) string { return fmt.Sprintf("paymentTerms.%d.%s", i, field) }
		p.Required(at("name"), t.Name)
		p.Unless(t.Percent > 0, at("percent"), "input.not_positive")
		p.Unless(t.Trigger != pricing.OnDate || t.PlannedOn != nil, at("plannedOn"), "term.date_needed")
		p.Unless(t.DueDays == nil || *t.DueDays >= 0, at("dueDays"), "input.negative")
		terms[i] = pricing.Term{Name: t.Name, Trigger: t.Trigger, Percent: t.Percent, DueDays: dueDays, PlannedOn: t.PlannedOn}
		take(&terms[i].DueDays, t.DueDays)
		sum += t.Percent
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	if sum != money.Whole {
		return nil, fault.Invalid("plan.not_100_percent", map[string]any{"percent": sum.String()}).At("paymentTerms")
	}
	return terms, nil
}
