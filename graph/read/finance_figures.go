package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func init() {
	compute(batch(finance.PlanItemFigures, func(i *db.PaymentPlanItem, f finance.PlanItemFigure) {
		i.Derive("invoiced", amount(f.InvoicedMinor, i.Currency))
		i.Derive("paid", amount(f.PaidMinor, i.Currency))
	}), id.PaymentPlanItem, "invoiced", "paid")
	compute(batch(finance.PaymentFigures, func(p *db.Payment, f finance.PaymentFigure) {
		p.Derive("allocated", amount(f.AllocatedMinor, p.Currency))
		p.Derive("unallocated", amount(f.UnallocatedMinor, p.Currency))
	}), id.Payment, "allocated", "unallocated")
	compute(invoicesPaid, id.Invoice, "paid", "credited", "outstanding", "paymentStatus", "overdueDays")
	compute(reversals, id.Allocation, "reversed")
}

// invoicesPaid are how far invoices are paid, as of today by the company's clock (R46).
func invoicesPaid(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return store.Translate(err)
	}
	today := co.Calendar.Today(call.Now(ctx))
	return batch(finance.InvoiceFigures, func(i *db.Invoice, f finance.InvoiceFigure) {
		i.Derive("paid", amount(f.PaidMinor, i.Currency))
		i.Derive("credited", amount(f.CreditedMinor, i.Currency))
		i.Derive("outstanding", amount(f.OutstandingMinor, i.Currency))
		i.Derive("paymentStatus", statusOf(i, f))
		i.Derive("overdueDays", overdue(i, f, today))
	})(ctx, st, rs, s)
}

func statusOf(i *db.Invoice, f finance.InvoiceFigure) PaymentStatus {
	switch {
	case f.CreditedMinor >= i.GrossMinor && f.CreditedMinor > 0:
		return Credited
	case i.Number != nil && f.OutstandingMinor <= 0:
		return Paid
	case f.PaidMinor > 0:
		return PartlyPaid
	}
	return Unpaid
}

// overdue are the days since the due date, if something is owed.
func overdue(i *db.Invoice, f finance.InvoiceFigure, today worktime.Date) int {
	if f.OutstandingMinor <= 0 || i.DueOn == nil {
		return 0
	}
	return max(0, i.DueOn.DaysUntil(today))
}

// reversals tell which allocations were taken back.
func reversals(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	if _, err := follow(ctx, st, id.Allocation, "reversal", rs); err != nil {
		return err
	}
	for _, r := range rs {
		back, err := r.(*db.Allocation).Reversal()
		if err != nil {
			return err
		}
		r.Derive("reversed", back != nil)
	}
	return nil
}
