package flow

import (
	"context"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ltc/store"
)

// committed keeps a query of the log below the horizon: on PostgreSQL every transaction below it has ended, so that
// nothing can appear behind a position any more. Serial ids alone lose what commits in another order than it began.
func committed(s *sql.Selector) {
	if s.Dialect() == "postgres" {
		s.Where(sql.ExprP(s.C(change.FieldXid) + " < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"))
	}
}

// after keeps a query of the log behind a position, before keeps it in front of one.
func after(p Position) func(*sql.Selector)  { return beyond(p, " > ") }
func before(p Position) func(*sql.Selector) { return beyond(p, " < ") }

// beyond compares both columns in a way that lets the index lead to the place: PostgreSQL as one row, SQLite, whose
// changes all have the transaction 0, by their numbers. Anything else goes through the log from its beginning.
func beyond(p Position, is string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		xid, number := s.C(change.FieldXid), s.C(change.FieldID)
		s.Where(sql.P(func(b *sql.Builder) {
			if s.Dialect() == dialect.SQLite {
				b.WriteString(xid + " = 0 AND " + number + is).Arg(p.ID)
				return
			}
			b.WriteString("(" + xid + ", " + number + ")" + is + "(").Arg(p.XID).WriteString(", ").Arg(p.ID).WriteByte(')')
		}))
	}
}

// Read answers at most limit changes after a position, in the log's order. Whoever shows them narrows them to what the
// reader may see (access.Rows).
func Read(
	ctx context.Context, c *db.Client, p Position, f *ChangeFilter, limit int, rows ...func(*sql.Selector),
) ([]*db.Change, error) {
	return c.Change.Query().Where(committed, after(p), f.Where).Where(predicates(rows)...).
		Order(change.ByXid(), change.ByID()).Limit(limit).All(ctx)
}

func predicates(rows []func(*sql.Selector)) []predicate.Change {
	out := make([]predicate.Change, len(rows))
	for i, r := range rows {
		out[i] = r
	}
	return out
}

// History answers at most limit changes before a position, the newest first; without one, from the newest on. It is
// narrowed as Read is.
func History(
	ctx context.Context, c *db.Client, p *Position, f *ChangeFilter, limit int, rows ...func(*sql.Selector),
) ([]*db.Change, error) {
	q := c.Change.Query().Where(committed, f.Where).Where(predicates(rows)...)
	if p != nil {
		q.Where(before(*p))
	}
	return q.Order(change.ByXid(sql.OrderDesc()), change.ByID(sql.OrderDesc())).Limit(limit).All(ctx)
}

// Last is the position behind which nothing is committed yet.
func Last(ctx context.Context, st *store.Store) (Position, error) {
	if st.Postgres() {
		var xid int64
		err := st.SQL().QueryRowContext(ctx, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1").Scan(&xid)
		return Position{XID: xid, ID: 1<<63 - 1}, err
	}
	var p Position
	err := st.SQL().QueryRowContext(ctx, "SELECT COALESCE(MAX(id), 0) FROM changes").Scan(&p.ID)
	return p, err
}

// pending tells whether rows stand behind a position that the horizon still hides. It asks for the last row: whether
// there is any behind the position a planner that does not know the position answers by reading the whole log.
func pending(ctx context.Context, st *store.Store, p Position) (is bool, err error) {
	if !st.Postgres() {
		return false, nil
	}
	err = st.SQL().QueryRowContext(ctx, "SELECT (xid, id) > ($1::bigint, $2::bigint) FROM changes ORDER BY xid DESC, id DESC LIMIT 1",
		p.XID, p.ID).Scan(&is)
	if store.Missing(err) {
		return false, nil
	}
	return is, err
}
