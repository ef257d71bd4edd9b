package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/lib/pq"

	"github.com/leadtocash/ltc/ent/migrate"
)

// sink takes rows in bulk. Indexes are dropped before and made again after, foreign keys are checked at the end.
type sink interface {
	add(ctx context.Context, rows [][][]any) error
	finish(ctx context.Context, n *numbers, legalEntity string) error
	close(ctx context.Context) error
}

// bulk is what both databases' sinks share.
type bulk struct {
	conn    *sql.Conn
	indexes []string // how they are made again
}

func open(ctx context.Context, name string, db *sql.DB) (sink, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	b := bulk{conn: conn}
	var s sink = &sqliteSink{b}
	begin, list := sqliteBegin, sqliteIndexes
	if name == dialect.Postgres {
		s, begin, list = &postgresSink{b}, postgresBegin, postgresIndexes
	}
	if err := b.run(ctx, begin...); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	indexes, err := b.drop(ctx, list)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	switch s := s.(type) {
	case *sqliteSink:
		s.indexes = indexes
	case *postgresSink:
		s.indexes = indexes
	}
	return s, nil
}

func (b *bulk) run(ctx context.Context, statements ...string) error {
	for _, s := range statements {
		if _, err := b.conn.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("%.80s: %w", s, err)
		}
	}
	return nil
}

// drop takes the indexes of the cloned tables away and answers how they are made again.
func (b *bulk) drop(ctx context.Context, list string) (again []string, err error) {
	rows, err := b.conn.QueryContext(ctx, list)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name, on, how string
		if err := rows.Scan(&name, &on, &how); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(tables, func(t *table) bool { return t.name == on }) {
			names, again = append(names, `DROP INDEX "`+name+`"`), append(again, how)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return again, b.run(ctx, names...)
}

// ends are the statements that set the counters behind what was written; readers of the log have read it.
func ends() []string {
	return []string{
		`UPDATE readers SET xid = (SELECT max(xid) FROM changes), change_id = (SELECT max(id) FROM changes)`,
		// What the last week's keys did: over an empty table a database plans the look at a key as a read of all.
		`INSERT INTO idempotencies (principal, key, response_name, request_hash, record_kind, record_id, record_version, created_at)
			SELECT actor, 'bench ' || id, 'moveStage', ` + "'bench'" + `, subject_kind, subject_id, subject_version, at
			FROM changes WHERE kind = 'moved' ORDER BY id DESC LIMIT 20000`,
	}
}

// invoiceSeries sets the counters of invoices; an earlier year ended on its last day.
func (n *numbers) invoiceSeries(legalEntity string) []string {
	var out []string
	for year, last := range n.invoices {
		out = append(out, fmt.Sprintf(`INSERT INTO number_series (legal_entity_id, series, year, last, last_on)
			VALUES (%s, 'INV', %d, %d, '%d-12-31') ON CONFLICT (legal_entity_id, series, year) DO UPDATE SET last = excluded.last`,
			pq.QuoteLiteral(legalEntity), year, last, year))
	}
	slices.Sort(out)
	return out
}

// postgresSink writes by COPY.
type postgresSink struct{ bulk }

var postgresBegin = []string{
	"SET session_replication_role = replica", "SET maintenance_work_mem = '512MB'", "SET synchronous_commit = off", "SET TimeZone = 'UTC'",
}

const postgresIndexes = `SELECT indexname, tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' AND
	NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname) ORDER BY indexname`

func (s *postgresSink) add(ctx context.Context, rows [][][]any) error {
	tx, err := s.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	for i, t := range tables {
		if len(rows[i]) == 0 {
			continue
		}
		if err := copyIn(ctx, tx, t, rows[i]); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", t.name, err), tx.Rollback())
		}
	}
	return tx.Commit()
}

func copyIn(ctx context.Context, tx *sql.Tx, t *table, rows [][]any) (err error) {
	stmt, err := tx.PrepareContext(ctx, "COPY "+t.name+" ("+quoted(t.names)+") FROM STDIN")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stmt.Close()) }()
	for _, r := range rows {
		if _, err := stmt.ExecContext(ctx, r...); err != nil {
			return err
		}
	}
	_, err = stmt.ExecContext(ctx)
	return err
}

