// Package ltctest gives each test what it stands on: a fresh migrated database of either kind, builders and a clock.
// The databases are real, the same ones that people run; a missing PostgreSQL fails a test and never skips it.
package ltctest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	_ "github.com/lib/pq" // the driver named "postgres"

	"github.com/leadtocash/ltc/ltc/ltctest/postgres"
)

// Each runs a test twice, as "sqlite" and as "postgres", each time with the URL of a fresh migrated database.
func Each(t *testing.T, test func(t *testing.T, databaseURL string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// Postgres answers the URL of a fresh migrated database, which is dropped when the test ends. The server is the one
// that LTC_TEST_POSTGRES names, else one that this process starts for itself.
func Postgres(t testing.TB) string {
	t.Helper()
	from, err := template()
	if err != nil {
		t.Fatal(err)
	}
	return create(t, from)
}

// EmptyPostgres answers the URL of a database that holds nothing yet, which is dropped when the test ends.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	return create(t, "template0")
}

func create(t testing.TB, from string) string {
	t.Helper()
	url, err := clone(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := drop(context.Background(), url); err != nil {
			t.Error(err)
		}
	})
	return url
}

// admin is this process's connection to the server's own database, from which the others are made and dropped.
var admin = sync.OnceValues(func() (*sql.DB, error) {
	url, err := serverURL()
	if err != nil {
		return nil, err
	}
	return sql.Open("postgres", url)
})

var serverURL = sync.OnceValues(func() (string, error) {
	if url := os.Getenv("LTC_TEST_POSTGRES"); url != "" {
		return url, nil
	}
	server, err := postgres.Start(context.Background()) // ends with the process
	if err != nil {
		return "", err
	}
	return server.URL("postgres"), nil
})

func clone(ctx context.Context, from string) (string, error) {
	db, err := admin()
	if err != nil {
		return "", err
	}
	name := "t_" + strings.ToLower(rand.Text())
	if _, err := db.ExecContext(ctx, "CREATE DATABASE "+name+" TEMPLATE "+from); err != nil {
		return "", fmt.Errorf("cloning %s: %w", from, err)
	}
	return databaseURL(name)
}

func drop(ctx context.Context, databaseURL string) error {
	db, err := admin()
	if err != nil {
		return err
	}
	u, err := url.Parse(databaseURL)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "DROP DATABASE "+strings.TrimPrefix(u.Path, "/")+" WITH (FORCE)")
	return err
}

// databaseURL answers the URL of another database of the server.
func databaseURL(name string) (string, error) {
	server, err := serverURL()
	if err != nil {
		return "", err
	}
	u, err := url.Parse(server)
	if err != nil {
		return "", err
	}
	u.Path = "/" + name
	return u.String(), nil
}
