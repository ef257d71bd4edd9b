package insight

import (
	"context"
	"slices"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// JourneyClock is how long a journey took, and where its time went.
type JourneyClock struct {
	ElapsedSeconds  int // calendar seconds since it opened, until it ended
	BusinessSeconds int // business seconds since it opened, until it ended
	WaitingSeconds  int // business seconds in which some stage waited and nobody had begun
	HandOvers       int // how often it passed from one department to another
	WorkdaySeconds  int // length of a working day
}

// Clocks are the clocks of journeys whose steps are known, by the journeys' ids.
func Clocks(ctx context.Context, st *store.Store, journeys []*db.Journey, steps map[string][]*JourneyStep) (map[string]*JourneyClock, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	workday := workdayOf(co.Calendar, call.Now(ctx))
	out := make(map[string]*JourneyClock, len(journeys))
	for _, j := range journeys {
		until := end(ctx, j)
		out[j.ID] = &JourneyClock{
			ElapsedSeconds:  int(until.Sub(j.OpenedAt) / time.Second),
			BusinessSeconds: int(co.Calendar.Elapsed(j.OpenedAt, until) / time.Second),
			WaitingSeconds:  int(idle(steps[j.ID], co.Calendar) / time.Second),
			HandOvers:       handOvers(steps[j.ID]),
			WorkdaySeconds:  workday,
		}
	}
	return out, nil
}

// workdayOf is the length of a working day in seconds.
func workdayOf(c worktime.Calendar, now time.Time) int {
	d := c.NextWorkday(c.Today(now))
	return int(c.Elapsed(d.Start(c.Zone()), d.End(c.Zone())) / time.Second)
}

// handOvers count how often the log passes from a step of one department to a step of another.
func handOvers(steps []*JourneyStep) (n int) {
	var holder stage.Department
	for _, s := range steps {
		if s.Department == nil {
			continue
		}
		if holder != "" && holder != *s.Department {
			n++
		}
		holder = *s.Department
	}
	return n
}

// idle is the business time in which some step waited and on none had work begun.
func idle(steps []*JourneyStep, c worktime.Calendar) (sum time.Duration) {
	var at []time.Time
	for _, s := range steps {
		at = append(at, s.EnteredAt, s.began(), s.until)
	}
	slices.SortFunc(at, time.Time.Compare)
	for i := 1; i < len(at); i++ {
		if from, to := at[i-1], at[i]; from.Before(to) && stands(steps, from) {
			sum += c.Elapsed(from, to)
		}
	}
	return sum
}

// stands tells whether at an instant some step waits and none is worked on.
func stands(steps []*JourneyStep, at time.Time) bool {
	waits := false
	for _, s := range steps {
		if s.Department == nil || at.Before(s.EnteredAt) || !at.Before(s.until) {
			continue
		}
		if !at.Before(s.began()) {
			return false
		}
		waits = true
	}
	return waits
}
