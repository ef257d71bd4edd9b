package data

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// CloneFile copies the set into a file for SQLite. The set itself is made once and stays beside it.
func CloneFile(ctx context.Context, path string, s Set) error {
	from := filepath.Join(filepath.Dir(path), s.name()+".db")
	if _, err := os.Stat(from); errors.Is(err, os.ErrNotExist) {
		draft := from + ".draft"
		if err := errors.Join(removeStale(filepath.Dir(path)), removed(draft)); err != nil {
			return err
		}
		if _, err := Make(ctx, "sqlite:"+draft, s); err != nil {
			return err
		}
		if err := os.Rename(draft, from); err != nil {
			return err
		}
	}
	if err := removed(path); err != nil {
		return err
	}
	return copied(from, path)
}

// removeStale makes room where the sets of an older schema are.
func removeStale(dir string) error {
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if stale(f.Name()) {
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// removed takes a database's file away, and what SQLite keeps beside it.
func removed(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

func copied(from, to string) (err error) {
	in, err := os.Open(from) //nolint:gosec // a file that is named here
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.Create(to) //nolint:gosec // likewise
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
