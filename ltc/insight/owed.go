package insight

import (
	"context"
	"strconv"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// money that is owed: by invoices, by their due dates, and to customers, by payments that settle no invoice yet.
type owed struct {
	due   map[worktime.Date]int64
	spare int64
}

// owedByRows are both from the summary rows, reckoned as ByStage does.
func owedByRows(ctx context.Context, st *store.Store) (o owed, known bool, err error) {
	zone, err := zoneOf(ctx, st, st.Reader())
	if err != nil {
		return o, false, store.Translate(err)
	}
	found, err := st.SQL().QueryContext(ctx, owedSQL(st, zone))
	if err != nil {
		return o, false, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	o.due = map[worktime.Date]int64{}
	late := 0
	for found.Next() {
		var kind id.Kind
		var due string
		var minor int64
		if err := found.Scan(&kind, &due, &minor, &late); err != nil {
			return o, false, store.Translate(err)
		}
		if kind == id.Payment {
			o.spare += minor
			continue
		}
		var on worktime.Date
		if due != "" {
			if err := on.UnmarshalText([]byte(due)); err != nil {
				return o, false, err
			}
		}
		o.due[on] += minor
	}
	return o, late < most, store.Translate(found.Err())
}

func owedSQL(st *store.Store, zone string) string {
	now := func(kind id.Kind) string {
		return " UNION ALL SELECT kind, due, minor FROM (" + truthOf(st, kind, zone) + " AND r.id" + ofTouched + ") " + string(kind) + "_now"
	}
	return "WITH " + heardLately(st, "'invoice', 'payment', 'allocation', 'credit_note'") + ", " + touched +
		" SELECT kind, due, CAST(SUM(minor) AS BIGINT), (SELECT COUNT(*) FROM heard) FROM (" +
		"SELECT 'invoice' AS kind, '' AS due, 0 AS minor" +
		" UNION ALL SELECT kind, due, minor FROM figure_totals WHERE kind IN ('invoice', 'payment') AND owner = '' AND minor <> 0" +
		" UNION ALL SELECT kind, due, -minor FROM figure_shares WHERE kind IN ('invoice', 'payment') AND id" + ofTouched +
		now(id.Invoice) + now(id.Payment) + ") f GROUP BY kind, due"
}

// unbilled is how many instalments that wait to be billed are named at most.
const unbilled = 1000

// Unbilled are the instalments that may be billed, and perhaps some that may not: whoever asks looks at each again. They
// are not known where there are many, or where the summary rows are far behind.
func Unbilled(ctx context.Context, st *store.Store) (ids []string, known bool, err error) {
	found, err := st.SQL().QueryContext(ctx, unbilledSQL(st))
	if err != nil {
		return nil, false, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	late := 0
	for found.Next() {
		var item string
		if err := found.Scan(&item, &late); err != nil {
			return nil, false, store.Translate(err)
		}
		ids = append(ids, item)
	}
	return ids, late < most && len(ids) <= unbilled, store.Translate(found.Err())
}

func unbilledSQL(st *store.Store) string {
	return "WITH " + heardLately(st, "'invoice', 'credit_note', 'payment_plan_item'") + ", " + touched +
		" SELECT id, (SELECT COUNT(*) FROM heard) FROM (SELECT '' AS id" +
		" UNION SELECT id FROM figure_shares WHERE kind = 'payment_plan_item'" +
		" UNION SELECT id FROM touched) u LIMIT " + strconv.Itoa(unbilled+1)
}