func (s *postgresSink) finish(ctx context.Context, n *numbers, legalEntity string) error {
	var sets []string
	for i, name := range seriesNames {
		sets = append(sets, fmt.Sprintf(`SELECT setval('"number_%s"', %d)`, name, max(1, n.series[i])))
	}
	sets = append(sets, fmt.Sprintf(`SELECT setval(pg_get_serial_sequence('changes', 'id'), %d)`, n.changes))
	steps := slices.Concat(s.indexes, sets, n.invoiceSeries(legalEntity), ends(), []string{"VACUUM (FREEZE, ANALYZE)"})
	return s.run(ctx, steps...)
}

func (s *postgresSink) close(ctx context.Context) error {
	return errors.Join(s.run(context.WithoutCancel(ctx), "RESET ALL"), s.conn.Close())
}

// sqliteSink writes many rows by one statement.
type sqliteSink struct{ bulk }

var sqliteBegin = []string{"PRAGMA foreign_keys = 0", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -262144"}

const sqliteIndexes = `SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`

// together is how many rows go by one statement.
const together = 40

func (s *sqliteSink) add(ctx context.Context, rows [][][]any) error {
	tx, err := s.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	for i, t := range tables {
		for part := range slices.Chunk(rows[i], together) {
			if err := insert(ctx, tx, t, part); err != nil {
				return errors.Join(fmt.Errorf("%s: %w", t.name, err), tx.Rollback())
			}
		}
	}
	return tx.Commit()
}

func insert(ctx context.Context, tx *sql.Tx, t *table, rows [][]any) error {
	one := "(?" + strings.Repeat(", ?", len(t.names)-1) + ")"
	text := "INSERT INTO " + t.name + " (" + quoted(t.names) + ") VALUES " + one + strings.Repeat(", "+one, len(rows)-1)
	_, err := tx.ExecContext(ctx, text, slices.Concat(rows...)...)
	return err
}

func (s *sqliteSink) finish(ctx context.Context, n *numbers, legalEntity string) error {
	var sets []string
	for i, name := range seriesNames {
		sets = append(sets, fmt.Sprintf(`UPDATE number_series SET last = %d WHERE legal_entity_id = '' AND series = '%s'`, n.series[i], name))
	}
	return s.run(ctx, slices.Concat(s.indexes, sets, n.invoiceSeries(legalEntity), ends(), []string{"PRAGMA wal_checkpoint(TRUNCATE)"})...)
}

func (s *sqliteSink) close(context.Context) error { return s.conn.Close() }

// counters reads how far the patterns brought the series.
func counters(ctx context.Context, db *sql.DB) (*numbers, error) {
	n := &numbers{invoices: map[int]int64{}}
	tables := [...]string{"leads", "accounts", "opportunities", "quotes", "contracts", "orders", "shipments", "acceptances", "invoices", "payments", "journeys"}
	for i, t := range tables {
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM "+t).Scan(&n.series[i]); err != nil {
			return nil, err
		}
	}
	if err := db.QueryRowContext(ctx, "SELECT max(id) FROM changes").Scan(&n.changes); err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, "SELECT year, last FROM number_series WHERE series = 'INV'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var year int
		var last int64
		if err := rows.Scan(&year, &last); err != nil {
			return nil, err
		}
		n.invoices[year] = last
	}
	return n, rows.Err()
}

// Broken counts the rows of each foreign key that point nowhere.
func Broken(ctx context.Context, databaseURL string) (map[string]int64, error) {
	_, d, err := migrate.Open(databaseURL)
	if err != nil {
		return nil, err
	}
	defer func() { _ = d.Close() }()
	out := map[string]int64{}
	for _, k := range keys() {
		var n int64
		if err := d.QueryRowContext(ctx, k.query).Scan(&n); err != nil {
			return nil, fmt.Errorf("%s: %w", k.name, err)
		}
		if n > 0 {
			out[k.name] = n
		}
	}
	return out, nil
}
