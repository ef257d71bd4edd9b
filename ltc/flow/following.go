package flow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

// following is how far the readers of one process have come. Those that stand at one place read the log together. What
// a reader does and its cursor are stored in one transaction; what it only passes moves its cursor in memory, and is
// passed again after a restart.
type following struct {
	st      *store.Store
	readers []Reader
	at      map[string]Position // by reader; nil before the first drain
	stored  map[string]Position
	newest  time.Time // when the last change that was read happened
}

// drain lets all readers read to the end of the log, again until none has anything left. One that fails stays where it
// is until the next time.
func (f *following) drain(ctx context.Context) error {
	return f.read(ctx, func(_, found bool) bool { return found })
}

// look lets all readers read what there is now. What is written meanwhile is left to the next look, so that there is a
// rest between them however much is written.
func (f *following) look(ctx context.Context) error {
	return f.read(ctx, func(full, _ bool) bool { return full })
}

func (f *following) read(ctx context.Context, goesOn func(full, found bool) bool) (err error) {
	if f.at == nil {
		if f.stored, err = cursors(ctx, f.st); err != nil {
			return err
		}
		f.at = map[string]Position{}
		for _, r := range f.readers {
			f.at[r.Name] = f.stored[r.Name]
		}
	}
	failed := map[string]error{}
	for ctx.Err() == nil {
		full, found, err := f.pages(ctx, failed)
		if err != nil || !goesOn(full, found) {
			return errors.Join(err, joined(failed))
		}
		if full {
			if err := f.keep(ctx); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// pages lets every reader that has not failed read one page; those at the same place share it.
func (f *following) pages(ctx context.Context, failed map[string]error) (full, found bool, err error) {
	for _, rs := range f.together(failed) {
		cs, err := Read(ctx, f.st.Reader(), f.at[rs[0].Name], nil, page)
		if err != nil {
			return full, found, store.Translate(err)
		}
		if len(cs) == 0 {
			continue
		}
		full, found, f.newest = full || len(cs) == page, true, cs[len(cs)-1].At
		for _, r := range rs {
			if err := f.pass(ctx, r, cs); err != nil {
				failed[r.Name] = fmt.Errorf("reader %s: %w", r.Name, err)
			}
		}
	}
	return full, found, nil
}

// together are the readers that have not failed, by where they stand.
func (f *following) together(failed map[string]error) [][]Reader {
	var out [][]Reader
	place := map[Position]int{}
	for _, r := range f.readers {
		if failed[r.Name] != nil {
			continue
		}
		i, ok := place[f.at[r.Name]]
		if !ok {
			i = len(out)
			place[f.at[r.Name]] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

// pass takes a reader past a page, doing what it wants of it.
func (f *following) pass(ctx context.Context, r Reader, cs []*db.Change) error {
	for _, some := range r.wanted(cs) {
		at, err := r.step(ctx, f.st, some)
		if err != nil {
			return err
		}
		f.at[r.Name], f.stored[r.Name] = at, at
	}
	if last := PositionOf(cs[len(cs)-1]); f.at[r.Name].Before(last) {
		f.at[r.Name] = last
	}
	return nil
}

// keep stores the cursors of the readers that have only passed changes since theirs was stored.
func (f *following) keep(ctx context.Context) error {
	moved := slices.DeleteFunc(slices.Clone(f.readers), func(r Reader) bool { return f.at[r.Name] == f.stored[r.Name] })
	if len(moved) == 0 {
		return nil
	}
	err := f.st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		for _, r := range moved {
			if err := r.reach(ctx, tx, f.at[r.Name], f.newest); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range moved {
		f.stored[r.Name] = f.at[r.Name]
	}
	return nil
}

func joined(failed map[string]error) error {
	errs := make([]error, 0, len(failed))
	for _, err := range failed {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// cursors are the stored ones, by reader.
func cursors(ctx context.Context, st *store.Store) (map[string]Position, error) {
	found, err := st.Reader().Reader.Query().All(ctx)
	at := make(map[string]Position, len(found))
	for _, r := range found {
		at[r.ID] = Position{r.Xid, r.ChangeID}
	}
	return at, store.Translate(err)
}

// wanted are the changes that the reader wants, as they are handled: all at once, or one by one.
func (r Reader) wanted(cs []*db.Change) [][]*db.Change {
	cs = slices.DeleteFunc(slices.Clone(cs), func(c *db.Change) bool { return !r.Wants(c) })
	if r.Batch == nil {
		return slices.Collect(slices.Chunk(cs, 1))
	}
	return slices.Collect(slices.Chunk(cs, page))
}

// step handles changes and moves the cursor past them, but for those that it stands behind already: another server may
// have been faster. It answers where the reader stands then.
func (r Reader) step(ctx context.Context, st *store.Store, cs []*db.Change) (at Position, err error) {
	last := cs[len(cs)-1]
	ctx = call.With(ctx, callOf(last))
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		if err := tx.Lock(ctx, r.locks(last)...); err != nil {
			return err
		}
		at, err = r.stands(ctx, tx)
		rest := cs
		for len(rest) > 0 && !at.Before(PositionOf(rest[0])) {
			rest = rest[1:]
		}
		if err != nil || len(rest) == 0 {
			return err
		}
		if err := r.handle(ctx, tx, rest); err != nil {
			return err
		}
		at = PositionOf(last)
		return r.reach(ctx, tx, at, last.At)
	})
	return at, err
}

// locks are the reader's own, and those of the one change that it handles.
func (r Reader) locks(c *db.Change) []string {
	names := []string{"reader:" + r.Name}
	if r.Batch != nil {
		return names
	}
	if c.JourneyID != nil {
		names = append(names, *c.JourneyID)
	}
	return append(names, c.SubjectID)
}

func (r Reader) handle(ctx context.Context, tx *store.Tx, cs []*db.Change) error {
	if r.Batch != nil {
		return r.Batch(ctx, tx, cs)
	}
	return r.Handle(ctx, tx, cs[0])
}

// stands is where the stored cursor is.
func (r Reader) stands(ctx context.Context, tx *store.Tx) (p Position, err error) {
	err = tx.SQL.QueryRowContext(ctx, "SELECT xid, change_id FROM readers WHERE id = $1", r.Name).Scan(&p.XID, &p.ID)
	if store.Missing(err) {
		return p, nil
	}
	return p, err
}

// reach moves the stored cursor forward to a position; written last, for it takes a transaction id.
func (r Reader) reach(ctx context.Context, tx *store.Tx, p Position, now time.Time) error {
	_, err := tx.SQL.ExecContext(ctx, `INSERT INTO readers (id, xid, change_id, updated_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (id) DO UPDATE SET xid = excluded.xid, change_id = excluded.change_id, updated_at = excluded.updated_at
		WHERE (readers.xid, readers.change_id) < (excluded.xid, excluded.change_id)`, r.Name, p.XID, p.ID, now)
	return err
}
