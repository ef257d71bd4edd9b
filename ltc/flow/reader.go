package flow

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Reader does what follows from the log: it sees every change once, in order, each in a transaction of its own in
// which its cursor moves too. It acts as the system, at the change's own time.
type Reader struct {
	Name string
	// Wants tells from the change alone whether there is anything to do; most changes only move the cursor.
	Wants func(*db.Change) bool
	// Handle does it; the change's journey is locked.
	Handle func(ctx context.Context, tx *store.Tx, c *db.Change) error
	// Daily, where there is one, runs when a new day of the company begins, and at start.
	Daily func(ctx context.Context, st *store.Store) error
}

var readers []Reader

// RegisterReader makes a reader known; departments do as their package is loaded. They run in the order of their names.
func RegisterReader(r Reader) {
	readers = append(readers, r)
	slices.SortFunc(readers, func(a, b Reader) int { return strings.Compare(a.Name, b.Name) })
}

// Into is a Wants: the change brought a record of a kind into a category.
func Into(kind string, cs ...stage.Category) func(*db.Change) bool {
	return func(c *db.Change) bool {
		return string(c.SubjectKind) == kind && (c.Kind == change.KindMoved || c.Kind == change.KindOpened) &&
			slices.Contains(cs, c.ToCategory)
	}
}

// Drain lets all readers read to the end of the log, again until none has anything left. Tests, imports and the demo
// call it; a server does at each wake-up. A reader that fails does not hold up the others.
func Drain(ctx context.Context, st *store.Store) error {
	for {
		worked := false
		var failed []error
		for _, r := range readers {
			did, err := r.drain(ctx, st)
			if err != nil {
				failed = append(failed, fmt.Errorf("reader %s: %w", r.Name, err))
				continue
			}
			worked = worked || did
		}
		if !worked || ctx.Err() != nil {
			return errors.Join(failed...)
		}
	}
}

// Behind is how many changes each reader has not seen.
func Behind(ctx context.Context, st *store.Store) (map[string]int64, error) {
	var last int64
	if err := st.SQL().QueryRowContext(ctx, "SELECT COALESCE(MAX(id), 0) FROM changes").Scan(&last); err != nil {
		return nil, store.Translate(err)
	}
	out := make(map[string]int64, len(readers))
	for _, r := range readers {
		p, err := r.position(ctx, st)
		if err != nil {
			return nil, store.Translate(err)
		}
		out[r.Name] = max(0, last-p.ID)
	}
	return out, nil
}

// RunDaily runs what readers do when a day begins.
func RunDaily(ctx context.Context, st *store.Store) error {
	for _, r := range readers {
		if r.Daily == nil {
			continue
		}
		if err := r.Daily(ctx, st); err != nil {
			return fmt.Errorf("reader %s, daily: %w", r.Name, err)
		}
	}
	return nil
}

// drain reads page by page; it answers whether it found anything to do.
func (r Reader) drain(ctx context.Context, st *store.Store) (worked bool, err error) {
	for {
		p, err := r.position(ctx, st)
		if err != nil {
			return worked, err
		}
		cs, err := Read(ctx, st.Reader(), p, nil, page)
		if err != nil || len(cs) == 0 {
			return worked, err
		}
		for i, c := range cs {
			wanted := r.Wants(c)
			if !wanted && i < len(cs)-1 {
				continue
			}
			worked = worked || wanted
			if err := r.step(ctx, st, p, c, wanted); err != nil {
				return worked, err
			}
			p = PositionOf(c)
		}
	}
}

func (r Reader) position(ctx context.Context, st *store.Store) (Position, error) {
	row, err := st.Reader().Reader.Get(ctx, r.Name)
	if db.IsNotFound(err) {
		return Position{}, nil
	}
	if err != nil {
		return Position{}, err
	}
	return Position{row.Xid, row.ChangeID}, nil
}

// step handles one change and moves the cursor past it, if it still stands where it was read: another server may
// have been faster, and then nothing happens here.
func (r Reader) step(ctx context.Context, st *store.Store, from Position, c *db.Change, wanted bool) error {
	ctx = call.With(ctx, callOf(c))
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if wanted {
			locks := []string{"reader:" + r.Name, c.SubjectID}
			if c.JourneyID != nil {
				locks = append(locks, *c.JourneyID)
			}
			if err := tx.Lock(ctx, locks...); err != nil {
				return err
			}
		}
		if ahead, err := r.ahead(ctx, tx, from); err != nil || ahead {
			return err
		}
		if wanted {
			if err := r.Handle(ctx, tx, c); err != nil {
				return err
			}
		}
		_, err := tx.SQL.ExecContext(ctx, `INSERT INTO readers (id, xid, change_id, updated_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (id) DO UPDATE SET xid = $2, change_id = $3, updated_at = $4`, r.Name, c.Xid, c.ID, call.Now(ctx))
		return err
	})
}

// ahead tells whether the stored cursor is no longer where this reader read it.
func (r Reader) ahead(ctx context.Context, tx *store.Tx, from Position) (bool, error) {
	var p Position
	err := tx.SQL.QueryRowContext(ctx, "SELECT xid, change_id FROM readers WHERE id = $1", r.Name).Scan(&p.XID, &p.ID)
	if store.Missing(err) {
		return from != Position{}, nil
	}
	return p != from, err
}

// callOf is the call of what follows from a change: by the system, at the change's time, for the same action.
func callOf(c *db.Change) call.Call {
	k := call.New(call.System(c.LegalEntityID), c.At, call.Automation)
	k.Correlation = c.CorrelationID
	return k
}

// RunReaders drains the readers whenever the log has grown, and starts each day of the company, until the context
// ends. Two servers may run it: who is faster moves the cursor, the other finds it moved.
func RunReaders(ctx context.Context, st *store.Store, clock func() time.Time, log *slog.Logger) {
	wake := make(chan struct{}, 1)
	st.OnCommit(func() {
		select {
		case wake <- struct{}{}:
		default:
		}
	})
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	day := ""
	for {
		if today := dayOf(ctx, st, clock()); today != "" && today != day {
			if err := RunDaily(call.With(ctx, systemCall(ctx, st, clock())), st); err == nil {
				day = today
			} else if ctx.Err() == nil {
				log.ErrorContext(ctx, "the day's readers failed", "err", err)
			}
		}
		if err := Drain(ctx, st); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "a reader of the log failed and will try again", "err", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-wake:
		case <-tick.C:
		}
	}
}

func dayOf(ctx context.Context, st *store.Store, now time.Time) string {
	co, err := CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return ""
	}
	return co.Calendar.Today(now).String()
}

func systemCall(ctx context.Context, st *store.Store, now time.Time) call.Call {
	co, _ := CompanyOf(ctx, st, st.Reader())
	return call.New(call.System(co.ID), now, call.Automation)
}
