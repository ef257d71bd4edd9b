package insight

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// closings are the log's moves to an end, in the words of the index that holds them.
const closings = "c.kind = 'moved' AND c.to_category IN ('won', 'lost', 'abandoned')"

// daysToClose is the median of the calendar days, by the company's clock, from the entry into the stage before the
// last to the close.
func daysToClose(ctx context.Context, st *store.Store, f *PipelineFilter, c worktime.Calendar) (int, error) {
	d := sql.Dialect(st.Dialect())
	o, ch := d.Table(opportunity.Table), d.Table(change.Table).As("c")
	q := d.Select(ch.C(change.FieldEnteredPreviousAt), ch.C(change.FieldAt)).From(o).
		Join(ch).OnP(sql.And(
		sql.ColumnsEQ(ch.C(change.FieldSubjectID), o.C(opportunity.FieldID)),
		sql.ExprP(closings),
		sql.ColumnsEQ(ch.C(change.FieldToStage), o.C(opportunity.FieldStage)),
		sql.ColumnsEQ(ch.C(change.FieldAt), o.C(opportunity.FieldStageEnteredAt)),
	)).Where(sql.In(o.C(opportunity.FieldStageCategory), string(stage.Won), string(stage.Lost), string(stage.Abandoned)))
	f.where(ctx, q)
	query, args := q.Query()
	found, err := st.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return 0, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	var days []int
	for found.Next() {
		var from, to time.Time
		if err := found.Scan(&from, &to); err != nil {
			return 0, store.Translate(err)
		}
		days = append(days, c.Today(from).DaysUntil(c.Today(to)))
	}
	return median(days), store.Translate(found.Err())
}

// median is the middle one; of two middle ones their mean, half a day counting as one.
func median(days []int) int {
	if len(days) == 0 {
		return 0
	}
	slices.Sort(days)
	a, b := days[(len(days)-1)/2], days[len(days)/2]
	return (a + b + 1) / 2
}
