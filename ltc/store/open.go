// Package store is the only room that knows both databases: it opens them, runs transactions, takes locks and
// numbers, remembers idempotency keys and external references, and turns the drivers' errors into faults.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	_ "github.com/lib/pq" // the driver "postgres"
	_ "modernc.org/sqlite"

	"github.com/leadtocash/ltc/ent/db"
)

// Store is one open database.
type Store struct {
	// Cache is what other rooms keep for this database, by keys of their own types.
	Cache sync.Map

	url       string
	dialect   string
	writes    *sql.DB
	reads     *Reads
	reader    *db.Client
	watch     *watch
	writers   *writers
	mu        sync.Mutex
	committed []func()
	turn      atomic.Int64 // how often a record of a seldom kind was written
	closing   sync.Once
	closed    error
}

// Open opens the database behind `sqlite:PATH` or `postgres://...`; its schema has to be there (ent/migrate).
func Open(ctx context.Context, databaseURL string) (*Store, error) {
	s := &Store{url: databaseURL, watch: &watch{}}
	var err error
	if path, ok := strings.CutPrefix(databaseURL, "sqlite:"); ok {
		err = s.openSQLite(path)
	} else {
		err = s.openPostgres(databaseURL)
	}
	if err != nil {
		return nil, err
	}
	if err := s.Ping(ctx); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	return s, nil
}

// openSQLite opens one writer, for SQLite has one anyway, and readers that cannot write.
func (s *Store) openSQLite(path string) (err error) {
	s.dialect = dialect.SQLite
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return fmt.Errorf("make the database's folder: %w", err)
	}
	if s.writes, err = sql.Open("sqlite", SQLiteDSN(path, "foreign_keys(1)")); err != nil {
		return err
	}
	s.writers = newWriters(s.writes, s.watch, 1)
	reads, err := sql.Open("sqlite", SQLiteDSN(path, "foreign_keys(1)", "query_only(1)"))
	if err != nil {
		return err
	}
	s.readFrom(reads, 4*runtime.NumCPU())
	return nil
}

// SQLiteDSN is how LTC opens a SQLite file, with pragmas of the caller's.
func SQLiteDSN(path string, pragmas ...string) string {
	q := url.Values{"_txlock": {"immediate"}, "_time_format": {"sqlite"}}
	for _, p := range append([]string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)"}, pragmas...) {
		q.Add("_pragma", p)
	}
	return "file:" + path + "?" + q.Encode()
}

func (s *Store) openPostgres(databaseURL string) (err error) {
	s.dialect = dialect.Postgres
	dsn, err := postgresDSN(databaseURL)
	if err != nil {
		return err
	}
	if s.writes, err = sql.Open("postgres", dsn); err != nil {
		return err
	}
	s.writers = newWriters(s.writes, s.watch, mostWriters)
	reads, err := sql.Open("postgres", dsn)
	if err != nil {
		return err
	}
	s.readFrom(reads, 32)
	return nil
}

func (s *Store) readFrom(d *sql.DB, connections int) {
	d.SetMaxOpenConns(connections)
	d.SetMaxIdleConns(connections)
	d.SetConnMaxLifetime(writerLife)
	s.reads = newReads(d, s.watch, s.Postgres())
	s.reader = db.NewClient(db.Driver(entsql.NewDriver(s.dialect, entsql.Conn{ExecQuerier: s.reads})))
}

// postgresDSN adds the timeouts that keep one bad statement from holding everyone up, leaves out the compiler and the
// helpers that take longer to begin than a statement of some milliseconds lasts, and says that a page read by an index
// costs little more than one read in order, as it does where most are in memory; a URL may say others.
func postgresDSN(databaseURL string) (string, error) {
	u, err := url.Parse(databaseURL)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return "", fmt.Errorf("LTC_DATABASE_URL has to be sqlite:PATH or postgres://..., not %q", u.Redacted())
	}
	q := u.Query()
	for k, v := range map[string]string{
		"connect_timeout": "5", "statement_timeout": "8000", "lock_timeout": "3000",
		"idle_in_transaction_session_timeout": "10000", "TimeZone": "UTC", "application_name": "ltc", "jit": "off",
		"max_parallel_workers_per_gather": "0", "random_page_cost": "1.1",
	} {
		if !q.Has(k) {
			q.Set(k, v)
		}
	}
	u.RawQuery = q.Encode()
	return u.String(), nil
}

// Close waits for running transactions and ends all connections. Closing again does nothing.
func (s *Store) Close() error {
	s.closing.Do(func() { s.closed = s.close() })
	return s.closed
}

func (s *Store) close() error {
	if s.writers != nil {
		s.writers.close()
	}
	if s.reads != nil {
		_ = s.reads.Close()
	}
	return s.writes.Close()
}

// Ping asks the database for a sign of life.
func (s *Store) Ping(ctx context.Context) error {
	var one int
	return s.reads.QueryRowContext(ctx, "SELECT 1").Scan(&one)
}

// Postgres tells which of the two databases this is.
func (s *Store) Postgres() bool { return s.dialect == dialect.Postgres }

// Dialect is ent's name of the database's dialect.
func (s *Store) Dialect() string { return s.dialect }

// URL is what the store was opened with.
func (s *Store) URL() string { return s.url }

// Reader reads what is committed, by a connection of its own: inside a verb it does not see what the verb has written.
func (s *Store) Reader() *db.Client { return s.reader }

// SQL is for the few rooms that write their reads by hand: graph/read, insight, flow and platform/search.
func (s *Store) SQL() *Reads { return s.reads }

// Pools are the connections to read and to write by, for who counts them.
func (s *Store) Pools() map[string]*sql.DB {
	return map[string]*sql.DB{"read": s.reads.DB, "write": s.writes}
}

// OnCommit calls f after each commit that wrote to the log. It must not wait.
func (s *Store) OnCommit(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.committed = append(s.committed, f)
}

func (s *Store) tellCommitted() {
	s.mu.Lock()
	fs := s.committed
	s.mu.Unlock()
	for _, f := range fs {
		f()
	}
}

// VacuumInto writes a consistent copy of a SQLite file to a new one, while others go on.
func VacuumInto(ctx context.Context, from, to string) (err error) {
	d, err := sql.Open("sqlite", SQLiteDSN(from))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	_, err = d.ExecContext(ctx, "VACUUM INTO ?", to)
	return translate(err)
}

// Empty tells whether a PostgreSQL database holds no table yet.
func Empty(ctx context.Context, databaseURL string) (is bool, err error) {
	dsn, err := postgresDSN(databaseURL)
	if err != nil {
		return false, err
	}
	d, err := sql.Open("postgres", dsn)
	if err != nil {
		return false, err
	}
	defer func() { _ = d.Close() }()
	err = d.QueryRowContext(ctx, `SELECT NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema())`).Scan(&is)
	return is, translate(err)
}
