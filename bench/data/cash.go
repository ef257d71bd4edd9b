package data

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/store"
)

// sign takes the customer's yes and brings the contract to an order that is confirmed.
func sign(ctx context.Context, p *play) error {
	evidence := "客户邮件确认"
	_, err := sales.AcceptQuote(p.as(ctx, p.seller, 8), p.st, sales.AcceptQuoteInput{
		ID: p.version, ExpectedVersion: flow.Newest, AcceptedBy: &p.person, Evidence: &evidence,
	})
	if err != nil {
		return err
	}
	p.contract, err = inTx(ctx, p.st, func(tx *store.Tx) (string, error) {
		return tx.Contract.Query().Where(contract.QuoteVersionID(p.version)).OnlyID(ctx)
	})
	if err != nil {
		return err
	}
	if _, err := legal.SubmitContract(p.as(ctx, p.seller, 2), p.st, legal.SubmitContractInput{ID: p.contract, ExpectedVersion: flow.Newest}); err != nil {
		return err
	}
	_, err = legal.SignContract(p.as(ctx, p.lawyer, 8), p.st, legal.SignContractInput{
		ID: p.contract, ExpectedVersion: flow.Newest, SignedByUs: "王雪", SignedByCustomer: p.person,
	})
	if err != nil {
		return err
	}
	p.order, err = inTx(ctx, p.st, func(tx *store.Tx) (string, error) {
		return tx.Order.Query().Where(order.ContractID(p.contract)).OnlyID(ctx)
	})
	if err != nil {
		return err
	}
	_, err = delivery.ConfirmOrder(p.as(ctx, p.engineer, 4), p.st, delivery.ConfirmOrderInput{ID: p.order, ExpectedVersion: flow.Newest, PromisedOn: p.today(60)})
	return err
}

// bill posts an invoice for each instalment, at one instant, for numbers do not go back in time; then the customer
// pays so many percent of the first and of the second.
func bill(first, second int64) step {
	return func(ctx context.Context, p *play) error {
		items, err := inTx(ctx, p.st, func(tx *store.Tx) ([]string, error) {
			return tx.PaymentPlanItem.Query().Where(paymentplanitem.ContractID(p.contract)).Order(paymentplanitem.ByPosition()).IDs(ctx)
		})
		if err != nil {
			return err
		}
		now := p.as(ctx, p.accountant, 4)
		var invoices []string
		for _, item := range items {
			inv, err := finance.DraftInvoice(now, p.st, finance.DraftInvoiceInput{PlanItemIDs: []string{item}})
			if err != nil {
				return err
			}
			if _, err := finance.PostInvoice(now, p.st, finance.PostInvoiceInput{ID: inv, ExpectedVersion: flow.Newest}); err != nil {
				return err
			}
			invoices = append(invoices, inv)
		}
		for i, percent := range []int64{first, second} {
			if percent == 0 {
				continue
			}
			if err := p.pay(ctx, invoices[i], i, percent); err != nil {
				return err
			}
		}
		return nil
	}
}

// pay records a payment of a part of an invoice.
func (p *play) pay(ctx context.Context, invoice string, i int, percent int64) error {
	inv, err := inTx(ctx, p.st, func(tx *store.Tx) (*db.Invoice, error) { return tx.Invoice.Get(ctx, invoice) })
	if err != nil {
		return err
	}
	amount := money.Amount{Minor: inv.GrossMinor * percent / 100, Currency: inv.Currency}
	in := money.Input{Amount: amount.Decimal(), Currency: amount.Currency}
	reference := fmt.Sprintf("%s-%d", p.reference, i+1)
	_, err = finance.RecordPayment(p.as(ctx, p.accountant, 8), p.st, finance.RecordPaymentInput{
		AccountID: inv.AccountID, Amount: in, Payer: &p.name, BankReference: &reference,
		Allocations: []finance.AllocationInput{{InvoiceID: invoice, Amount: in}},
	})
	return err
}
