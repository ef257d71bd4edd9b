package main

import (
	"database/sql"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"

	entdb "github.com/leadtocash/ltc/ent/db/migrate"
	"github.com/leadtocash/ltc/ent/migrate"
)

// A new CHECK makes SQLite rebuild a table. Here every table is filled and then rebuilt, through the same door as an
// upgrade: no row and no foreign key may get lost.
func TestAnUpgradeThatRebuildsEveryTableKeepsEveryForeignKey(t *testing.T) {
	db := filled(t)
	before := keysHeld(t, db)
	dir := copied(t, dialect.SQLite)
	tables := changed(func(t *schema.Table) { check(t, t.Name+"_rebuilt", "1 = 1") })
	if err := next(t.Context(), dialect.SQLite, emptyDatabase(t, dialect.SQLite), dir, later, "rebuild", tables); err != nil {
		t.Fatal(err)
	}
	addTriggers(t, db, filepath.Join(dir.Path(), later+"_rebuild.sql"))
	if err := migrate.Apply(t.Context(), dialect.SQLite, db, dir); err != nil {
		t.Fatal(err)
	}
	if got, want := count(t, db, "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%_rebuilt%'"), len(entdb.Tables); got != want {
		t.Errorf("%d tables were rebuilt, want %d", got, want)
	}
	if after := keysHeld(t, db); !maps.Equal(before, after) {
		t.Errorf("foreign keys that hold:\nbefore %v\nafter  %v", before, after)
	}
	for key, n := range before {
		if n != 1 {
			t.Errorf("%s held %d times before, want 1: the test does not fill it", key, n)
		}
	}
}

// filled answers a migrated database with one row in every table, which points at the one row of every other.
func filled(t *testing.T) *sql.DB {
	t.Helper()
	kind, db, err := migrate.Open("sqlite:" + filepath.Join(t.TempDir(), "filled.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1) // for the pragma: a row of ones and zeros keeps no rule of the business
	if _, err := db.ExecContext(t.Context(), "PRAGMA ignore_check_constraints = on"); err != nil {
		t.Fatal(err)
	}
	if err := migrate.Up(t.Context(), kind, db); err != nil {
		t.Fatal(err)
	}
	for _, table := range entdb.Tables {
		names, values := make([]string, len(table.Columns)), make([]string, len(table.Columns))
		for i, column := range table.Columns {
			names[i], values[i] = "`"+column.Name+"`", "1" // as text in a column of text: all keys match
		}
		insert := "INSERT OR REPLACE INTO `" + table.Name + "` (" + strings.Join(names, ", ") + ") VALUES (" + strings.Join(values, ", ") + ")"
		if _, err := db.ExecContext(t.Context(), insert); err != nil {
			t.Fatalf("%s: %v", insert, err)
		}
	}
	return db
}

// addTriggers does what a person has to do in a file that rebuilds a table with triggers.
func addTriggers(t *testing.T, db *sql.DB, path string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := db.QueryContext(t.Context(), "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var trigger string
		if err := rows.Scan(&trigger); err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(trigger + ";\n"); err != nil {
			t.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// keysHeld counts, for each foreign key, the rows that point at a row that is there.
func keysHeld(t *testing.T, db *sql.DB) map[string]int {
	t.Helper()
	held := map[string]int{}
	for _, table := range entdb.Tables {
		for _, key := range table.ForeignKeys {
			held[key.Symbol] = count(t, db, "SELECT count(*) FROM `"+table.Name+"` a JOIN `"+key.RefTable.Name+
				"` b ON b.`"+key.RefColumns[0].Name+"` = a.`"+key.Columns[0].Name+"`")
		}
	}
	return held
}

func count(t *testing.T, db *sql.DB, query string) (n int) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
