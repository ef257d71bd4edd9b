package finance

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// one is the quantity of an instalment's line.
const one money.Quantity = 1_000_000

// billOfPlan bills instalments of one contract: of each a line for every tax rate of the contract.
func billOfPlan(ctx context.Context, tx *store.Tx, in DraftInvoiceInput) (bill, error) {
	wanted := slices.Compact(slices.Sorted(slices.Values(in.PlanItemIDs)))
	items, err := tx.PaymentPlanItem.Query().Where(paymentplanitem.IDIn(wanted...)).Order(paymentplanitem.ByPosition()).All(ctx)
	if err != nil {
		return bill{}, err
	}
	if err := due(ctx, tx, items); err != nil {
		return bill{}, err
	}
	b, err := billOf(ctx, tx, items[0].ContractID)
	if err != nil {
		return bill{}, err
	}
	if err := b.unless(ctx, tx, invoiceline.OrderLineIDNotNil()); err != nil {
		return bill{}, err
	}
	schedule, err := tx.PaymentPlanItem.Query().Where(paymentplanitem.ContractID(b.contract.ID)).
		Order(paymentplanitem.ByPosition()).All(ctx)
	if err != nil {
		return bill{}, err
	}
	b.kind, b.dueDays = kindOf(items, len(schedule)), longest(items)
	b.lines, err = instalmentLines(b.contract, schedule, wanted)
	return b, err
}

// due refuses instalments that may not be billed together now.
func due(ctx context.Context, tx *store.Tx, items []*db.PaymentPlanItem) error {
	ids := make([]string, len(items))
	for i, item := range items {
		if item.ContractID != items[0].ContractID {
			return fault.Invalid("invoice.several_contracts", nil).At("planItemIds")
		}
		if item.StageCategory != stage.Triggered {
			return fault.Guard("invoice.item_not_due", item.ID).With("name", item.Name)
		}
		ids[i] = item.ID
	}
	facts, err := planItemFacts(ctx, tx.Client, ids)
	for _, item := range ids {
		if facts[item].Billed {
			return fault.Guard("plan.item_billed", "invoice")
		}
	}
	return err
}

// kindOf an invoice: an advance where only signatures made it due, the final one where it bills the last instalment.
func kindOf(items []*db.PaymentPlanItem, of int) invoice.Kind {
	before := !slices.ContainsFunc(items, func(i *db.PaymentPlanItem) bool { return i.Trigger != paymentplanitem.TriggerSign })
	last := slices.ContainsFunc(items, func(i *db.PaymentPlanItem) bool { return i.Position == of })
	switch {
	case last:
		return invoice.KindFinal
	case before:
		return invoice.KindAdvance
	}
	return invoice.KindMilestone
}

// longest is the most generous of the instalments' terms, so that none is due before it was agreed.
func longest(items []*db.PaymentPlanItem) (days int) {
	for _, i := range items {
		days = max(days, i.DueDays)
	}
	return days
}

func instalmentLines(ct *db.Contract, schedule []*db.PaymentPlanItem, wanted []string) ([]billLine, error) {
	amounts := make([]int64, len(schedule))
	for i, item := range schedule {
		amounts[i] = item.AmountMinor
	}
	rows, err := divide(byRate(ct.Lines), amounts)
	if err != nil {
		return nil, err
	}
	var lines []billLine
	for i, item := range schedule {
		if !slices.Contains(wanted, item.ID) {
			continue
		}
		for _, share := range rows[i] {
			l, err := instalmentLine(ct, item, share, len(rows[i]) > 1)
			if err != nil {
				return nil, err
			}
			if l.netMinor+l.taxMinor > 0 {
				lines = append(lines, l)
			}
		}
	}
	return lines, nil
}

// instalmentLine is one instalment's share of a tax rate, as one piece at the price that the contract's tax mode shows.
func instalmentLine(ct *db.Contract, item *db.PaymentPlanItem, share pricing.RateTotal, mixed bool) (billLine, error) {
	priced := share.NetMinor
	if pricing.TaxMode(ct.TaxMode) == pricing.Inclusive {
		priced += share.TaxMinor
	}
	price, err := money.ParsePrice(money.Amount{Minor: priced, Currency: ct.Currency}.Decimal())
	description := item.Name
	if mixed {
		description += " " + share.TaxRate.String() + "%"
	}
	return billLine{
		planItem: &item.ID, description: description, quantity: one, unitPrice: price, taxRate: share.TaxRate,
		netMinor: share.NetMinor, taxMinor: share.TaxMinor,
	}, err
}
