package migrate

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
)

// file is one step: its version is the UTC second at which it was written (20260131235959).
type file struct {
	version int64
	name    string
	sql     string
}

// read answers the files of one dialect, oldest first.
func read(dir fs.FS) ([]file, error) {
	names, err := fs.Glob(dir, "*.sql") // sorted, and the versions are all of one length
	if err != nil {
		return nil, err
	}
	all := make([]file, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		stamp, _, _ := strings.Cut(name, "_")
		version, err := strconv.ParseInt(stamp, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("migration %s does not begin with its version: %w", name, err)
		}
		all[i] = file{version, name, string(text)}
	}
	return all, nil
}

// run answers the step for goose, which gives it a transaction. The file goes to the database whole, so that triggers
// and functions need no marks; the marks that are there (for the next diff, which replays the files) are comments.
func (f file) run(name string) func(context.Context, *sql.Tx) error {
	return func(ctx context.Context, tx *sql.Tx) error {
		if err := f.exec(ctx, name, tx); err != nil {
			return fmt.Errorf("migration %s: %w", f.name, err)
		}
		return nil
	}
}

func (f file) exec(ctx context.Context, name string, tx *sql.Tx) error {
	if name != dialect.SQLite {
		_, err := tx.ExecContext(ctx, f.sql)
		return err
	}
	if err := foreignKeysOff(ctx, tx); err != nil {
		return err
	}
	before, err := triggers(ctx, tx)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, f.sql); err != nil {
		return err
	}
	if err := f.triggersStand(ctx, tx, before); err != nil {
		return err
	}
	return foreignKeysHold(ctx, tx)
}

// Hash names the state that all files together lead to, in 12 hexadecimal digits; a prepared test database bears it.
func Hash() string {
	sum := sha256.New()
	_ = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := files.ReadFile(path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(text), text)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil))[:12]
}
