package insight

import (
	"context"
	"log/slog"
	"sync/atomic"

	"github.com/leadtocash/ltc/ltc/store"
)

// Drift is how far the summary rows are from the truth.
type Drift struct {
	Shares int // records that add another amount than is kept, of those that the reader has read all about
	Totals int // sums that are not those of the shares
}

// daily checks the summary rows, where there are some.
func daily(ctx context.Context, st *store.Store) error {
	has, err := begun(st.SQL().QueryRowContext(ctx, hasBegun))
	if err != nil || !has {
		return store.Translate(err)
	}
	if _, err = Check(ctx, st); err != nil {
		return err
	}
	return tidy(ctx, st)
}

// tidy drops the totals that have come to nothing: of due dates that are over, of stages that nobody is in.
func tidy(ctx context.Context, st *store.Store) error {
	return alone(ctx, st, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.SQL.ExecContext(ctx, "DELETE FROM figure_totals WHERE minor = 0 AND records = 0")
		return err
	})
}

// hasBegun asks whether the reader of the log has ever done something.
const hasBegun = "SELECT EXISTS (SELECT 1 FROM readers WHERE id = '" + reader + "')"

func begun(row scanner) (is bool, err error) {
	err = row.Scan(&is)
	return is, err
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

// sharesOff counts the records whose share is not what it should be, but for those of which the log tells news: what is
// kept and what should be are put together, and what is alike goes away.
func sharesOff(st *store.Store, zone string) string {
	share := "id, " + alike + ", minor"
	return "WITH heard (kind, id) AS MATERIALIZED (" + unread(st, touching) + "), " + touched +
		" SELECT COUNT(DISTINCT id) FROM (SELECT id FROM (" +
		"SELECT " + share + ", 1 AS n FROM figure_shares UNION ALL SELECT " + share + ", -1 FROM (" + truth(st, zone, "") + ") t" +
		") s GROUP BY " + share + " HAVING SUM(n) <> 0) d WHERE id NOT IN (SELECT id FROM touched)"
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
	return alone(ctx, st, func(ctx context.Context, tx *store.Tx) error { return rebuild(ctx, tx, zone) })
}

// alone runs f while no reader of the log writes summary rows; it waits for as long as one does.
func alone(ctx context.Context, st *store.Store, f func(context.Context, *store.Tx) error) error {
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if err := patient(ctx, tx); err != nil {
			return err
		}
		if err := tx.Lock(ctx, "reader:"+reader); err != nil {
			return err
		}
		return f(ctx, tx)
	})
}

func rebuild(ctx context.Context, tx *store.Tx, zone string) error {
	if err := patient(ctx, tx); err != nil {
		return err
	}
	for _, q := range []string{
		begin(tx.Store),
		"DELETE FROM figure_totals",
		"DELETE FROM figure_shares",
		"INSERT INTO figure_shares (id, " + alike + ", minor) " + truth(tx.Store, zone, ""),
		"WITH all_shares AS (SELECT " + alike + ", minor, 1 AS records FROM figure_shares) " + add("all_shares"),
	} {
		if _, err := tx.SQL.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
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

// patient lets the transaction's statements take longer than a request's may, and wait longer.
func patient(ctx context.Context, tx *store.Tx) error {
	if !tx.Store.Postgres() {
		return nil
	}
	_, err := tx.SQL.ExecContext(ctx, "SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)")
	return err
}
