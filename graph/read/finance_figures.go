package read

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
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
	compute(batch(finance.PaymentFigures, paymentSettles), id.Payment, "allocated", "unallocated")
	add(id.Payment, []string{"amount_minor", "currency", "stage_category"}, added{
		[]func(string) string{finance.AllocatedSQL},
		func(_ context.Context, _ *store.Store, r db.Node, sums []int64) error {
			p := r.(*db.Payment)
			paymentSettles(p, finance.PaymentFigureOf(p, sums[0]))
			return nil
		},
	})
	compute(invoicesPaid, id.Invoice, "paid", "credited", "outstanding", "paymentStatus", "overdueDays")
	add(id.Invoice, []string{"number", "gross_minor", "currency", "due_on"}, added{
		[]func(string) string{finance.PaidSQL, finance.CreditedSQL},
		func(ctx context.Context, st *store.Store, r db.Node, sums []int64) error {
			i := r.(*db.Invoice)
			today, err := today(ctx, st)
			if err != nil {
				return err
			}
			invoicePaid(i, finance.InvoiceFigureOf(i, sums[0], sums[1]), today)
			return nil
		},
	})
	compute(reversals, id.Allocation, "reversed")
}

// invoicesPaid are how far invoices are paid, as of today by the company's clock (R46).
func invoicesPaid(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	today, err := today(ctx, st)
	if err != nil {
		return err
	}
	return batch(finance.InvoiceFigures, func(i *db.Invoice, f finance.InvoiceFigure) { invoicePaid(i, f, today) })(ctx, st, rs, s)
}

func today(ctx context.Context, st *store.Store) (worktime.Date, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return worktime.Date{}, store.Translate(err)
	}
	return co.Calendar.Today(call.Now(ctx)), nil
}

func invoicePaid(i *db.Invoice, f finance.InvoiceFigure, today worktime.Date) {
	i.Derive("paid", amount(f.PaidMinor, i.Currency))
	i.Derive("credited", amount(f.CreditedMinor, i.Currency))
	i.Derive("outstanding", amount(f.OutstandingMinor, i.Currency))
	i.Derive("paymentStatus", statusOf(i, f))
	i.Derive("overdueDays", overdue(i, f, today))
}

func paymentSettles(p *db.Payment, f finance.PaymentFigure) {
	p.Derive("allocated", amount(f.AllocatedMinor, p.Currency))
	p.Derive("unallocated", amount(f.UnallocatedMinor, p.Currency))
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
	of, err := st.Reader().Allocation.Query().
		Where(allocation.ReversesIDIn(idsOf(rs)...), rows(ctx, id.Allocation)).Select(allocation.FieldReversesID).Strings(ctx)
	for _, r := range rs {
		r.Derive("reversed", slices.Contains(of, r.NodeID()))
	}
	return store.Translate(err)
}
