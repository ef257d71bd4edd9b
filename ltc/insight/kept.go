package insight

import (
	"context"
	"strconv"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// most is how many changes that the summary rows do not know yet are reckoned in; where there are more, the records
// themselves are added up.
const most = 200

// heardLately is the table of what the summary rows do not know yet, for a statement.
func heardLately(st *store.Store, kinds string) string {
	return "heard (kind, id) AS (" + unread(st, kinds) + " ORDER BY c.xid, c.id LIMIT " + strconv.Itoa(most) + ")"
}

// StageSum is what stands in one stage: how many records, and what they are worth.
type StageSum struct {
	Stage    string
	Category stage.Category
	Process  int // the version of the process
	Days     int // to the close; -1 where that was not asked, or has not been
	Records  int
	Minor    int64
}

// Whole tells whether the viewer sees all records of a kind, or all that one person owns, so that sums over them are
// the same for everybody who does.
func Whole(ctx context.Context, kind id.Kind, owner *string) bool {
	v := call.From(ctx).Viewer
	if owner == nil {
		return !access.Partial(v, kind)
	}
	of, _ := id.KindOf(*owner)
	return of == id.User && !access.PartialOf(v, kind, *owner)
}

// ByStage are leads or opportunities by stage, from the summary rows: of everybody, or of one owner. What the rows do
// not know yet is reckoned in by the same statement: it takes off what its records added, and adds what they add now.
// So the figures are those of the records at that moment. They are not known where too much is not reckoned in yet.
func ByStage(ctx context.Context, st *store.Store, kind id.Kind, owner *string, days bool) (sums []StageSum, known bool, err error) {
	zone, err := zoneOf(ctx, st, st.Reader())
	if err != nil {
		return nil, false, store.Translate(err)
	}
	of := ""
	if owner != nil {
		of = *owner
	}
	found, err := st.SQL().QueryContext(ctx, byStage(st, kind, zone, days), of)
	if err != nil {
		return nil, false, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	late := 0
	for found.Next() {
		var s StageSum
		if err := found.Scan(&s.Stage, &s.Category, &s.Process, &s.Days, &s.Records, &s.Minor, &late); err != nil {
			return nil, false, store.Translate(err)
		}
		if s.Records != 0 {
			sums = append(sums, s)
		}
	}
	return sums, late < most, store.Translate(found.Err())
}

// byStage has a row without a stage, which is there where nothing else is.
func byStage(st *store.Store, kind id.Kind, zone string, days bool) string {
	columns := "in_stage, category, process, days"
	if !days {
		columns = "in_stage, category, process, -1 AS days"
	}
	const owned = " WHERE ($1 = '' OR owner = $1)"
	return "WITH " + heardLately(st, "'"+string(kind)+"'") +
		" SELECT in_stage, category, process, days, CAST(SUM(records) AS BIGINT), CAST(SUM(minor) AS BIGINT), (SELECT COUNT(*) FROM heard) FROM (" +
		"SELECT '' AS in_stage, '' AS category, 0 AS process, -1 AS days, 0 AS records, 0 AS minor" +
		" UNION ALL SELECT " + columns + ", records, minor FROM figure_totals WHERE kind = '" + string(kind) + "' AND owner = $1" +
		" UNION ALL SELECT " + columns + ", -1, -minor FROM figure_shares" + owned + " AND id IN (SELECT id FROM heard)" +
		" UNION ALL SELECT " + columns + ", 1, minor FROM (" + truthOf(st, kind, zone) + " AND r.id IN (SELECT id FROM heard)) t" + owned +
		") f GROUP BY in_stage, category, process, days ORDER BY process, in_stage, category, days"
}
