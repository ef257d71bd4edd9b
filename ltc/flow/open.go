package flow

import (
	"context"
	"fmt"

	"entgo.io/ent"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Builder is ent's builder of one record, ready to be saved.
type Builder[M ent.Mutation, R stage.Logged] interface {
	Mutation() M
	Save(context.Context) (R, error)
}

// Step is a move that a new record makes as it is opened, over a transition that asks for nothing.
type Step struct {
	To stage.Category
	By call.Viewer
}

// Open saves a new record in the entry stage of a category of its kind's current process, writes the log's row, and
// keeps its journey's. It is the only way to a first stage. With steps the record is saved where it comes to rest, at
// the version that it has there; the log tells of each.
func Open[M ent.Mutation, R stage.Logged](
	ctx context.Context, tx *store.Tx, b Builder[M, R], in stage.Category, steps ...Step,
) (R, error) {
	var none R
	number, d, err := current(ctx, tx, none.NodeKind())
	if err != nil {
		return none, err
	}
	first, ok := d.Entry(in)
	if !ok {
		return none, fault.New(fault.CodeTransitionNotAllowed, "process.no_stage").With("category", string(in))
	}
	way, err := walk(ctx, none.NodeKind(), d, first, steps)
	if err != nil {
		return none, err
	}
	rests := way[len(steps)]
	fields := map[string]ent.Value{
		"process_version": number, "stage": rests.Key, "stage_category": rests.Category, "stage_entered_at": call.Now(ctx),
	}
	if n := len(steps); n > 0 {
		fields["version"], fields["updated_by"] = 1+n, steps[n-1].By.Principal
	}
	for name, value := range fields {
		if err := b.Mutation().SetField(name, value); err != nil {
			return none, err
		}
	}
	saved, err := b.Save(ctx)
	if err != nil {
		return saved, err
	}
	return saved, tell(ctx, tx, saved.LogRecord(), way, steps)
}

// walk are the stages of the steps, the first before them.
func walk(ctx context.Context, kind id.Kind, d stage.Document, first stage.Stage, steps []Step) ([]stage.Stage, error) {
	way := []stage.Stage{first}
	for i, step := range steps {
		t, s, err := find(ctx, d, way[i], To(step.To))
		if err != nil {
			return nil, err
		}
		if m := machines[kind]; t.Reason || len(t.Guards) > 0 || m != nil && m.sets != nil {
			return nil, fmt.Errorf("a new %s cannot go to %q at once: it asks for something", kind, s.Key)
		}
		way = append(way, s)
	}
	return way, nil
}

// tell writes of a new record how it came to where it is.
func tell(ctx context.Context, tx *store.Tx, r stage.Record, way []stage.Stage, steps []Step) error {
	from, rests := stage.Stage{}, r.Version
	for i, s := range way {
		w := row{kind: change.KindOpened, to: s}
		r.Version, r.Stage, r.Category = rests-len(steps)+i, s.Key, s.Category
		if i > 0 {
			ctx = call.With(ctx, call.From(ctx).As(steps[i-1].By))
			w = row{kind: change.KindMoved, from: from, to: s, entered: r.EnteredAt}
		}
		if err := keepJourney(ctx, tx, r, from, s); err != nil {
			return err
		}
		if err := write(ctx, tx, r, w); err != nil {
			return err
		}
		from = s
	}
	return nil
}

// Add saves a new record of a kind without stages, and writes the log's row.
func Add[M ent.Mutation, R stage.Logged](ctx context.Context, tx *store.Tx, b Builder[M, R]) (R, error) {
	saved, err := b.Save(ctx)
	if err != nil {
		return saved, err
	}
	return saved, tell(ctx, tx, saved.LogRecord(), make([]stage.Stage, 1), nil)
}
