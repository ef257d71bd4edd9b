package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// The series without holes; their numbers begin with these.
const (
	invoices    = "INV"
	creditNotes = "CN"
)

// PostInvoiceInput is a draft that goes out.
type PostInvoiceInput struct {
	ID              string
	ExpectedVersion int
	IssuedOn        *worktime.Date
}

// PostInvoice lets a draft go out: it gets its number, without hole or repeat, and its due date on a working day, and
// never changes again (R37, R38, R45).
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for what is no draft; INVALID (date.in_future;
// number.date_goes_back where a later one was posted before).
func PostInvoice(ctx context.Context, st *store.Store, in PostInvoiceInput) (string, error) {
	return onInvoice(ctx, st, "postInvoice", in, in.ID, nil, func(ctx context.Context, tx *store.Tx, inv *db.Invoice) (stage.Record, error) {
		if err := flow.Expect(inv.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		issuedOn, err := Happened(ctx, tx, "issuedOn", in.IssuedOn)
		if err != nil {
			return stage.Record{}, err
		}
		co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
		if err != nil {
			return stage.Record{}, err
		}
		to := flow.To(stage.Posted).With(invoice.FieldIssuedOn, issuedOn).
			With(invoice.FieldDueOn, co.Calendar.NextWorkday(issuedOn.AddDays(inv.DueDays)))
		number, err := tx.Gapless(ctx, inv.LegalEntityID, invoices, issuedOn)
		if err != nil {
			return stage.Record{}, err
		}
		return flow.Move(ctx, tx, inv.LogRecord(), to.With(invoice.FieldNumber, number), in.ExpectedVersion)
	})
}

// DiscardInvoiceInput is a draft that does not go out.
type DiscardInvoiceInput struct {
	ID              string
	ExpectedVersion int
	Reason          *string
}

// DiscardInvoice throws a draft away; no number is burnt, and what it billed may be billed again.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for what is no draft.
func DiscardInvoice(ctx context.Context, st *store.Store, in DiscardInvoiceInput) (string, error) {
	var p fault.Problems
	if p.Short("reason", in.Reason, 2000); p.Err() != nil {
		return "", p.Err()
	}
	return onInvoice(ctx, st, "discardInvoice", in, in.ID, nil, func(ctx context.Context, tx *store.Tx, inv *db.Invoice) (stage.Record, error) {
		to := flow.To(stage.Discarded)
		take(&to.Reason, in.Reason)
		return flow.Move(ctx, tx, inv.LogRecord(), to, in.ExpectedVersion)
	})
}

// onInvoice runs a verb on one invoice; its journey is locked, and what else the verb will touch.
func onInvoice(ctx context.Context, st *store.Store, verb string, in any, invoiceID string, also []string,
	f func(context.Context, *store.Tx, *db.Invoice) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Invoice, invoiceID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: append([]string{invoiceID}, also...)}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		inv, err := tx.Invoice.Get(ctx, invoiceID)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, inv)
	})
}
