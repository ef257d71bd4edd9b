package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/money"
)

type planItems struct {
	staged[*db.PaymentPlanItem]
	billed[*db.PaymentPlanItem]
}

func (r *root) PaymentPlanItem() gen.PaymentPlanItemResolver { return planItems{} }

type invoices struct{ staged[*db.Invoice] }

func (r *root) Invoice() gen.InvoiceResolver { return invoices{} }

func (invoices) Taxes(_ context.Context, i *db.Invoice) ([]*read.TaxTotal, error) {
	return read.Figure[[]*read.TaxTotal](i, "taxes")
}

func (invoices) Paid(_ context.Context, i *db.Invoice) (*money.Amount, error) { return sum(i, "paid") }

func (invoices) Credited(_ context.Context, i *db.Invoice) (*money.Amount, error) {
	return sum(i, "credited")
}

func (invoices) Outstanding(_ context.Context, i *db.Invoice) (*money.Amount, error) {
	return sum(i, "outstanding")
}

func (invoices) PaymentStatus(_ context.Context, i *db.Invoice) (read.PaymentStatus, error) {
	return read.Figure[read.PaymentStatus](i, "paymentStatus")
}

func (invoices) OverdueDays(_ context.Context, i *db.Invoice) (int, error) {
	return read.Figure[int](i, "overdueDays")
}

type payments struct{ staged[*db.Payment] }

func (r *root) Payment() gen.PaymentResolver { return payments{} }

func (payments) Allocated(_ context.Context, p *db.Payment) (*money.Amount, error) {
	return sum(p, "allocated")
}

func (payments) Unallocated(_ context.Context, p *db.Payment) (*money.Amount, error) {
	return sum(p, "unallocated")
}

type allocations struct{}

func (r *root) Allocation() gen.AllocationResolver { return allocations{} }

func (allocations) Reversed(_ context.Context, a *db.Allocation) (bool, error) {
	return read.Figure[bool](a, "reversed")
}

type creditNotes struct{ staged[*db.CreditNote] }

func (r *root) CreditNote() gen.CreditNoteResolver { return creditNotes{} }

func (q query) Receivables(ctx context.Context, account *string, overdue *bool, first *int, after *string, last *int, before *string) (*read.InvoiceConnection, error) {
	return read.Receivables(ctx, q.st, account, overdue, pageOf(first, after, last, before))
}

func (q query) ReceivablesSummary(ctx context.Context) (*insight.ReceivablesSummary, error) {
	return read.WhoOwesUs(ctx, q.st)
}

func (q query) Invoice(ctx context.Context, id string) (*db.Invoice, error) {
	return read.One[*db.Invoice](ctx, q.st, id)
}

func (q query) Payment(ctx context.Context, id string) (*db.Payment, error) {
	return read.One[*db.Payment](ctx, q.st, id)
}

func (q query) CreditNote(ctx context.Context, id string) (*db.CreditNote, error) {
	return read.One[*db.CreditNote](ctx, q.st, id)
}

func (q query) PlanItems(ctx context.Context, f *read.PaymentPlanItemFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.PaymentPlanItemConnection, error) {
	return read.PlanItems(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Invoices(ctx context.Context, f *read.InvoiceFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.InvoiceConnection, error) {
	return read.Invoices(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Payments(ctx context.Context, f *read.PaymentFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.PaymentConnection, error) {
	return read.Payments(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (m mutation) DraftInvoice(ctx context.Context, in finance.DraftInvoiceInput) (*db.Invoice, error) {
	id, err := finance.DraftInvoice(ctx, m.st, in)
	return read.Made[*db.Invoice](ctx, m.st, id, err)
}

func (m mutation) PostInvoice(ctx context.Context, in finance.PostInvoiceInput) (*db.Invoice, error) {
	id, err := finance.PostInvoice(ctx, m.st, in)
	return read.Made[*db.Invoice](ctx, m.st, id, err)
}

func (m mutation) DiscardInvoice(ctx context.Context, in finance.DiscardInvoiceInput) (*db.Invoice, error) {
	id, err := finance.DiscardInvoice(ctx, m.st, in)
	return read.Made[*db.Invoice](ctx, m.st, id, err)
}

func (m mutation) RecordPayment(ctx context.Context, in finance.RecordPaymentInput) (*db.Payment, error) {
	id, err := finance.RecordPayment(ctx, m.st, in)
	return read.Made[*db.Payment](ctx, m.st, id, err)
}

func (m mutation) AllocatePayment(ctx context.Context, in finance.AllocatePaymentInput) (*db.Payment, error) {
	id, err := finance.AllocatePayment(ctx, m.st, in)
	return read.Made[*db.Payment](ctx, m.st, id, err)
}

func (m mutation) ReverseAllocation(ctx context.Context, in finance.ReverseAllocationInput) (*db.Payment, error) {
	id, err := finance.ReverseAllocation(ctx, m.st, in)
	return read.Made[*db.Payment](ctx, m.st, id, err)
}

func (m mutation) ReversePayment(ctx context.Context, in finance.ReversePaymentInput) (*db.Payment, error) {
	id, err := finance.ReversePayment(ctx, m.st, in)
	return read.Made[*db.Payment](ctx, m.st, id, err)
}

func (m mutation) CreditInvoice(ctx context.Context, in finance.CreditInvoiceInput) (*db.CreditNote, error) {
	id, err := finance.CreditInvoice(ctx, m.st, in)
	return read.Made[*db.CreditNote](ctx, m.st, id, err)
}
