package flow

import (
	"context"

	"entgo.io/ent"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Builder is ent's builder of one record, ready to be saved.
type Builder[M ent.Mutation, R stage.Logged] interface {
	Mutation() M
	Save(context.Context) (R, error)
}

// Open saves a new record in the entry stage of a category of its kind's current process, writes the log's row, and
// keeps its journey's. It is the only way to a first stage.
func Open[M ent.Mutation, R stage.Logged](ctx context.Context, tx *store.Tx, b Builder[M, R], in stage.Category) (R, error) {
	var saved R
	number, d, err := current(ctx, tx, saved.NodeKind())
	if err != nil {
		return saved, err
	}
	s, ok := d.Entry(in)
	if !ok {
		return saved, fault.New(fault.CodeTransitionNotAllowed, "process.no_stage").With("category", string(in))
	}
	for name, value := range map[string]ent.Value{
		"process_version": number, "stage": s.Key, "stage_category": s.Category, "stage_entered_at": call.Now(ctx),
	} {
		if err := b.Mutation().SetField(name, value); err != nil {
			return saved, err
		}
	}
	return save(ctx, tx, b, s)
}

// Add saves a new record of a kind without stages, and writes the log's row.
func Add[M ent.Mutation, R stage.Logged](ctx context.Context, tx *store.Tx, b Builder[M, R]) (R, error) {
	return save(ctx, tx, b, stage.Stage{})
}

func save[M ent.Mutation, R stage.Logged](ctx context.Context, tx *store.Tx, b Builder[M, R], s stage.Stage) (R, error) {
	saved, err := b.Save(ctx)
	if err != nil {
		return saved, err
	}
	r := saved.LogRecord()
	if err := keepJourney(ctx, tx, r, stage.Stage{}, s); err != nil {
		return saved, err
	}
	return saved, write(ctx, tx, r, row{kind: change.KindOpened, to: s})
}
