// Command newmigration writes the next migration of both databases from the ent schema, for a person to read; run it
// by `make migration name=...`. It renews the checksums too, after SQL was written into a file by hand.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"

	entdb "github.com/leadtocash/ltc/ent/db/migrate"
	"github.com/leadtocash/ltc/ltc/ltctest/postgres"
)

// folders are where the files lie, seen from the root of the project.
var folders = map[string]string{
	dialect.SQLite:   filepath.Join("ent", "migrate", "sqlite"),
	dialect.Postgres: filepath.Join("ent", "migrate", "postgres"),
}

func main() {
	name := flag.String("name", "", "what is new, in a word or two: refunds")
	empty := flag.Bool("empty", false, "write files without statements, for a trigger, a function or a virtual table by hand")
	flag.Parse()
	version := time.Now().UTC().Format(versionLayout)
	if err := run(context.Background(), version, *name, *empty); err != nil {
		fmt.Fprintln(os.Stderr, "newmigration:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, version, name string, empty bool) error {
	for _, kind := range []string{dialect.SQLite, dialect.Postgres} {
		dir, err := sqltool.NewGooseDir(folders[kind])
		if err != nil {
			return err
		}
		if err := rehash(dir); err != nil {
			return err
		}
		switch {
		case name == "":
			continue // checksums only
		case empty:
			err = writeEmpty(dir, version, name)
		default:
			err = writeNext(ctx, kind, dir, version, name)
		}
		if errors.Is(err, migrate.ErrNoPlan) {
			fmt.Println(folders[kind], "says what the schema says; nothing was written")
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		fmt.Println("read, then commit:", filepath.Join(folders[kind], version+"_"+name+".sql"))
	}
	return nil
}

// writeNext needs an empty database of the kind, to replay the files that are there.
func writeNext(ctx context.Context, kind string, dir migrate.Dir, version, name string) error {
	if kind == dialect.SQLite {
		scratch, err := os.MkdirTemp("", "ltc-migration-")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(scratch) }()
		return next(ctx, kind, sqliteURL(filepath.Join(scratch, "replay.db")), dir, version, name, entdb.Tables)
	}
	server, err := postgres.Start(ctx)
	if err != nil {
		return err
	}
	defer server.Stop()
	return next(ctx, kind, server.URL("postgres"), dir, version, name, entdb.Tables)
}
