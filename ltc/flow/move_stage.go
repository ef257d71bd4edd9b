package flow

import (
	"context"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// MoveStageInput is a record and the stage that it shall reach.
type MoveStageInput struct {
	ID              string
	To              string
	ExpectedVersion int
	Reason          *string
	Comment         *string
}

// MoveStage moves a record of any kind over a transition that has no verb of its own.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED, with the allowed stages or the verb to call; FORBIDDEN;
// GUARD_FAILED; INVALID where a reason is asked for.
func MoveStage(ctx context.Context, st *store.Store, in MoveStageInput) (string, error) {
	kind, ok := id.KindOf(in.ID)
	if !ok || machines[kind] == nil {
		return "", fault.NotFound(in.ID)
	}
	v := Verb{Name: "moveStage", In: in, On: []string{in.ID}}
	return Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		r, err := load(ctx, tx, kind, in.ID)
		if err != nil {
			return r, err
		}
		to := ToStage(in.To)
		if in.Reason != nil {
			to.Reason = *in.Reason
		}
		if in.Comment != nil {
			to.Comment = *in.Comment
		}
		return Move(ctx, tx, r, to, in.ExpectedVersion)
	})
}
