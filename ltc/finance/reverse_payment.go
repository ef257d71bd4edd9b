package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ReversePaymentInput is a payment that bounced.
type ReversePaymentInput struct {
	ID              string
	ExpectedVersion int
	Reason          string
}

// ReversePayment records that a payment bounced: all that it settled is taken back, and nothing of it is credit.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID without a reason; TRANSITION_NOT_ALLOWED for one that is reversed.
func ReversePayment(ctx context.Context, st *store.Store, in ReversePaymentInput) (string, error) {
	if err := because(in.Reason); err != nil {
		return "", err
	}
	seen, err := look(ctx, st, "reversePayment", allocation.PaymentID(in.ID), unreversed())
	if err != nil {
		return "", err
	}
	also := make([]string, len(seen))
	for i, a := range seen {
		also[i] = a.InvoiceID
	}
	return onPayment(ctx, st, "reversePayment", in, in.ID, also, func(ctx context.Context, tx *store.Tx, p *db.Payment) (stage.Record, error) {
		r, err := flow.Move(ctx, tx, p.LogRecord(), flow.To(stage.Reversed).Because(in.Reason), in.ExpectedVersion)
		if err != nil {
			return r, err
		}
		return r, reverseAll(ctx, tx, in.Reason, allocation.PaymentID(p.ID))
	})
}
