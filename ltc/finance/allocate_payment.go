package finance

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// AllocationInput is how much of a payment settles an invoice.
type AllocationInput struct {
	InvoiceID string
	Amount    money.Input
}

// AllocatePaymentInput is what a payment settles.
type AllocatePaymentInput struct {
	ID              string
	ExpectedVersion int
	Allocations     []AllocationInput
}

// AllocatePayment settles posted invoices of the payment's account with it, wholly or in part; what is left of it
// stays as the account's credit (R41). An invoice of which nothing is outstanding any more is closed.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID (allocation.exceeds_invoice, allocation.exceeds_payment,
// allocation.other_account, money.other_currency, input.not_positive); GUARD_FAILED invoice.not_posted.
func AllocatePayment(ctx context.Context, st *store.Store, in AllocatePaymentInput) (string, error) {
	if len(in.Allocations) == 0 {
		return "", fault.Invalid("input.required", nil).At("allocations")
	}
	if err := cleanAllocations(in.Allocations); err != nil {
		return "", err
	}
	on := invoicesOf(in.Allocations)
	return onPayment(ctx, st, "allocatePayment", in, in.ID, on, func(ctx context.Context, tx *store.Tx, p *db.Payment) (stage.Record, error) {
		if err := flow.Expect(p.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		credit, err := PaymentFigures(ctx, tx.Client, []string{p.ID})
		if err != nil {
			return stage.Record{}, err
		}
		if err := allocate(ctx, tx, p, credit[p.ID].UnallocatedMinor, in.Allocations); err != nil {
			return stage.Record{}, err
		}
		return touch(ctx, tx, p)
	})
}

func cleanAllocations(in []AllocationInput) error {
	for _, a := range in {
		if err := flow.Kind(id.Invoice, a.InvoiceID); err != nil {
			return err
		}
	}
	return nil
}

func invoicesOf(in []AllocationInput) []string {
	ids := make([]string, len(in))
	for i, a := range in {
		ids[i] = a.InvoiceID
	}
	return ids
}

// allocate writes a row for each part of what is left of the payment; the journeys of all its invoices are locked.
func allocate(ctx context.Context, tx *store.Tx, p *db.Payment, left int64, in []AllocationInput) error {
	for i, a := range in {
		at := fmt.Sprintf("allocations.%d", i)
		minor, err := amountOf(ctx, tx, at+".amount", a.Amount)
		if err != nil {
			return err
		}
		if minor > left {
			return tooMuch("allocation.exceeds_payment", at, left, p.Currency)
		}
		if err := allocateTo(ctx, tx, p, a.InvoiceID, at, minor); err != nil {
			return err
		}
		left -= minor
	}
	return nil
}

func allocateTo(ctx context.Context, tx *store.Tx, p *db.Payment, invoiceID, at string, minor int64) error {
	inv, outstanding, err := owing(ctx, tx, invoiceID)
	if err != nil {
		return err
	}
	switch {
	case inv.Number == nil:
		return fault.Guard("invoice.not_posted", "invoice").At(at + ".invoiceId")
	case inv.AccountID != p.AccountID:
		return fault.Invalid("allocation.other_account", nil).At(at + ".invoiceId")
	}
	if minor > outstanding {
		return tooMuch("allocation.exceeds_invoice", at, outstanding, inv.Currency)
	}
	today, err := flow.Today(ctx, tx)
	if err != nil {
		return err
	}
	_, err = flow.Add(ctx, tx, tx.Allocation.Create().SetPaymentID(p.ID).SetInvoiceID(inv.ID).SetJourneyID(inv.JourneyID).
		SetCurrency(p.Currency).SetAmountMinor(minor).SetAllocatedOn(today))
	if err != nil {
		return err
	}
	return settle(ctx, tx, inv, outstanding-minor)
}

// owing is an invoice, as much of it as settling takes, and what is outstanding of it; its journey is locked.
func owing(ctx context.Context, tx *store.Tx, invoiceID string) (*db.Invoice, int64, error) {
	inv, err := tx.Invoice.Query().Where(invoice.ID(invoiceID)).
		Select(invoice.FieldVersion, invoice.FieldProcessVersion, invoice.FieldStage, invoice.FieldStageCategory,
			invoice.FieldStageEnteredAt, invoice.FieldNumber, invoice.FieldJourneyID, invoice.FieldAccountID,
			invoice.FieldOwnerID, invoice.FieldCurrency, invoice.FieldGrossMinor).
		Modify(func(s *sql.Selector) {
			s.AppendSelectExprAs(sql.Raw("CAST("+PaidSQL("invoices.id")+" AS BIGINT)"), "paid")
			s.AppendSelectExprAs(sql.Raw("CAST("+CreditedSQL("invoices.id")+" AS BIGINT)"), "credited")
		}).Only(ctx)
	if err != nil {
		return nil, 0, err
	}
	paid, err := minorOf(inv, "paid")
	if err != nil {
		return nil, 0, err
	}
	credited, err := minorOf(inv, "credited")
	return inv, InvoiceFigureOf(inv, paid, credited).OutstandingMinor, err
}

// minorOf is an amount that was read beside an invoice's own columns.
func minorOf(inv *db.Invoice, name string) (int64, error) {
	v, err := inv.Value(name)
	minor, ok := v.(int64)
	if err == nil && !ok {
		err = fmt.Errorf("%s of invoice %s is %T", name, inv.ID, v)
	}
	return minor, err
}

func tooMuch(rule, at string, leftMinor int64, currency string) error {
	left := money.Amount{Minor: leftMinor, Currency: currency}
	return fault.Invalid(rule, map[string]any{"left": left.Decimal()}).At(at + ".amount")
}

// settle closes a posted invoice of which nothing is outstanding, and lets a closed one be posted again of which
// something is.
func settle(ctx context.Context, tx *store.Tx, inv *db.Invoice, outstanding int64) error {
	to := stage.Posted
	if outstanding == 0 {
		to = stage.Closed
	}
	if inv.StageCategory == to {
		return nil
	}
	_, err := flow.Move(ctx, tx, inv.LogRecord(), flow.To(to), flow.Newest)
	return err
}

// touch gives a payment its next version when what it settles has changed; the log's rows are the allocations'.
func touch(ctx context.Context, tx *store.Tx, p *db.Payment) (stage.Record, error) {
	err := tx.Payment.Update().Where(payment.ID(p.ID)).AddVersion(1).Exec(ctx)
	r := p.LogRecord()
	r.Version++
	return r, err
}

// onPayment runs a verb on one payment, which is locked, and what else the verb will touch.
func onPayment(ctx context.Context, st *store.Store, verb string, in any, paymentID string, also []string,
	f func(context.Context, *store.Tx, *db.Payment) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Payment, paymentID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: append([]string{paymentID}, also...)}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		p, err := tx.Payment.Get(ctx, paymentID)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, p)
	})
}
