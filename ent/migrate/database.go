package migrate

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"entgo.io/ent/dialect"
	_ "github.com/lib/pq" // the driver named "postgres"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver named "sqlite"
)

// lock is the advisory lock that one migrating server holds on PostgreSQL.
const lock = 0x6c7463_6d6967 // "ltcmig"

// Open opens a database for migrating it and nothing else: `sqlite:PATH` or `postgres://...`. It answers ent's name of
// the dialect too. The caller closes it before anybody works with the database.
func Open(databaseURL string) (name string, db *sql.DB, err error) {
	if path, ok := strings.CutPrefix(databaseURL, "sqlite:"); ok {
		db, err = sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?_pragma=foreign_keys(0)"+
			"&_pragma=busy_timeout(30000)&_pragma=journal_mode(WAL)&_txlock=immediate&_time_format=sqlite")
		return dialect.SQLite, db, err
	}
	if strings.HasPrefix(databaseURL, "postgres://") || strings.HasPrefix(databaseURL, "postgresql://") {
		db, err = sql.Open("postgres", databaseURL)
		return dialect.Postgres, db, err
	}
	return "", nil, errors.New("the URL of a database is sqlite:PATH or postgres://HOST/NAME")
}

// locked runs f while no other server migrates. SQLite needs no lock here: its one server has the file, and each file
// of SQL is one transaction.
func locked(ctx context.Context, name string, db *sql.DB, f func() error) (err error) {
	if name != dialect.Postgres {
		return f()
	}
	if db.Stats().MaxOpenConnections == 1 {
		return errors.New("migrating needs two connections: one holds the lock")
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock($1)", int64(lock)); err != nil {
		return err
	}
	defer func() {
		_, unlock := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", int64(lock))
		err = errors.Join(err, unlock)
	}()
	return f()
}

// ledgers asks each database whether it was ever migrated.
var ledgers = map[string]string{
	dialect.SQLite:   "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '" + goose.DefaultTablename + "'",
	dialect.Postgres: "SELECT count(*) FROM pg_class WHERE oid = to_regclass('" + goose.DefaultTablename + "')",
}

// applied answers the versions that a database already has.
func applied(ctx context.Context, name string, db *sql.DB) (map[int64]bool, error) {
	var n int
	if err := db.QueryRowContext(ctx, ledgers[name]).Scan(&n); err != nil {
		return nil, fmt.Errorf("reading the database's version: %w", err)
	}
	if n == 0 {
		return nil, nil
	}
	rows, err := db.QueryContext(ctx, "SELECT version_id FROM "+goose.DefaultTablename+" WHERE version_id > 0 AND is_applied")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	versions := map[int64]bool{}
	for rows.Next() {
		var version int64
		if err := rows.Scan(&version); err != nil {
			return nil, err
		}
		versions[version] = true
	}
	return versions, rows.Err()
}
