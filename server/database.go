package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// open migrates the database and opens it. All that has to be true before anybody reads happens under the lock of the
// migrations: the feed's epoch, and the processes and roles that are new to a company founded by an older version.
func open(ctx context.Context, databaseURL string) (*store.Store, error) {
	if path, ok := strings.CutPrefix(databaseURL, "sqlite:"); ok {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			return nil, err
		}
	}
	name, sqldb, err := migrate.Open(databaseURL)
	if err != nil {
		return nil, err
	}
	var st *store.Store
	err = migrate.Up(ctx, name, sqldb, func(ctx context.Context) error {
		st, err = store.Open(ctx, databaseURL)
		if err != nil {
			return err
		}
		return prepare(ctx, st)
	})
	if err := errors.Join(err, sqldb.Close()); err != nil {
		return nil, err
	}
	return st, nil
}

func prepare(ctx context.Context, st *store.Store) error {
	ctx = call.With(ctx, call.New(call.System(""), now(), call.Automation))
	if err := flow.CheckEpoch(ctx, st); err != nil {
		return err
	}
	founded, err := people.Founded(ctx, st)
	if err != nil || !founded {
		return err
	}
	return st.InTx(ctx, people.Install)
}

// systemContext is a context in which the system itself calls, now.
func systemContext(ctx context.Context, st *store.Store) (context.Context, error) {
	c, err := people.SystemCall(ctx, st, call.New(call.Viewer{}, now(), call.API))
	return call.With(ctx, c), err
}

// explain says an error to the person at the terminal: a fault as its sentence and fields, with its cause.
func explain(err error) string {
	f := fault.Of(err)
	if f == nil {
		return err.Error()
	}
	text := f.Error()
	for _, field := range f.Fields {
		text += "\n  " + field.Path + ": " + fault.Sentence("en", field.Rule, f.Params)
	}
	if cause := errors.Unwrap(f); cause != nil {
		text += "\n  cause: " + cause.Error()
	}
	return text
}

type migrateCommand struct{}

// Run migrates and ends.
func (migrateCommand) Run(ctx context.Context, c *cli) error {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	return st.Close()
}
