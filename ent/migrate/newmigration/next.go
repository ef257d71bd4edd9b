package main

import (
	"context"
	"database/sql"
	"text/template"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/lib/pq"  // the driver named "postgres"
	_ "modernc.org/sqlite" // the driver named "sqlite"
)

// versionLayout is a UTC second; both databases' files of one step bear the same.
const versionLayout = "20060102150405"

// layout writes goose files that only go forward: a bad step is mended by the next one.
const layout = `-- +goose Up
{{ range .Changes }}{{ with .Comment }}-- {{ println . }}{{ end }}{{ printf "%s;\n" .Cmd }}{{ end }}`

// next replays the files of dir on an empty database, compares the outcome with the ent schema and writes what is
// missing into dir as one more file. CHECKs and indexes come from the schema's annotations; one that was written by
// hand is unknown there and would be dropped.
//
// Errors: migrate.ErrNoPlan where nothing is missing.
func next(ctx context.Context, kind, emptyDatabase string, dir migrate.Dir, version, name string, tables []*schema.Table) error {
	driver := map[string]string{dialect.SQLite: "sqlite", dialect.Postgres: "postgres"}[kind]
	db, err := sql.Open(driver, emptyDatabase)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if kind == dialect.Postgres { // where the schema's tables are tried out before any file is replayed
		if _, err := db.ExecContext(ctx, "CREATE EXTENSION IF NOT EXISTS pg_trgm"); err != nil {
			return err
		}
	}
	format, err := formatter(version)
	if err != nil {
		return err
	}
	m, err := schema.NewMigrate(entsql.OpenDB(kind, db), schema.WithDir(dir), schema.WithMigrationMode(schema.ModeReplay),
		schema.WithDialect(kind), schema.WithFormatter(format), schema.WithErrNoPlan(true),
		schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithDiffHook(samePredicates))
	if err != nil {
		return err
	}
	return m.NamedDiff(ctx, name, indexed(kind, wrapped(tables))...)
}

func formatter(version string) (migrate.Formatter, error) {
	name, err := template.New("").Parse(version + "_{{ .Name }}.sql")
	if err != nil {
		return nil, err
	}
	content, err := template.New("").Parse(layout)
	if err != nil {
		return nil, err
	}
	return migrate.NewTemplateFormatter(name, content)
}

// writeEmpty writes a step whose statements a person adds. A statement with inner semicolons stands between the lines
// `-- +goose StatementBegin` and `-- +goose StatementEnd`, for the next replay.
func writeEmpty(dir migrate.Dir, version, name string) error {
	if err := dir.WriteFile(version+"_"+name+".sql", []byte("-- +goose Up\n")); err != nil {
		return err
	}
	return rehash(dir)
}

// rehash accepts the files as they are: atlas.sum makes two branches that both add a step conflict, as they should.
func rehash(dir migrate.Dir) error {
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return migrate.WriteSumFile(dir, sum)
}

// sqliteURL names a scratch database; ent wants foreign keys on where it replays (no row is there to lose one).
func sqliteURL(path string) string { return "file:" + path + "?_pragma=foreign_keys(1)" }
