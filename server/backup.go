package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strings"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

type backupCommand struct {
	File string `arg:"" help:"The file to write; it must not exist yet."`
}

// Run writes one consistent file while the server goes on: SQLite's VACUUM INTO, or pg_dump.
func (b backupCommand) Run(ctx context.Context, c *cli) (err error) {
	if _, err := os.Stat(b.File); err == nil {
		return fmt.Errorf("%s exists already", b.File)
	}
	path, ok := strings.CutPrefix(c.DatabaseURL, "sqlite:")
	if !ok {
		return program(ctx, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file="+b.File, c.DatabaseURL)
	}
	if _, err := os.Stat(path); err != nil {
		return err
	}
	return store.VacuumInto(ctx, path, b.File)
}

type restoreCommand struct {
	File string `arg:"" type:"existingfile" help:"The file that backup wrote."`
}

// Run reads a backup into an empty database and raises the feed's epoch: a client that resumes with a cursor of before
// is told so, for what it saw may not be there any more.
func (r restoreCommand) Run(ctx context.Context, c *cli, log *slog.Logger) error {
	if err := empty(ctx, c.DatabaseURL); err != nil {
		return err
	}
	if err := r.load(ctx, c.DatabaseURL); err != nil {
		return err
	}
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	ctx = call.With(ctx, call.New(call.System(""), now(), call.Automation))
	if err := errors.Join(st.InTx(ctx, flow.RaiseEpoch), st.Close()); err != nil {
		return err
	}
	log.Info("restored", "file", r.File)
	return nil
}

func (r restoreCommand) load(ctx context.Context, databaseURL string) error {
	path, ok := strings.CutPrefix(databaseURL, "sqlite:")
	if !ok {
		return program(ctx, "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
			"--dbname="+databaseURL, r.File)
	}
	from, err := os.Open(r.File)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // the administrator's own path
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Sync(), to.Close())
}

// empty refuses a database that holds anything.
func empty(ctx context.Context, databaseURL string) error {
	if path, ok := strings.CutPrefix(databaseURL, "sqlite:"); ok {
		if _, err := os.Stat(path); err == nil {
			return fmt.Errorf("%s exists already; a backup is restored into an empty database", path)
		}
		return nil
	}
	is, err := store.Empty(ctx, databaseURL)
	if err == nil && !is {
		err = errors.New("the database is not empty; a backup is restored into an empty one")
	}
	return err
}

// program calls one of PostgreSQL's own programs.
func program(ctx context.Context, name string, args ...string) error {
	if _, err := exec.LookPath(name); err != nil {
		return fmt.Errorf("%s is not installed; it comes with PostgreSQL's client programs", name)
	}
	cmd := exec.CommandContext(ctx, name, args...) //nolint:gosec // the administrator's own words
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
