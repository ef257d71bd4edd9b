package migrate_test

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"entgo.io/ent/dialect"

	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestUp(t *testing.T) {
	t.Run("applies everything to an empty database, and nothing the second time", func(t *testing.T) {
		each(t, func(t *testing.T, kind string, db *sql.DB) {
			if pending(t, kind, db) == 0 {
				t.Error("nothing is pending in an empty database")
			}
			for range 2 {
				if err := migrate.Up(t.Context(), kind, db); err != nil {
					t.Fatal(err)
				}
				if got := pending(t, kind, db); got != 0 {
					t.Errorf("%d files are pending, want none", got)
				}
			}
		})
	})
	t.Run("leaves a database of a newer release alone", func(t *testing.T) {
		each(t, func(t *testing.T, kind string, db *sql.DB) {
			if err := migrate.Up(t.Context(), kind, db); err != nil {
				t.Fatal(err)
			}
			exec(t, db, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (29991231235959, true)")
			if err := migrate.Up(t.Context(), kind, db); !errors.Is(err, migrate.ErrNewer) {
				t.Errorf("error = %v, want %v", err, migrate.ErrNewer)
			}
		})
	})
}

func TestServersThatStartAtOnceTakeTurns(t *testing.T) {
	url := emptied(t, ltctest.Postgres(t))
	var inside, most atomic.Int32
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			kind, db, err := migrate.Open(url)
			if err != nil {
				t.Error(err)
				return
			}
			defer func() { _ = db.Close() }()
			if err := migrate.Up(t.Context(), kind, db, func(context.Context) error {
				most.Store(max(most.Load(), inside.Add(1)))
				inside.Add(-1)
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most.Load() != 1 {
		t.Errorf("%d servers were under the lock at once, want 1", most.Load())
	}
}

func TestOpenRefusesOtherDatabases(t *testing.T) {
	for _, url := range []string{"", "ltc.db", "mysql://root@localhost/ltc"} {
		if _, _, err := migrate.Open(url); err == nil {
			t.Errorf("%q was opened", url)
		}
	}
}

// each runs a test on an empty database of either kind.
func each(t *testing.T, test func(t *testing.T, kind string, db *sql.DB)) {
	t.Helper()
	for name, url := range map[string]func(*testing.T) string{
		"sqlite":   func(t *testing.T) string { return "sqlite:" + t.TempDir() + "/empty.db" },
		"postgres": func(t *testing.T) string { return emptied(t, ltctest.Postgres(t)) },
	} {
		t.Run(name, func(t *testing.T) {
			kind, db := open(t, url(t))
			test(t, kind, db)
		})
	}
}

func open(t *testing.T, url string) (string, *sql.DB) {
	t.Helper()
	kind, db, err := migrate.Open(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return kind, db
}

// emptied takes everything out of a PostgreSQL database.
func emptied(t *testing.T, url string) string {
	t.Helper()
	kind, db := open(t, url)
	if kind != dialect.Postgres {
		t.Fatalf("%s is not PostgreSQL", url)
	}
	exec(t, db, "DROP SCHEMA public CASCADE")
	exec(t, db, "CREATE SCHEMA public")
	return url
}

func pending(t *testing.T, kind string, db *sql.DB) int {
	t.Helper()
	n, err := migrate.Pending(t.Context(), kind, db)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func exec(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}
