package ops

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
)

// World is what there is to ask about.
type World struct {
	Accounts []string // that have bought often
	Quotes   []string
	Words    []string
	free     chan *Record // opportunities in discovery
	Invoices []Owed

	After, PeerAfter string // cursors of row 10,000, each server's own
	AfterAt, AfterID string // the same as values
}

// Record is something that can be moved, as it stands.
type Record struct {
	ID      string
	Version int
	moved   bool
}

// Owed is an invoice that is not settled.
type Owed struct{ ID, Account string }

// Look finds what there is to ask about.
func Look(ctx context.Context, db *sql.DB) (*World, error) {
	w := &World{free: make(chan *Record, 12_000)}
	for _, l := range []struct {
		into  *[]string
		query string
	}{
		{&w.Accounts, `SELECT account_id FROM orders GROUP BY account_id ORDER BY count(*) DESC, account_id LIMIT 200`},
		{&w.Quotes, `SELECT id FROM quotes ORDER BY created_at DESC, id LIMIT 5000`},
		{&w.Words, `SELECT substr(name, 3, 8) FROM accounts WHERE substr(name, 3, 8) NOT LIKE '% %' ORDER BY created_at DESC, id LIMIT 500`},
	} {
		if err := texts(ctx, db, l.into, l.query); err != nil {
			return nil, err
		}
	}
	err := each(ctx, db, `SELECT id, version FROM opportunities WHERE stage = 'discovery' ORDER BY id LIMIT 12000`, func(r *sql.Rows) error {
		m := &Record{}
		err := r.Scan(&m.ID, &m.Version)
		w.free <- m
		return err
	})
	if err != nil {
		return nil, err
	}
	return w, each(ctx, db, `SELECT i.id, i.account_id FROM invoices i WHERE i.stage_category = 'posted' AND i.gross_minor > 2 *
		COALESCE((SELECT sum(amount_minor) FROM allocations a WHERE a.invoice_id = i.id), 0) ORDER BY i.id LIMIT 12000`, func(r *sql.Rows) error {
		var o Owed
		err := r.Scan(&o.ID, &o.Account)
		w.Invoices = append(w.Invoices, o)
		return err
	})
}

func each(ctx context.Context, db *sql.DB, query string, f func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func texts(ctx context.Context, db *sql.DB, into *[]string, query string) error {
	return each(ctx, db, query, func(r *sql.Rows) error {
		var s string
		err := r.Scan(&s)
		*into = append(*into, s)
		return err
	})
}

// Taken is a record that one request has to itself, until it is told how that ended.
type Taken struct {
	Vars     map[string]any
	Answered func() // the record stands where it was to go
	Back     func() // it was not asked for
}

// nextMove takes the record that has rested longest forward, or back where it was taken forward before. While it moves
// nobody else has it; where none is left it waits for one.
func nextMove(ctx context.Context, w *World) (Taken, error) {
	var r *Record
	select {
	case r = <-w.free:
	case <-ctx.Done():
		return Taken{}, fmt.Errorf("no opportunity is free to be moved: %w", ctx.Err())
	}
	to := "needs_confirmed"
	if r.moved {
		to = "discovery"
	}
	return Taken{
		Vars: map[string]any{"id": r.ID, "to": to, "v": r.Version, "reason": "又谈了一次", "key": rand.Text()},
		Answered: func() {
			r.Version++
			r.moved = !r.moved
			w.free <- r
		},
		Back: func() { w.free <- r },
	}, nil
}

// Few is a world in which only so many records can be moved, so that each is soon moved back. They return with back.
func (w *World) Few(ctx context.Context, records int) (few *World, back func(), err error) {
	few = &World{free: make(chan *Record, records)}
	back = func() {
		for len(few.free) > 0 {
			w.free <- <-few.free
		}
	}
	for range records {
		select {
		case r := <-w.free:
			few.free <- r
		case <-ctx.Done():
			back()
			return nil, nil, ctx.Err()
		}
	}
	return few, back, nil
}

// nextPayment pays a cent of one invoice after the other.
func nextPayment(w *World, i int) map[string]any {
	o := w.Invoices[i%len(w.Invoices)]
	now := time.Now()
	return map[string]any{
		"invoice": o.ID, "account": o.Account, "amount": "0.01", "reference": fmt.Sprintf("BENCH%s", rand.Text()), "key": rand.Text(),
		"payment": call.Random(id.Payment, now), "allocation": call.Random(id.Allocation, now),
	}
}
