package ltctest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ent/migrate"
)

// templateLock keeps two test processes from making the same template: the first one makes it, the others wait.
const templateLock = 0x6c7463_746d70 // "ltctmp"

// template answers the name of the migrated database that all others are cloned from. Its name holds the hash of the
// migrations, so that it is made once for a server and never out of date.
var template = sync.OnceValues(func() (name string, err error) {
	ctx := context.Background()
	db, err := admin()
	if err != nil {
		return "", err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock($1)", int64(templateLock)); err != nil {
		return "", err
	}
	defer func() {
		_, unlock := conn.ExecContext(ctx, "SELECT pg_advisory_unlock($1)", int64(templateLock))
		err = errors.Join(err, unlock)
	}()
	name = "ltc_" + migrate.Hash()
	return name, makeTemplate(ctx, conn, name)
})

// makeTemplate migrates under another name first, so that a database of this name is always complete.
func makeTemplate(ctx context.Context, conn *sql.Conn, name string) error {
	var there bool
	const exists = "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)"
	if err := conn.QueryRowContext(ctx, exists, name).Scan(&there); err != nil || there {
		return err
	}
	draft := name + "_draft"
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + draft + " WITH (FORCE)", "CREATE DATABASE " + draft} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	url, err := databaseURL(draft)
	if err != nil {
		return err
	}
	if err := migrated(ctx, url); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "ALTER DATABASE "+draft+" RENAME TO "+name)
	return err
}

// SQLite answers the URL of a fresh migrated database in a folder that goes with the test.
func SQLite(t testing.TB) string {
	t.Helper()
	image, err := sqliteImage()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ltc.db")
	if err := os.WriteFile(path, image, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + path
}

// sqliteImage is the content of a migrated database file, made once for a process.
var sqliteImage = sync.OnceValues(func() (image []byte, err error) {
	dir, err := os.MkdirTemp("", "ltc-sqlite-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "template.db")
	if err := migrated(context.Background(), "sqlite:"+path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// Migrate brings a database that the test has of elsewhere up to date.
func Migrate(t testing.TB, databaseURL string) {
	t.Helper()
	Must(t, migrated(t.Context(), databaseURL))
}

// migrated brings a database up to date and lets go of it.
func migrated(ctx context.Context, databaseURL string) (err error) {
	dialect, db, err := migrate.Open(databaseURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := migrate.Up(ctx, dialect, db); err != nil {
		return fmt.Errorf("migrating a test database: %w", err)
	}
	return nil
}
