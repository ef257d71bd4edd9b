package finance

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// RecordPaymentInput is money that came in.
type RecordPaymentInput struct {
	AccountID     string
	Amount        money.Input
	ReceivedOn    *worktime.Date
	Method        *payment.Method
	Payer         *string
	BankAccount   *string // ours
	BankReference *string
	Remark        *string
	Allocations   []AllocationInput
}

// RecordPayment records money that came in, claimed and confirmed at once, and settles invoices with it where it says
// which. The bank's reference makes it known: the same one again answers the payment that it is, and changes nothing
// (R41).
//
// Errors: NOT_FOUND; INVALID (money.other_currency, input.not_positive, date.in_future, and those of AllocatePayment);
// CONFLICT payment.reference_used where the reference is another payment's.
func RecordPayment(ctx context.Context, st *store.Store, in RecordPaymentInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	v := flow.Verb{Name: "recordPayment", In: in, On: invoicesOf(in.Allocations)}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		minor, err := amountOf(ctx, tx, "amount", in.Amount)
		if err != nil {
			return stage.Record{}, err
		}
		if was, err := known(ctx, tx, in, minor); was != nil || err != nil {
			return record(was), err
		}
		p, was, err := receive(ctx, tx, in, minor)
		if was || err != nil {
			return record(p), err
		}
		r, err := confirm(ctx, tx, p)
		if err != nil || len(in.Allocations) == 0 {
			return r, err
		}
		if err := allocate(ctx, tx, p, in.Allocations); err != nil {
			return stage.Record{}, err
		}
		return r, nil
	})
}

func (in *RecordPaymentInput) clean() error {
	if err := flow.Kind(id.Account, in.AccountID); err != nil {
		return err
	}
	var p fault.Problems
	trim(&in.BankAccount)
	trim(&in.BankReference)
	p.Short("payer", in.Payer, 2000)
	p.Short("bankAccount", in.BankAccount, 200)
	p.Short("bankReference", in.BankReference, 200)
	p.Short("remark", in.Remark, 2000)
	if err := p.Err(); err != nil {
		return err
	}
	return cleanAllocations(in.Allocations)
}

// trim takes blanks off a text; an empty one is none.
func trim(text **string) {
	if *text == nil {
		return
	}
	t := strings.TrimSpace(**text)
	if *text = &t; t == "" {
		*text = nil
	}
}

// amountOf reads an amount of more than nothing in the company's currency, in minor units.
func amountOf(ctx context.Context, tx *store.Tx, path string, in money.Input) (int64, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return 0, err
	}
	minor, err := money.MinorOf(co.Currency, path, &in)
	if err != nil {
		return 0, err
	}
	if *minor == 0 {
		return 0, fault.Invalid("input.not_positive", nil).At(path + ".amount")
	}
	return *minor, nil
}

// known is the payment that the bank's reference already names, or nil.
func known(ctx context.Context, tx *store.Tx, in RecordPaymentInput, minor int64) (*db.Payment, error) {
	if in.BankReference == nil {
		return nil, nil
	}
	was, err := tx.Payment.Query().
		Where(payment.BankAccount(ours(in)), payment.BankReference(*in.BankReference)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err == nil && (was.AccountID != in.AccountID || was.AmountMinor != minor) {
		return nil, fault.New(fault.CodeConflict, "payment.reference_used").At("bankReference").With("number", was.Number)
	}
	return was, err
}

func ours(in RecordPaymentInput) string {
	if in.BankAccount == nil {
		return ""
	}
	return *in.BankAccount
}

// receive opens the payment. Where someone else recorded the same reference at the same moment, it waits for them at
// the unique index and answers theirs.
func receive(ctx context.Context, tx *store.Tx, in RecordPaymentInput, minor int64) (p *db.Payment, was bool, err error) {
	err = tx.Savepoint(ctx, func() error {
		p, err = open(ctx, tx, in, minor)
		return err
	})
	if !db.IsConstraintError(err) {
		return p, false, err
	}
	theirs, missing := known(ctx, tx, in, minor)
	if missing != nil || theirs == nil {
		return nil, false, firstOf(missing, err)
	}
	return theirs, true, nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func open(ctx context.Context, tx *store.Tx, in RecordPaymentInput, minor int64) (*db.Payment, error) {
	receivedOn, err := Happened(ctx, tx, "receivedOn", in.ReceivedOn)
	if err != nil {
		return nil, err
	}
	account, err := tx.Account.Get(ctx, in.AccountID)
	if err != nil {
		return nil, err
	}
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Payments)
	if err != nil {
		return nil, err
	}
	return flow.Open(ctx, tx, tx.Payment.Create().
		SetNumber(number).SetLegalEntityID(co.ID).SetAccountID(account.ID).SetNillableOwnerID(account.OwnerID).
		SetNillableMethod(in.Method).SetCurrency(co.Currency).SetAmountMinor(minor).SetReceivedOn(receivedOn).
		SetNillablePayer(in.Payer).SetBankAccount(ours(in)).SetNillableBankReference(in.BankReference).
		SetNillableRemark(in.Remark), stage.Unclaimed)
}

// confirm claims and confirms what finance recorded itself.
func confirm(ctx context.Context, tx *store.Tx, p *db.Payment) (stage.Record, error) {
	r, err := flow.Move(ctx, tx, p.LogRecord(), flow.To(stage.Claimed), flow.Newest)
	if err != nil {
		return r, err
	}
	ctx = call.With(ctx, call.From(ctx).As(call.System(p.LegalEntityID)))
	return flow.Move(ctx, tx, r, flow.To(stage.Confirmed), flow.Newest)
}

// record is the payment's, or an empty one where there is none.
func record(p *db.Payment) stage.Record {
	if p == nil {
		return stage.Record{}
	}
	return p.LogRecord()
}
