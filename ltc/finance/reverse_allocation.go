package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ReverseAllocationInput is an allocation to be taken back.
type ReverseAllocationInput struct {
	ID              string
	ExpectedVersion int // the payment's
	Reason          string
}

// ReverseAllocation takes an allocation back by a row of its own: the invoice owes that much again, and the payment is
// credit again. It answers the payment.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID without a reason; CONFLICT allocation.reversed for one that is taken back,
// or takes back itself.
func ReverseAllocation(ctx context.Context, st *store.Store, in ReverseAllocationInput) (string, error) {
	if err := because(in.Reason); err != nil {
		return "", err
	}
	if err := flow.Kind(id.Allocation, in.ID); err != nil {
		return "", err
	}
	seen, err := look(ctx, st, "reverseAllocation", allocation.ID(in.ID))
	if err != nil {
		return "", err
	}
	if len(seen) == 0 {
		return "", fault.NotFound(in.ID)
	}
	also := []string{in.ID}
	return onPayment(ctx, st, "reverseAllocation", in, seen[0].PaymentID, also, func(ctx context.Context, tx *store.Tx, p *db.Payment) (stage.Record, error) {
		if err := flow.Expect(p.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		stands, err := tx.Allocation.Query().Where(allocation.ID(in.ID), unreversed()).Exist(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		if !stands {
			return stage.Record{}, fault.New(fault.CodeConflict, "allocation.reversed")
		}
		if err := reverse(ctx, tx, seen[0], in.Reason); err != nil {
			return stage.Record{}, err
		}
		return touch(ctx, tx, p)
	})
}

// look reads allocations before a verb begins, to know which payments and journeys it has to lock; what it needs of
// them never changes.
func look(ctx context.Context, st *store.Store, verb string, where ...predicate.Allocation) (found []*db.Allocation, err error) {
	if err := access.May(ctx, verb); err != nil {
		return nil, err
	}
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		found, err = tx.Allocation.Query().Where(where...).All(ctx)
		return err
	})
	return found, err
}

// reverseAll takes all allocations back that a condition holds for. One that came between the look and the lock is
// locked late: where that is a deadlock, the database says so and the verb is tried again.
func reverseAll(ctx context.Context, tx *store.Tx, reason string, of predicate.Allocation) error {
	standing, err := tx.Allocation.Query().Where(of, unreversed()).Order(allocation.ByCreatedAt(), allocation.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, a := range standing {
		if err := flow.Lock(ctx, tx, a.InvoiceID, a.PaymentID); err != nil {
			return err
		}
		if err := reverse(ctx, tx, a, reason); err != nil {
			return err
		}
	}
	return nil
}

// reverse takes an allocation back by a row of its own; its invoice owes that much again.
func reverse(ctx context.Context, tx *store.Tx, a *db.Allocation, reason string) error {
	today, err := flow.Today(ctx, tx)
	if err != nil {
		return err
	}
	_, err = flow.Add(ctx, tx, tx.Allocation.Create().SetPaymentID(a.PaymentID).SetInvoiceID(a.InvoiceID).
		SetJourneyID(a.JourneyID).SetCurrency(a.Currency).SetAmountMinor(-a.AmountMinor).SetReversesID(a.ID).
		SetAllocatedOn(today).SetReason(reason))
	if err != nil {
		return err
	}
	inv, outstanding, err := owing(ctx, tx, a.InvoiceID)
	if err != nil {
		return err
	}
	return settle(ctx, tx, inv, outstanding)
}

func because(reason string) error {
	var p fault.Problems
	p.Required("reason", reason)
	p.Short("reason", &reason, 2000)
	return p.Err()
}
