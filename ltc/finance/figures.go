package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/creditnote"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
)

// InvoiceFigure is what happened to an invoice since it was posted, in minor units. A draft owes nothing.
type InvoiceFigure struct{ PaidMinor, CreditedMinor, OutstandingMinor int64 }

// PaymentFigure is what a payment settles and what of it is credit, in minor units. A reversed one is no credit.
type PaymentFigure struct{ AllocatedMinor, UnallocatedMinor int64 }

// PlanItemFigure is what an instalment's standing invoices bill, drafts too, and what of that is paid, in minor units.
type PlanItemFigure struct{ InvoicedMinor, PaidMinor int64 }

// PaidSQL adds up what settles an invoice, whose id is SQL.
func PaidSQL(invoiceID string) string {
	return "COALESCE((SELECT SUM(pa.amount_minor) FROM allocations pa WHERE pa.invoice_id = " + invoiceID + "), 0)"
}

// CreditedSQL adds up what credit notes took back of an invoice, whose id is SQL.
func CreditedSQL(invoiceID string) string {
	return "COALESCE((SELECT SUM(cn.gross_minor) FROM credit_notes cn WHERE cn.invoice_id = " + invoiceID +
		" AND " + IssuedSQL("cn.stage_category") + "), 0)"
}

// AllocatedSQL adds up what a payment, whose id is SQL, settles.
func AllocatedSQL(paymentID string) string {
	return "COALESCE((SELECT SUM(al.amount_minor) FROM allocations al WHERE al.payment_id = " + paymentID + "), 0)"
}

// InvoiceFigureOf makes the figure of what settles the invoice and of what was taken back.
func InvoiceFigureOf(i *db.Invoice, paidMinor, creditedMinor int64) InvoiceFigure {
	f := InvoiceFigure{PaidMinor: paidMinor, CreditedMinor: creditedMinor}
	if i.Number != nil {
		f.OutstandingMinor = i.GrossMinor - paidMinor - creditedMinor
	}
	return f
}

// PaymentFigureOf makes the figure of what the payment settles.
func PaymentFigureOf(p *db.Payment, allocatedMinor int64) PaymentFigure {
	f := PaymentFigure{AllocatedMinor: allocatedMinor}
	if p.StageCategory != stage.Reversed {
		f.UnallocatedMinor = p.AmountMinor - allocatedMinor
	}
	return f
}

// InvoiceFigures are the invoices' figures by their ids.
func InvoiceFigures(ctx context.Context, c *db.Client, invoiceIDs []string) (map[string]InvoiceFigure, error) {
	invoices, err := c.Invoice.Query().Where(invoice.IDIn(invoiceIDs...)).All(ctx)
	if err != nil {
		return nil, err
	}
	paid, err := paidOf(ctx, c, invoiceIDs)
	if err != nil {
		return nil, err
	}
	credited, err := creditedOf(ctx, c, invoiceIDs)
	figures := make(map[string]InvoiceFigure, len(invoices))
	for _, i := range invoices {
		figures[i.ID] = InvoiceFigureOf(i, paid[i.ID], credited[i.ID])
	}
	return figures, err
}

// paidOf is what allocations, less those taken back, settle of invoices.
func paidOf(ctx context.Context, c *db.Client, invoiceIDs []string) (map[string]int64, error) {
	var rows []sum
	err := c.Allocation.Query().Where(allocation.InvoiceIDIn(invoiceIDs...)).
		Modify(by(allocation.FieldInvoiceID, allocation.FieldAmountMinor)).Scan(ctx, &rows)
	return sums(rows), err
}

// creditedOf is what credit notes took back of invoices.
func creditedOf(ctx context.Context, c *db.Client, invoiceIDs []string) (map[string]int64, error) {
	var rows []sum
	err := c.CreditNote.Query().Where(creditnote.InvoiceIDIn(invoiceIDs...), issued()).
		Modify(by(creditnote.FieldInvoiceID, creditnote.FieldGrossMinor)).Scan(ctx, &rows)
	return sums(rows), err
}

// PaymentFigures are the payments' figures by their ids.
func PaymentFigures(ctx context.Context, c *db.Client, paymentIDs []string) (map[string]PaymentFigure, error) {
	payments, err := c.Payment.Query().Where(payment.IDIn(paymentIDs...)).All(ctx)
	if err != nil {
		return nil, err
	}
	var rows []sum
	err = c.Allocation.Query().Where(allocation.PaymentIDIn(paymentIDs...)).
		Modify(by(allocation.FieldPaymentID, allocation.FieldAmountMinor)).Scan(ctx, &rows)
	allocated := sums(rows)
	figures := make(map[string]PaymentFigure, len(payments))
	for _, p := range payments {
		figures[p.ID] = PaymentFigureOf(p, allocated[p.ID])
	}
	return figures, err
}

// PlanItemFigures are the instalments' figures by their ids. What is paid of an invoice is spread over its lines in
// proportion to their gross.
func PlanItemFigures(ctx context.Context, c *db.Client, itemIDs []string) (map[string]PlanItemFigure, error) {
	invoices, err := c.Invoice.Query().
		Where(standing(), invoice.HasLinesWith(invoiceline.PlanItemIDIn(itemIDs...))).WithLines().All(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(invoices))
	for i, inv := range invoices {
		ids[i] = inv.ID
	}
	paid, err := paidOf(ctx, c, ids)
	if err != nil {
		return nil, err
	}
	figures := make(map[string]PlanItemFigure, len(itemIDs))
	for _, inv := range invoices {
		if err := spread(figures, inv, paid[inv.ID]); err != nil {
			return nil, err
		}
	}
	return figures, nil
}

func spread(figures map[string]PlanItemFigure, inv *db.Invoice, paidMinor int64) error {
	weights := make([]int64, len(inv.Edges.Lines))
	for i, l := range inv.Edges.Lines {
		weights[i] = l.GrossMinor
	}
	paid, err := money.Split(paidMinor, weights, money.LargestRemainder)
	if err != nil {
		return err
	}
	for i, l := range inv.Edges.Lines {
		if l.PlanItemID == nil {
			continue
		}
		f := figures[*l.PlanItemID]
		f.InvoicedMinor += l.GrossMinor
		f.PaidMinor += paid[i]
		figures[*l.PlanItemID] = f
	}
	return nil
}
