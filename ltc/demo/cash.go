package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// bill drafts and posts an invoice for each instalment that is due for billing and on none yet.
func (d *deal) bill(ctx context.Context) error {
	items, err := inTx(ctx, d.st, func(tx *store.Tx) ([]string, error) {
		return tx.PaymentPlanItem.Query().Where(
			paymentplanitem.ContractID(d.contract), paymentplanitem.StageCategoryEQ(stage.Triggered),
			paymentplanitem.Not(paymentplanitem.HasInvoiceLines()),
		).Order(paymentplanitem.ByPosition()).IDs(ctx)
	})
	if err != nil {
		return err
	}
	for _, item := range items {
		invoice, err := finance.DraftInvoice(ctx, d.st, finance.DraftInvoiceInput{PlanItemIDs: []string{item}})
		if err != nil {
			return err
		}
		if d.rng.IntN(20) == 0 {
			continue // lies as a draft
		}
		if _, err := finance.PostInvoice(ctx, d.st, finance.PostInvoiceInput{ID: invoice, ExpectedVersion: flow.Newest}); err != nil {
			return err
		}
		d.collect(invoice)
	}
	return nil
}

// collect says when and how the customer pays: in time, late, in two parts, or not yet.
func (d *deal) collect(invoice string) {
	day := 8 * time.Hour
	switch n := d.rng.IntN(100); {
	case n < 55:
		d.then(d.hours(80, 160), "朱莉", "take the payment", d.pay(invoice, 100))
	case n < 75:
		d.then(30*day+d.hours(8, 160), "朱莉", "take the late payment", d.pay(invoice, 100))
	case n < 90:
		d.then(d.hours(80, 200), "朱莉", "take a part", d.pay(invoice, 60))
		d.then(45*day+d.hours(8, 80), "朱莉", "take the rest", d.pay(invoice, 100))
	}
}

// pay records a payment of a part of what the invoice still owes, and settles it with it.
func (d *deal) pay(invoice string, part int) func(context.Context) error {
	return func(ctx context.Context) error {
		inv, err := inTx(ctx, d.st, func(tx *store.Tx) (*db.Invoice, error) { return tx.Invoice.Get(ctx, invoice) })
		if err != nil {
			return err
		}
		figures, err := inTx(ctx, d.st, func(tx *store.Tx) (map[string]finance.InvoiceFigure, error) {
			return finance.InvoiceFigures(ctx, tx.Client, []string{invoice})
		})
		if err != nil {
			return err
		}
		amount := money.Amount{Minor: figures[invoice].OutstandingMinor * int64(part) / 100, Currency: inv.Currency}
		in := money.Input{Amount: amount.Decimal(), Currency: amount.Currency}
		reference := fmt.Sprintf("ICBC%08d%s", d.n, invoice[len(invoice)-6:])
		if part < 100 {
			reference += "-1"
		}
		_, err = finance.RecordPayment(ctx, d.st, finance.RecordPaymentInput{
			AccountID: inv.AccountID, Amount: in, Payer: &d.customer, BankReference: &reference,
			Allocations: []finance.AllocationInput{{InvoiceID: invoice, Amount: in}},
		})
		return err
	}
}
