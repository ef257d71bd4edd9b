package finance

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/creditnote"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// ContractFigure is what was billed by a contract and what of that is paid, in minor units: posted invoices less
// credit notes, and allocations less those taken back. Waived is what will never be billed.
type ContractFigure struct{ InvoicedMinor, PaidMinor, WaivedMinor int64 }

// AccountFigure is how an account stands, in minor units. Credit is what its payments do not settle yet (R41).
type AccountFigure struct{ InvoicedMinor, PaidMinor, OutstandingMinor, CreditMinor int64 }

// ContractFigures are the contracts' figures by their ids.
func ContractFigures(ctx context.Context, c *db.Client, contractIDs []string) (map[string]ContractFigure, error) {
	invoiced, err := invoicedBy(ctx, c, invoice.FieldContractID, contractIDs, Whole)
	if err != nil {
		return nil, err
	}
	var paid, waived []sum
	err = c.Allocation.Query().
		Modify(via(allocation.FieldInvoiceID, invoice.Table, invoice.FieldContractID, allocation.FieldAmountMinor, contractIDs)).
		Scan(ctx, &paid)
	if err != nil {
		return nil, err
	}
	err = c.PaymentPlanItem.Query().
		Where(paymentplanitem.ContractIDIn(contractIDs...), paymentplanitem.StageCategory(stage.Waived)).
		Modify(by(paymentplanitem.FieldContractID, paymentplanitem.FieldAmountMinor)).Scan(ctx, &waived)
	paidBy, waivedBy := sums(paid), sums(waived)
	figures := make(map[string]ContractFigure, len(contractIDs))
	for _, ct := range contractIDs {
		figures[ct] = ContractFigure{invoiced[ct], paidBy[ct], waivedBy[ct]}
	}
	return figures, err
}

// Rows narrows the records of a kind that are added up.
type Rows func(id.Kind) func(*sql.Selector)

// Whole adds up all records.
func Whole(id.Kind) func(*sql.Selector) { return func(*sql.Selector) {} }

// AccountFigures are the accounts' figures by their ids, over the records that rows leaves.
func AccountFigures(ctx context.Context, c *db.Client, accountIDs []string, rows Rows) (map[string]AccountFigure, error) {
	invoiced, err := invoicedBy(ctx, c, invoice.FieldAccountID, accountIDs, rows)
	if err != nil {
		return nil, err
	}
	var settled, received []sum
	err = c.Allocation.Query().Where(rows(id.Allocation)).
		Modify(via(allocation.FieldPaymentID, payment.Table, payment.FieldAccountID, allocation.FieldAmountMinor, accountIDs)).
		Scan(ctx, &settled)
	if err != nil {
		return nil, err
	}
	err = c.Payment.Query().Where(payment.AccountIDIn(accountIDs...), payment.StageCategoryNEQ(stage.Reversed), rows(id.Payment)).
		Modify(by(payment.FieldAccountID, payment.FieldAmountMinor)).Scan(ctx, &received)
	paid, came := sums(settled), sums(received)
	figures := make(map[string]AccountFigure, len(accountIDs))
	for _, a := range accountIDs {
		figures[a] = AccountFigure{invoiced[a], paid[a], invoiced[a] - paid[a], came[a] - paid[a]}
	}
	return figures, err
}

// invoicedBy adds up posted invoices, less credit notes, for each of the given values of a column.
func invoicedBy(ctx context.Context, c *db.Client, column string, values []string, rows Rows) (map[string]int64, error) {
	var gross, credits []sum
	err := c.Invoice.Query().Where(owed(), sql.FieldIn(column, values...), rows(id.Invoice)).Modify(by(column, invoice.FieldGrossMinor)).Scan(ctx, &gross)
	if err != nil {
		return nil, err
	}
	err = c.CreditNote.Query().Where(issued(), rows(id.CreditNote)).
		Modify(via(creditnote.FieldInvoiceID, invoice.Table, column, creditnote.FieldGrossMinor, values)).Scan(ctx, &credits)
	out := sums(gross)
	for _, s := range credits {
		out[s.Key] -= s.Minor
	}
	return out, err
}

// Settled tells of which contracts all money has come: everything that was not waived is billed, and nothing of it is
// outstanding.
func Settled(ctx context.Context, c *db.Client, contractIDs []string) (map[string]bool, error) {
	figures, err := ContractFigures(ctx, c, contractIDs)
	if err != nil {
		return nil, err
	}
	contracts, err := c.Contract.Query().Where(contract.IDIn(contractIDs...)).All(ctx)
	settled := make(map[string]bool, len(contracts))
	for _, ct := range contracts {
		f := figures[ct.ID]
		settled[ct.ID] = f.InvoicedMinor+f.WaivedMinor >= ct.GrossMinor && f.PaidMinor == f.InvoicedMinor
	}
	return settled, err
}
