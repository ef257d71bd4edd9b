// Package insight is what the log says: the steps of a journey and where its time went, the pipeline in figures, and
// what is owed by age. It reads and never writes.
package insight

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// JourneyStep is a stay of one of a journey's records in one stage.
type JourneyStep struct {
	Kind             id.Kind
	SubjectID        string
	Number           string
	Stage            string
	StageName        stage.Text
	Category         stage.Category
	Department       *stage.Department // who held the record; nil where nobody waited
	ActorName        string
	EnteredAt        time.Time
	WorkedAt         *time.Time // the department's first change on the journey during the stay
	LeftAt           *time.Time
	StartSeconds     int // business seconds from the journey's opening to the entry
	WaitingSeconds   int // business seconds until work began
	BusinessSeconds  int // business seconds in the stage so far
	LateAfterSeconds int // business seconds; 0 is never
	Reason           string
	Amount           *money.Amount // nil where the viewer does not see what the record is worth

	until time.Time // the end of the stay, or of what is known of it
}

// Steps are the steps of journeys from the log, in its order, by the journeys' ids. Changes and people cost one
// statement each, however many journeys there are.
func Steps(ctx context.Context, st *store.Store, journeys []*db.Journey) (map[string][]*JourneyStep, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	log, err := changesOf(ctx, st, journeys)
	if err != nil {
		return nil, err
	}
	who, err := actorsOf(ctx, st, log)
	if err != nil {
		return nil, err
	}
	subjects := subjectsOf(log)
	numbers, err := Captions(ctx, st, subjects)
	if err != nil {
		return nil, err
	}
	billed, err := billedAt(ctx, st, subjects)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]*JourneyStep, len(journeys))
	for _, j := range journeys {
		w := walk{journey: j, calendar: co.Calendar, now: end(ctx, j), who: who, numbers: numbers, billed: billed}
		for _, c := range log[j.ID] {
			if err := w.follow(ctx, st, c); err != nil {
				return nil, err
			}
		}
		out[j.ID] = w.finish()
	}
	return out, nil
}

// end is until when a journey's time runs: now, or its end.
func end(ctx context.Context, j *db.Journey) time.Time {
	if j.EndedAt != nil {
		return *j.EndedAt
	}
	return call.Now(ctx)
}

// changesOf are the changes of journeys in the log's order, by the journeys' ids.
func changesOf(ctx context.Context, st *store.Store, journeys []*db.Journey) (map[string][]*db.Change, error) {
	ids := make([]string, len(journeys))
	for i, j := range journeys {
		ids[i] = j.ID
	}
	found, err := st.Reader().Change.Query().Where(change.JourneyIDIn(ids...), access.Rows(call.From(ctx).Viewer, id.Change)).
		Order(change.ByXid(), change.ByID()).All(ctx)
	log := map[string][]*db.Change{}
	for _, c := range found {
		log[*c.JourneyID] = append(log[*c.JourneyID], c)
	}
	return log, store.Translate(err)
}

func subjectsOf(log map[string][]*db.Change) []string {
	seen := map[string]bool{}
	var ids []string
	for _, cs := range log {
		for _, c := range cs {
			if !seen[c.SubjectID] {
				seen[c.SubjectID] = true
				ids = append(ids, c.SubjectID)
			}
		}
	}
	return ids
}
