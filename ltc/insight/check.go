package insight

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"

	"github.com/leadtocash/ltc/ltc/store"
)

// Drift is how far the summary rows are from the truth.
type Drift struct {
	Shares int // records that add another amount than is kept, of those that the reader has read all about
	Totals int // sums that are not those of the shares
}

// daily checks the summary rows, and makes them where there are none yet: at the first start after an upgrade.
func daily(ctx context.Context, st *store.Store) error {
	var begun bool
	err := st.SQL().QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM readers WHERE id = '"+reader+"')").Scan(&begun)
	if err != nil {
		return store.Translate(err)
	}
	if !begun {
		return Rebuild(ctx, st)
	}
	_, err = Check(ctx, st)
	return err
}

// Check compares the summary rows with the truth, and makes them anew where they differ.
func Check(ctx context.Context, st *store.Store) (d Drift, err error) {
	zone, err := zoneOf(ctx, st, st.Reader())
	if err != nil {
		return d, store.Translate(err)
	}
	if d, err = drift(ctx, st, zone); err != nil || d == (Drift{}) {
		return d, err
	}
	slog.WarnContext(ctx, "summary rows differed from the records and are made anew", "shares", d.Shares, "totals", d.Totals)
	repairs(st).Add(1)
	return d, Rebuild(ctx, st)
}

// drift only reads. On PostgreSQL it may take longer than a read may, which only a transaction can say; SQLite's would
// keep all others from writing.
func drift(ctx context.Context, st *store.Store, zone string) (d Drift, err error) {
	look := func(ctx context.Context, row func(context.Context, string) scanner) error {
		if err := row(ctx, sharesOff(st, zone)).Scan(&d.Shares); err != nil {
			return err
		}
		return row(ctx, totalsOff).Scan(&d.Totals)
	}
	if !st.Postgres() {
		err = look(ctx, func(ctx context.Context, q string) scanner { return st.SQL().QueryRowContext(ctx, q) })
		return d, store.Translate(err)
	}
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if err := patient(ctx, tx); err != nil {
			return err
		}
		return look(ctx, func(ctx context.Context, q string) scanner { return tx.SQL.QueryRowContext(ctx, q) })
	})
	return d, err
}

type scanner interface{ Scan(into ...any) error }

// Repairs is how often this process found the summary rows wrong.
func Repairs(st *store.Store) int64 { return repairs(st).Load() }

type repairsKey struct{}

func repairs(st *store.Store) *atomic.Int64 {
	n, _ := st.Cache.LoadOrStore(repairsKey{}, &atomic.Int64{})
	return n.(*atomic.Int64)
}

// sharesOff counts the records whose share is not what it should be, but for those of which the log tells news.
func sharesOff(st *store.Store, zone string) string {
	var same []string
	for column := range strings.SplitSeq(alike+", minor", ", ") {
		same = append(same, "is_."+column+" = should."+column)
	}
	return "WITH heard (kind, id) AS (" + unread(st, touching) + "), " + touched +
		" SELECT COUNT(*) FROM figure_shares is_ FULL JOIN (" + truth(st, zone, "") + ") should ON should.id = is_.id" +
		" WHERE COALESCE(is_.id, should.id) NOT IN (SELECT id FROM touched)" +
		" AND (is_.id IS NULL OR should.id IS NULL OR NOT (" + strings.Join(same, " AND ") + "))"
}

// totalsOff counts the totals that are not the sums of the shares.
const totalsOff = "SELECT COUNT(*) FROM (SELECT " + alike + " FROM (" +
	"SELECT " + alike + ", minor, records FROM figure_totals" +
	" UNION ALL SELECT " + alike + ", -minor, -1 FROM figure_shares WHERE owner <> ''" +
	" UNION ALL SELECT kind, '', in_stage, category, process, days, due, -minor, -1 FROM figure_shares" +
	") t GROUP BY " + alike + " HAVING SUM(minor) <> 0 OR SUM(records) <> 0) d"

// Rebuild makes all summary rows anew from the records, in one transaction. Where there were none yet, the reader
// begins here: what the log told before is in them.
func Rebuild(ctx context.Context, st *store.Store) error {
	zone, err := zoneOf(ctx, st, st.Reader())
	if err != nil {
		return store.Translate(err)
	}
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Lock(ctx, "reader:"+reader); err != nil {
			return err
		}
		if err := patient(ctx, tx); err != nil {
			return err
		}
		for _, q := range []string{
			begin(st),
			"DELETE FROM figure_totals",
			"DELETE FROM figure_shares",
			"INSERT INTO figure_shares (id, " + alike + ", minor) " + truth(st, zone, ""),
			"WITH all_shares AS (SELECT " + alike + ", minor, 1 AS records FROM figure_shares) " + add("all_shares"),
		} {
			if _, err := tx.SQL.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		return nil
	})
}

// begin lets the reader stand at the end of the log, where it has not begun: behind that, nothing can appear any more.
func begin(st *store.Store) string {
	settled := "TRUE"
	if st.Postgres() {
		settled = "xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
	}
	return "INSERT INTO readers (id, xid, change_id, updated_at) SELECT '" + reader + "', xid, id, at FROM changes WHERE " + settled +
		" AND NOT EXISTS (SELECT 1 FROM readers WHERE id = '" + reader + "') ORDER BY xid DESC, id DESC LIMIT 1"
}

// patient lets the transaction's statements take longer than a request's may.
func patient(ctx context.Context, tx *store.Tx) error {
	if !tx.Store.Postgres() {
		return nil
	}
	_, err := tx.SQL.ExecContext(ctx, "SELECT set_config('statement_timeout', '0', true)")
	return err
}
