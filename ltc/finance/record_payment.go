package finance

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/account"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ent/db/user"
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
	v := flow.Verb{Name: "recordPayment", In: in, On: invoicesOf(in.Allocations), Alone: in.reference()}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		minor, err := amountOf(ctx, tx, "amount", in.Amount)
		if err != nil {
			return stage.Record{}, err
		}
		from, err := payerOf(ctx, tx, in)
		if err != nil {
			return stage.Record{}, err
		}
		if from.Known != nil {
			return in.known(ctx, tx, *from.Known, minor)
		}
		p, err := open(ctx, tx, in, from, minor)
		if err != nil {
			return stage.Record{}, err
		}
		return p.LogRecord(), allocate(ctx, tx, p, minor, in.Allocations)
	})
}

// reference names the bank's reference as a lock: who records it at the same moment waits, and then finds the payment.
func (in *RecordPaymentInput) reference() string {
	if in.BankReference == nil {
		return ""
	}
	return "payment " + ours(*in) + " " + *in.BankReference
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

// payer is what recording a payment has to know of who pays.
type payer struct {
	OwnerID      *string `json:"owner_id"`
	DepartmentID *string `json:"department_id"` // the owner's
	Known        *string `json:"known"`         // the payment that the bank's reference already names
}

func payerOf(ctx context.Context, tx *store.Tx, in RecordPaymentInput) (payer, error) {
	var found []payer
	err := tx.Account.Query().Where(account.ID(in.AccountID)).Modify(func(s *sql.Selector) {
		u, p := sql.Table(user.Table), sql.Table(payment.Table)
		s.LeftJoin(u).On(s.C(account.FieldOwnerID), u.C(user.FieldID))
		s.LeftJoin(p).OnP(sql.And(sql.EQ(p.C(payment.FieldBankReference), in.BankReference), sql.EQ(p.C(payment.FieldBankAccount), ours(in))))
		s.Select(s.C(account.FieldOwnerID), u.C(user.FieldDepartmentID), sql.As(p.C(payment.FieldID), "known"))
	}).Scan(ctx, &found)
	if err != nil {
		return payer{}, err
	}
	if len(found) == 0 {
		return payer{}, fault.NotFound(in.AccountID)
	}
	if found[0].OwnerID != nil {
		tx.InDepartment(*found[0].OwnerID, found[0].DepartmentID)
	}
	return found[0], nil
}

// known answers the payment that the bank's reference already names.
func (in *RecordPaymentInput) known(ctx context.Context, tx *store.Tx, paymentID string, minor int64) (stage.Record, error) {
	was, err := tx.Payment.Get(ctx, paymentID)
	if err != nil {
		return stage.Record{}, err
	}
	if was.AccountID != in.AccountID || was.AmountMinor != minor {
		return stage.Record{}, fault.New(fault.CodeConflict, "payment.reference_used").At("bankReference").With("number", was.Number)
	}
	return was.LogRecord(), nil
}

func ours(in RecordPaymentInput) string {
	if in.BankAccount == nil {
		return ""
	}
	return *in.BankAccount
}

// open records the payment, claimed and confirmed at once, as finance does what comes in.
func open(ctx context.Context, tx *store.Tx, in RecordPaymentInput, from payer, minor int64) (*db.Payment, error) {
	receivedOn, err := Happened(ctx, tx, "receivedOn", in.ReceivedOn)
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
		SetNumber(number).SetLegalEntityID(co.ID).SetAccountID(in.AccountID).SetNillableOwnerID(from.OwnerID).
		SetNillableMethod(in.Method).SetCurrency(co.Currency).SetAmountMinor(minor).SetReceivedOn(receivedOn).
		SetNillablePayer(in.Payer).SetBankAccount(ours(in)).SetNillableBankReference(in.BankReference).
		SetNillableRemark(in.Remark), stage.Unclaimed,
		flow.Step{To: stage.Claimed, By: call.From(ctx).Viewer}, flow.Step{To: stage.Confirmed, By: call.System(co.ID)})
}
