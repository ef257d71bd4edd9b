package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
)

func (q query) Processes(ctx context.Context, kinds []id.Kind) ([]*db.Process, error) {
	return read.Processes(ctx, q.st, kinds)
}

func (q query) StageChanges(ctx context.Context, first *int, after *flow.Cursor, f *flow.ChangeFilter) (*read.StageChangeConnection, error) {
	return read.StageChanges(ctx, q.st, first, after, f)
}

func (q query) Changes(ctx context.Context, first *int, before *flow.Cursor, f *flow.ChangeFilter) (*read.ChangeConnection, error) {
	return read.Changes(ctx, q.st, first, before, f)
}

func (q query) Waiting(ctx context.Context, department *stage.Department, owner *string, first *int) ([]*read.Waiting, error) {
	return read.WaitingFor(ctx, q.st, department, owner, first)
}

func (m mutation) MoveStage(ctx context.Context, in flow.MoveStageInput) (read.Staged, error) {
	id, err := flow.MoveStage(ctx, m.st, in)
	return read.Moved(ctx, m.st, id, err)
}

type processes struct{}

func (r *root) Process() gen.ProcessResolver { return processes{} }

func (processes) Name(_ context.Context, p *db.Process) (*stage.Text, error) {
	return &p.Document.Name, nil
}

func (processes) Stages(_ context.Context, p *db.Process) ([]*stage.Stage, error) {
	return pointers(p.Document.Stages), nil
}

func (processes) Transitions(_ context.Context, p *db.Process) ([]*stage.Transition, error) {
	return pointers(p.Document.Transitions), nil
}

func pointers[T any](values []T) []*T {
	out := make([]*T, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}

type stages struct{}

func (r *root) Stage() gen.StageResolver { return stages{} }

func (stages) Department(_ context.Context, s *stage.Stage) (*stage.Department, error) {
	return some(s.Department), nil
}

type processTransitions struct{}

func (r *root) ProcessTransition() gen.ProcessTransitionResolver { return processTransitions{} }

func (processTransitions) Verb(_ context.Context, t *stage.Transition) (*string, error) {
	return some(t.Verb), nil
}

// changes are the computed fields of the log's rows, of all four kinds or of openings and moves.
type changes struct{}

func (r *root) Change() gen.ChangeResolver           { return changes{} }
func (r *root) StageChange() gen.StageChangeResolver { return changes{} }

func (changes) Cursor(_ context.Context, c *db.Change) (*flow.Cursor, error) {
	return read.Figure[*flow.Cursor](c, "cursor")
}

func (changes) Subject(_ context.Context, c *db.Change) (db.Node, error) {
	return read.Figure[db.Node](c, "subject")
}

func (changes) Department(_ context.Context, c *db.Change) (*stage.Department, error) {
	return some(c.Department), nil
}

func (changes) Amount(ctx context.Context, c *db.Change) (*money.Amount, error) {
	if !access.SeesWorth(call.From(ctx).Viewer, c.SubjectKind) {
		return nil, nil
	}
	a := c.Amount()
	return &a, nil
}

func (changes) ToName(_ context.Context, c *db.Change) (*stage.Text, error) {
	return read.Figure[*stage.Text](c, "toName")
}

func (changes) FromCategory(_ context.Context, c *db.Change) (*stage.Category, error) {
	return some(c.FromCategory), nil
}

func (changes) ToCategory(_ context.Context, c *db.Change) (*stage.Category, error) {
	return some(c.ToCategory), nil
}

func (changes) ActorName(_ context.Context, c *db.Change) (string, error) {
	return read.Figure[string](c, "actorName")
}
