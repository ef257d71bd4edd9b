package insight

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// walk goes through the changes of one journey, in order, and makes steps of them.
type walk struct {
	journey  *db.Journey
	calendar worktime.Calendar
	now      time.Time
	who      map[string]actor
	numbers  map[string]Caption
	billed   map[string]time.Time // instalments, by their ids

	steps []*JourneyStep
	open  map[string]*JourneyStep // the step that a record is in, by its id
	by    map[*JourneyStep]string // the action that began a step
}

// follow takes the next change: it may be work on what waits for its actor's department; a move ends a step and begins
// the next one.
func (w *walk) follow(ctx context.Context, st *store.Store, c *db.Change) error {
	w.work(c)
	if c.ToStage == "" || c.Kind != change.KindOpened && c.Kind != change.KindMoved {
		return nil
	}
	if s := w.open[c.SubjectID]; s != nil {
		at := c.At
		s.LeftAt = &at
	}
	return w.enter(ctx, st, c)
}

// work marks the steps that wait for the department of who acted. What one action brings about is no work on it.
func (w *walk) work(c *db.Change) {
	department := w.who[c.Actor].department
	for _, s := range w.open {
		if s.WorkedAt == nil && s.Department != nil && *s.Department == department && w.by[s] != c.CorrelationID {
			at := c.At
			s.WorkedAt = &at
		}
	}
}

func (w *walk) enter(ctx context.Context, st *store.Store, c *db.Change) error {
	d, err := flow.Document(ctx, st, st.Reader(), c.SubjectKind, c.ProcessVersion)
	if err != nil {
		return store.Translate(err)
	}
	in, _ := d.Find(c.ToStage)
	s := &JourneyStep{
		Kind: c.SubjectKind, SubjectID: c.SubjectID, Number: w.numbers[c.SubjectID].Number,
		Stage: c.ToStage, StageName: in.Name, Category: c.ToCategory, ActorName: w.who[c.Actor].name,
		EnteredAt: c.At, LateAfterSeconds: in.LateAfter * 3600, Reason: c.Reason,
	}
	if access.SeesWorth(call.From(ctx).Viewer, c.SubjectKind) {
		a := c.Amount()
		s.Amount = &a
	}
	if c.Department != "" {
		holder := c.Department
		s.Department = &holder
	}
	if w.open == nil {
		w.open, w.by = map[string]*JourneyStep{}, map[*JourneyStep]string{}
	}
	w.open[c.SubjectID], w.by[s] = s, c.CorrelationID
	w.steps = append(w.steps, s)
	return nil
}

// finish measures the steps. One that was left without work has only waited.
func (w *walk) finish() []*JourneyStep {
	for _, s := range w.steps {
		s.bill(w.billed[s.SubjectID])
		s.until = w.now
		if s.LeftAt != nil {
			s.until = *s.LeftAt
		}
		if s.until.Before(s.EnteredAt) {
			s.until = s.EnteredAt
		}
		s.StartSeconds = w.seconds(w.journey.OpenedAt, s.EnteredAt)
		s.BusinessSeconds = w.seconds(s.EnteredAt, s.until)
		if s.Department != nil {
			s.WaitingSeconds = w.seconds(s.EnteredAt, s.began())
		}
	}
	return w.steps
}

// began is when work on the step began, or its end.
func (s *JourneyStep) began() time.Time {
	if s.WorkedAt != nil && s.WorkedAt.Before(s.until) {
		return *s.WorkedAt
	}
	return s.until
}

// seconds are the business seconds between two instants.
func (w *walk) seconds(from, to time.Time) int {
	return int(w.calendar.Elapsed(from, to) / time.Second)
}
