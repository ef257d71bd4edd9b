package marketing

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// AssignLeadInput is a lead and who gets it.
type AssignLeadInput struct {
	ID              string
	ExpectedVersion int
	OwnerID         string
}

// AssignLead gives a lead to someone; a new or pooled one moves on, one that is worked on only changes hands.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID (user.inactive); TRANSITION_NOT_ALLOWED for one that is over.
func AssignLead(ctx context.Context, st *store.Store, in AssignLeadInput) (string, error) {
	return onLead(ctx, st, "assignLead", in, in.ID, func(ctx context.Context, tx *store.Tx, l *db.Lead) (stage.Record, error) {
		return assign(ctx, tx, l, in.OwnerID, in.ExpectedVersion)
	})
}

func assign(ctx context.Context, tx *store.Tx, l *db.Lead, ownerID string, expected int) (stage.Record, error) {
	if err := people.Active(ctx, tx, ownerID); err != nil {
		return stage.Record{}, err
	}
	l, err := flow.Edit(ctx, tx, l, tx.Lead.UpdateOne(l).SetOwnerID(ownerID), expected)
	if err != nil || l.StageCategory == stage.Working {
		return record(l), err
	}
	return flow.Move(ctx, tx, l.LogRecord(), flow.To(stage.Working), flow.Newest)
}
