// Package migrate brings a database to the shape that this build expects, by versioned SQL files, forward only.
// The files are written by `make migration name=...`, read by a person, and never changed once released.
package migrate

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"
)

//go:embed sqlite postgres
var files embed.FS

// ErrNewer says that the database was migrated by a later release of LTC, which this one must not touch.
var ErrNewer = errors.New("the database was migrated by a newer release of LTC: start that release, or restore a backup")

// folders are named as people name the databases, not as ent names its dialects.
var folders = map[string]string{dialect.SQLite: "sqlite", dialect.Postgres: "postgres"}

// Up applies what is missing, each file in a transaction of its own, and then calls what should happen before anybody
// else may start. All of it is under one lock on PostgreSQL, so that two servers that start at once take turns.
//
// The dialect is ent's ("sqlite3" or "postgres"); db comes from Open.
//
// Errors: ErrNewer; on SQLite ErrForeignKeysOn, *BrokenForeignKeys and *LostTrigger, which leave the file unapplied.
func Up(ctx context.Context, name string, db *sql.DB, then ...func(context.Context) error) error {
	dir, err := directory(name)
	if err != nil {
		return err
	}
	return locked(ctx, name, db, func() error {
		if err := Apply(ctx, name, db, dir); err != nil {
			return err
		}
		for _, f := range then {
			if err := f(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// Pending counts the files that Up would apply. It changes nothing, so that it answers on a connection that may not write.
func Pending(ctx context.Context, name string, db *sql.DB) (int, error) {
	dir, err := directory(name)
	if err != nil {
		return 0, err
	}
	all, err := read(dir)
	if err != nil {
		return 0, err
	}
	done, err := applied(ctx, name, db)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, f := range all {
		if !done[f.version] {
			n++
		}
	}
	return n, nil
}

// Apply is Up for the files of another folder, without the lock.
func Apply(ctx context.Context, name string, db *sql.DB, dir fs.FS) error {
	all, err := read(dir)
	if err != nil {
		return err
	}
	done, err := applied(ctx, name, db)
	if err != nil || len(all) == 0 {
		return err
	}
	for version := range done {
		if version > all[len(all)-1].version {
			return ErrNewer
		}
	}
	steps := make([]*goose.Migration, len(all))
	for i, f := range all {
		steps[i] = goose.NewGoMigration(f.version, &goose.GoFunc{RunTx: f.run(name)}, nil)
	}
	p, err := goose.NewProvider(goose.Dialect(name), db, nil,
		goose.WithGoMigrations(steps...), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

func directory(name string) (fs.FS, error) {
	folder, ok := folders[name]
	if !ok {
		return nil, fmt.Errorf("no migrations for dialect %q", name)
	}
	return fs.Sub(files, folder)
}
