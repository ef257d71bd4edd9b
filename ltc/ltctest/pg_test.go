package ltctest_test

import (
	"database/sql"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestEachTestHasADatabaseOfItsOwn(t *testing.T) {
	kinds := map[string]func(testing.TB) string{"sqlite": ltctest.SQLite, "postgres": ltctest.Postgres}
	for kind, fresh := range kinds {
		t.Run(kind, func(t *testing.T) {
			for range 2 {
				if _, err := open(t, fresh(t)).Exec("CREATE TABLE mine (n INTEGER)"); err != nil {
					t.Errorf("the database is not fresh: %v", err)
				}
			}
		})
	}
}

func TestATestDatabaseIsMigrated(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, url string) {
		dialect, db, err := migrate.Open(url)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		if n, err := migrate.Pending(t.Context(), dialect, db); n != 0 || err != nil {
			t.Errorf("pending = %d, %v; want 0, nil", n, err)
		}
	})
}

func TestAPostgresDatabaseGoesWithItsTestEvenIfSomebodyIsConnected(t *testing.T) {
	var url string
	t.Run("a test that leaves its connection open", func(inner *testing.T) {
		url = ltctest.Postgres(inner)
		if err := open(t, url).Ping(); err != nil {
			inner.Fatal(err)
		}
	})
	if err := open(t, url).Ping(); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("ping = %v, want that the database does not exist", err)
	}
}

func open(t *testing.T, url string) *sql.DB {
	t.Helper()
	_, db, err := migrate.Open(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}
