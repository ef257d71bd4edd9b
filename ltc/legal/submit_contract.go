package legal

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// SubmitContractInput is a draft contract that is ready.
type SubmitContractInput struct {
	ID              string
	ExpectedVersion int
}

// SubmitContract submits a draft contract for review; until there are approval flows the system approves it at once,
// by a row of its own in the log.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for what is no draft; GUARD_FAILED (contract.needs_lines,
// plan.not_100_percent).
func SubmitContract(ctx context.Context, st *store.Store, in SubmitContractInput) (string, error) {
	return onContract(ctx, st, "submitContract", in, in.ID, func(ctx context.Context, tx *store.Tx, ct *db.Contract) (stage.Record, error) {
		r, err := flow.Move(ctx, tx, ct.LogRecord(), flow.To(stage.Review), in.ExpectedVersion)
		if err != nil {
			return r, err
		}
		system, err := bySystem(ctx, tx)
		if err != nil {
			return r, err
		}
		return flow.Move(system, tx, r, flow.To(stage.Approved), flow.Newest)
	})
}
