package sales

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// LoseOpportunityInput is an opportunity and why it is lost.
type LoseOpportunityInput struct {
	ID              string
	ExpectedVersion int
	Reason          string
	Comment         *string
}

// LoseOpportunity ends an opportunity, with a reason; its journey is lost.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID without a reason; TRANSITION_NOT_ALLOWED; GUARD_FAILED
// (opportunity.promise_stands while an accepted quote or an open order stands).
func LoseOpportunity(ctx context.Context, st *store.Store, in LoseOpportunityInput) (string, error) {
	var p fault.Problems
	in.Reason = strings.TrimSpace(in.Reason)
	p.Required("reason", in.Reason)
	bound(&p, 2000, text{"reason", &in.Reason}, text{"comment", in.Comment})
	if err := p.Err(); err != nil {
		return "", err
	}
	return onOpportunity(ctx, st, "loseOpportunity", in, in.ID, func(ctx context.Context, tx *store.Tx, o *db.Opportunity) (stage.Record, error) {
		to := flow.To(stage.Lost).Because(in.Reason)
		if in.Comment != nil {
			to.Comment = *in.Comment
		}
		return flow.Move(ctx, tx, o.LogRecord(), to, in.ExpectedVersion)
	})
}
