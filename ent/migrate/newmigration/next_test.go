package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	entdb "github.com/leadtocash/ltc/ent/db/migrate"
	entmigrate "github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

// later is a version after all others.
const later = "29991231235959"

func TestTheMigrationsSayWhatTheSchemaSays(t *testing.T) {
	each(t, func(t *testing.T, kind string) {
		dir := copied(t, kind)
		err := next(t.Context(), kind, emptyDatabase(t, kind), dir, later, "missing", entdb.Tables)
		if err == nil {
			t.Fatalf("run `make migration name=...`; the schema asks for\n%s", content(t, dir, later+"_missing.sql"))
		}
		if !errors.Is(err, migrate.ErrNoPlan) {
			t.Fatal(err)
		}
	})
}

func TestAChangeOfTheSchemaIsSeenOnce(t *testing.T) {
	tables := changed(func(t *schema.Table) {
		check(t, "user_named", "(id <> '') OR (id IS NULL)")
		t.Columns = append(slices.Clone(t.Columns), &schema.Column{Name: "nickname", Type: field.TypeString, Nullable: true})
	}, "users")
	each(t, func(t *testing.T, kind string) {
		dir := copied(t, kind)
		if err := next(t.Context(), kind, emptyDatabase(t, kind), dir, later, "users", tables); err != nil {
			t.Fatal(err)
		}
		sql := content(t, dir, later+"_users.sql")
		if !strings.Contains(sql, "user_named") || !strings.Contains(sql, "nickname") {
			t.Errorf("the check or the column is missing in\n%s", sql)
		}
		if err := next(t.Context(), kind, emptyDatabase(t, kind), dir, later, "again", tables); !errors.Is(err, migrate.ErrNoPlan) {
			t.Errorf("the second diff answers %v, want %v", err, migrate.ErrNoPlan)
		}
	})
}

func TestNoForeignKeyActsOnItsOwn(t *testing.T) {
	for _, table := range entdb.Tables {
		if len(table.PrimaryKey) == 2 {
			continue // pairs of an edge between many and many are no records; ent lets them go with either
		}
		for _, key := range table.ForeignKeys {
			if key.OnDelete != schema.NoAction {
				t.Errorf("%s.%s: on delete %s, want NO ACTION (annotate both ends of the edge)", table.Name, key.Columns[0].Name, key.OnDelete)
			}
		}
	}
}

// each runs a test for either kind of database.
func each(t *testing.T, test func(t *testing.T, kind string)) {
	t.Helper()
	for _, kind := range []string{dialect.SQLite, dialect.Postgres} {
		t.Run(kind, func(t *testing.T) { test(t, kind) })
	}
}

// copied answers a folder with the project's files, for writing one more.
func copied(t *testing.T, kind string) *sqltool.GooseDir {
	t.Helper()
	path := t.TempDir()
	if err := os.CopyFS(path, os.DirFS(filepath.Join("..", "..", "..", folders[kind]))); err != nil {
		t.Fatal(err)
	}
	dir, err := sqltool.NewGooseDir(path)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func emptyDatabase(t *testing.T, kind string) string {
	t.Helper()
	if kind == dialect.SQLite {
		return sqliteURL(filepath.Join(t.TempDir(), "empty.db"))
	}
	url := ltctest.Postgres(t)
	_, db, err := entmigrate.Open(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(t.Context(), "DROP SCHEMA public CASCADE; CREATE SCHEMA public"); err != nil {
		t.Fatal(err)
	}
	return url
}

func content(t *testing.T, dir fs.FS, name string) string {
	t.Helper()
	text, err := fs.ReadFile(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// changed answers the schema's tables, those of the given names changed; no name means all of them.
func changed(change func(*schema.Table), names ...string) []*schema.Table {
	out := make([]*schema.Table, len(entdb.Tables))
	for i, t := range entdb.Tables {
		table := *t
		if len(names) == 0 || names[0] == t.Name {
			change(&table)
		}
		out[i] = &table
	}
	return out
}

func check(t *schema.Table, name, expression string) {
	annotation := entsql.Annotation{}
	if t.Annotation != nil {
		annotation = *t.Annotation
	}
	checks := map[string]string{name: expression}
	for name, expression := range annotation.Checks {
		checks[name] = expression
	}
	annotation.Checks = checks
	t.Annotation = &annotation
}
