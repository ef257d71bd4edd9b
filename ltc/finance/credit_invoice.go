package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/creditnote"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// CreditInvoiceInput is an invoice to be taken back.
type CreditInvoiceInput struct {
	ID              string
	ExpectedVersion int
	Reason          creditnote.Reason
	IssuedOn        *worktime.Date
	Remark          *string
}

// CreditInvoice takes a posted invoice back, whole, by a credit note with a number without hole or repeat (R38, R40).
// What had settled it is taken back first, so that the money is the account's credit again (R41); what it billed may
// be billed again. It answers the credit note.
//
// Errors: NOT_FOUND; STALE_VERSION; GUARD_FAILED (invoice.not_posted, invoice.credited); INVALID (date.in_future,
// credit.before_invoice, number.date_goes_back).
func CreditInvoice(ctx context.Context, st *store.Store, in CreditInvoiceInput) (string, error) {
	var p fault.Problems
	if p.Short("remark", in.Remark, 2000); p.Err() != nil {
		return "", p.Err()
	}
	seen, err := look(ctx, st, "creditInvoice", allocation.InvoiceID(in.ID), unreversed())
	if err != nil {
		return "", err
	}
	also := make([]string, len(seen))
	for i, a := range seen {
		also[i] = a.PaymentID
	}
	return onInvoice(ctx, st, "creditInvoice", in, in.ID, also, func(ctx context.Context, tx *store.Tx, inv *db.Invoice) (stage.Record, error) {
		if err := flow.Expect(inv.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		if err := creditable(ctx, tx, inv); err != nil {
			return stage.Record{}, err
		}
		return credit(ctx, tx, inv, in)
	})
}

func creditable(ctx context.Context, tx *store.Tx, inv *db.Invoice) error {
	if inv.Number == nil {
		return fault.Guard("invoice.not_posted", "invoice")
	}
	credited, err := tx.CreditNote.Query().Where(creditnote.InvoiceID(inv.ID)).Exist(ctx)
	if err == nil && credited {
		return fault.Guard("invoice.credited", "invoice")
	}
	return err
}

func credit(ctx context.Context, tx *store.Tx, inv *db.Invoice, in CreditInvoiceInput) (stage.Record, error) {
	issuedOn, err := Happened(ctx, tx, "issuedOn", in.IssuedOn)
	if err != nil {
		return stage.Record{}, err
	}
	if issuedOn.Before(*inv.IssuedOn) {
		return stage.Record{}, fault.Invalid("credit.before_invoice", nil).At("issuedOn")
	}
	if err := release(ctx, tx, inv); err != nil {
		return stage.Record{}, err
	}
	note, err := flow.Open(ctx, tx, tx.CreditNote.Create().
		SetLegalEntityID(inv.LegalEntityID).SetInvoiceID(inv.ID).SetAccountID(inv.AccountID).SetJourneyID(inv.JourneyID).
		SetNillableOwnerID(inv.OwnerID).SetReason(in.Reason).SetNillableRemark(in.Remark).SetCurrency(inv.Currency).
		SetNetMinor(inv.NetMinor).SetTaxMinor(inv.TaxMinor).SetGrossMinor(inv.GrossMinor), stage.Draft)
	if err != nil {
		return stage.Record{}, err
	}
	r, err := postNote(ctx, tx, note, issuedOn)
	if err != nil {
		return r, err
	}
	inv, outstanding, err := owing(ctx, tx, inv.ID)
	if err != nil {
		return r, err
	}
	return r, settle(ctx, tx, inv, outstanding)
}

// release takes back what had settled an invoice; the payments are credit again, each with its next version.
func release(ctx context.Context, tx *store.Tx, inv *db.Invoice) error {
	payments, err := tx.Payment.Query().
		Where(payment.HasAllocationsWith(allocation.InvoiceID(inv.ID), unreversed())).All(ctx)
	if err != nil {
		return err
	}
	if err := reverseAll(ctx, tx, "红冲 "+*inv.Number, allocation.InvoiceID(inv.ID)); err != nil {
		return err
	}
	for _, p := range payments {
		if _, err := touch(ctx, tx, p); err != nil {
			return err
		}
	}
	return nil
}

// postNote has the credit note approved by the system and posts it; the number is taken last.
func postNote(ctx context.Context, tx *store.Tx, note *db.CreditNote, issuedOn worktime.Date) (stage.Record, error) {
	system := call.With(ctx, call.From(ctx).As(call.System(note.LegalEntityID)))
	r, err := flow.Move(system, tx, note.LogRecord(), flow.To(stage.Approved), flow.Newest)
	if err != nil {
		return r, err
	}
	number, err := tx.Gapless(ctx, note.LegalEntityID, creditNotes, issuedOn)
	if err != nil {
		return r, err
	}
	to := flow.To(stage.Posted).With(creditnote.FieldNumber, number).With(creditnote.FieldIssuedOn, issuedOn)
	return flow.Move(ctx, tx, r, to, flow.Newest)
}
