package flow

import (
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// ChangeFilter says which changes are wanted; all given conditions hold.
type ChangeFilter struct {
	Kinds      []id.Kind
	Subject    *string
	Journey    *string
	Account    *string
	Owner      *string
	Department *stage.Department
	Categories []stage.Category
	Changes    []change.Kind
	Actor      *string
	From, To   *time.Time
	// stages leaves out edits and removals.
	stages bool
}

// Stages is the filter for openings and moves only.
func (f *ChangeFilter) Stages() *ChangeFilter {
	var g ChangeFilter
	if f != nil {
		g = *f
	}
	g.stages = true
	return &g
}

// Where narrows a query of the log.
func (f *ChangeFilter) Where(s *sql.Selector) {
	if f == nil {
		return
	}
	if len(f.Kinds) > 0 {
		s.Where(sql.In(s.C(change.FieldSubjectKind), anys(f.Kinds)...))
	}
	for column, value := range map[string]*string{
		change.FieldSubjectID: f.Subject, change.FieldJourneyID: f.Journey,
		change.FieldAccountID: f.Account, change.FieldOwnerID: f.Owner, change.FieldActor: f.Actor,
	} {
		if value != nil {
			s.Where(sql.EQ(s.C(column), *value))
		}
	}
	if f.Department != nil {
		s.Where(sql.EQ(s.C(change.FieldDepartment), string(*f.Department)))
	}
	if len(f.Categories) > 0 {
		s.Where(sql.In(s.C(change.FieldToCategory), anys(f.Categories)...))
	}
	if len(f.Changes) > 0 {
		s.Where(sql.In(s.C(change.FieldKind), anys(f.Changes)...))
	}
	if f.From != nil {
		s.Where(sql.GTE(s.C(change.FieldAt), f.From.UTC()))
	}
	if f.To != nil {
		s.Where(sql.LT(s.C(change.FieldAt), f.To.UTC()))
	}
	if f.stages {
		s.Where(sql.In(s.C(change.FieldKind), string(change.KindOpened), string(change.KindMoved)))
		s.Where(sql.NEQ(s.C(change.FieldToStage), ""))
	}
}

// Matches is Where for a change in hand.
func (f *ChangeFilter) Matches(c *db.Change) bool {
	if f == nil {
		return true
	}
	same := func(want, have *string) bool { return want == nil || have != nil && *want == *have }
	return (len(f.Kinds) == 0 || slices.Contains(f.Kinds, c.SubjectKind)) &&
		same(f.Subject, &c.SubjectID) && same(f.Journey, c.JourneyID) &&
		same(f.Account, c.AccountID) && same(f.Owner, c.OwnerID) && same(f.Actor, &c.Actor) &&
		(len(f.Changes) == 0 || slices.Contains(f.Changes, c.Kind)) &&
		(f.From == nil || !c.At.Before(*f.From)) && (f.To == nil || c.At.Before(*f.To)) &&
		(f.Department == nil || *f.Department == c.Department) &&
		(len(f.Categories) == 0 || slices.Contains(f.Categories, c.ToCategory)) &&
		(!f.stages || c.ToStage != "" && (c.Kind == change.KindOpened || c.Kind == change.KindMoved))
}

func anys[T ~string](vs []T) []any {
	out := make([]any, len(vs))
	for i, v := range vs {
		out[i] = string(v)
	}
	return out
}
