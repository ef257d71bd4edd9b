package migrate

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"entgo.io/ent/dialect"
)

func TestARebuiltSQLiteTable(t *testing.T) {
	t.Run("keeps every foreign key to it where Up migrates", func(t *testing.T) {
		db := filled(t, "rebuild")
		if err := Apply(t.Context(), dialect.SQLite, db, os.DirFS("testdata/rebuild")); err != nil {
			t.Fatal(err)
		}
		if got := count(t, db, "SELECT count(*) FROM opportunities o JOIN accounts a ON a.id = o.account_id"); got != 3 {
			t.Errorf("%d opportunities still know their account, want 3", got)
		}
		if got := count(t, db, "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%account_name CHECK%'"); got != 1 {
			t.Error("the table was not rebuilt")
		}
	})
	t.Run("would lose them in a transaction with foreign keys on", func(t *testing.T) {
		db := filled(t, "rebuild")
		naive(t, db, "testdata/rebuild/20260102000000_named.sql")
		if got := count(t, db, "SELECT count(*) FROM opportunities WHERE account_id IS NOT NULL"); got != 0 {
			t.Errorf("%d opportunities still know their account: SQLite has changed, and Up may become simpler", got)
		}
	})
	t.Run("is refused on a connection with foreign keys on", func(t *testing.T) {
		db := filled(t, "rebuild")
		db.SetMaxOpenConns(1)
		exec(t, db, "PRAGMA foreign_keys = on")
		if err := Apply(t.Context(), dialect.SQLite, db, os.DirFS("testdata/rebuild")); !errors.Is(err, ErrForeignKeysOn) {
			t.Errorf("error = %v, want %v", err, ErrForeignKeysOn)
		}
		if got := count(t, db, "SELECT count(*) FROM opportunities WHERE account_id IS NOT NULL"); got != 3 {
			t.Errorf("%d opportunities still know their account, want 3", got)
		}
	})
}

func TestAMigrationThatBreaksForeignKeysIsRolledBack(t *testing.T) {
	db := filled(t, "broken")
	err := Apply(t.Context(), dialect.SQLite, db, os.DirFS("testdata/broken"))
	want := BrokenForeignKeys{Table: "opportunities", Parent: "accounts", Rows: 2}
	if broken := (*BrokenForeignKeys)(nil); !errors.As(err, &broken) || *broken != want {
		t.Fatalf("error = %v, want %v", err, &want)
	}
	if got := count(t, db, "SELECT count(*) FROM accounts"); got != 2 {
		t.Errorf("%d accounts are left, want both", got)
	}
	if got := count(t, db, "SELECT count(*) FROM goose_db_version WHERE version_id > 20260101000000"); got != 0 {
		t.Error("the migration counts as applied")
	}
}

func TestAMigrationThatForgetsATriggerIsRolledBack(t *testing.T) {
	db := filled(t, "lost")
	err := Apply(t.Context(), dialect.SQLite, db, os.DirFS("testdata/lost"))
	want := LostTrigger{Trigger: "accounts_stay", Table: "accounts"}
	if lost := (*LostTrigger)(nil); !errors.As(err, &lost) || *lost != want {
		t.Fatalf("error = %v, want %v", err, &want)
	}
	if got := count(t, db, "SELECT count(*) FROM sqlite_master WHERE name = 'accounts_stay'"); got != 1 {
		t.Error("the trigger is gone")
	}
}

// filled answers a database at the first step of a set, with two accounts and three opportunities.
func filled(t *testing.T, set string) *sql.DB {
	t.Helper()
	_, db, err := Open("sqlite:" + filepath.Join(t.TempDir(), "a company.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if err := Apply(t.Context(), dialect.SQLite, db, firstStep{os.DirFS("testdata/" + set)}); err != nil {
		t.Fatal(err)
	}
	exec(t, db, "INSERT INTO accounts VALUES ('acc_1', 'one'), ('acc_2', 'two')")
	exec(t, db, "INSERT INTO opportunities VALUES ('opp_1', 'acc_1'), ('opp_2', 'acc_2'), ('opp_3', 'acc_2')")
	return db
}

// firstStep hides all files of a set but the first.
type firstStep struct{ fs.FS }

func (f firstStep) Glob(pattern string) ([]string, error) {
	names, err := fs.Glob(f.FS, pattern)
	return names[:1], err
}

func naive(t *testing.T, db *sql.DB, path string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	exec(t, db, "PRAGMA foreign_keys = on")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(string(text)); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

func exec(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, db *sql.DB, query string) (n int) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
