package store

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
)

// Tx is a running transaction: ent's client over it, and the SQL of the rooms that write their own.
type Tx struct {
	*db.Client
	SQL   session
	Store *Store
	// Seen is what other rooms have read in this transaction and may read again, by keys of their own types.
	Seen map[any]any
	// Logged says that a row was written to the log, so that the commit has to wake its readers.
	Logged bool
	turns  bool // a record of a seldom kind was written
	locked map[string]bool
	depth  int

	appended []appendedRow // that wait for the end
}

// joined lets ent run inside a transaction that is not its own.
type joined struct {
	dialect.Driver
}

// Tx joins: there is only one.
func (d joined) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

// Close leaves the transaction to its owner.
func (joined) Close() error { return nil }

type txKey struct{}

// current is the transaction that the context carries for this store.
func (s *Store) current(ctx context.Context) *Tx {
	if tx, ok := ctx.Value(txKey{}).(*Tx); ok && tx.Store == s {
		return tx
	}
	return nil
}

// Joined tells whether a transaction is running that InTx would join.
func (s *Store) Joined(ctx context.Context) bool { return s.current(ctx) != nil }

// InTx runs f in a transaction: the context's, or a new one that is committed when f answers no error. A new one is
// tried again when the database asks for it (a serialization failure or a deadlock), with another clean slate.
func (s *Store) InTx(ctx context.Context, f func(context.Context, *Tx) error) error {
	if tx := s.current(ctx); tx != nil {
		return f(ctx, tx)
	}
	for try := 0; ; try++ {
		err := s.once(ctx, f)
		if err == nil || try == 4 || !wantsRetry(err) {
			return translate(err)
		}
		wait := time.Duration(rand.IntN(10<<try)+1) * time.Millisecond // jitter, not a secret
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return translate(ctx.Err())
		}
	}
}

func (s *Store) once(ctx context.Context, f func(context.Context, *Tx) error) (err error) {
	w, err := s.writers.begin(ctx, time.Now()) //nolint:forbidigo // the age of a connection, not of a record
	if err != nil {
		return err
	}
	ending := w.rollback
	defer func() {
		failed := ending() != nil
		s.writers.put(w, failed || unavailable(err))
	}()
	tx := &Tx{SQL: session{w}, Store: s, Seen: map[any]any{}, locked: map[string]bool{}}
	tx.Client = db.NewClient(db.Driver(joined{entsql.NewDriver(s.dialect, entsql.Conn{ExecQuerier: tx.SQL})}))
	tx.Use(fill)
	if err := f(context.WithValue(ctx, txKey{}, tx), tx); err != nil {
		return err
	}
	if err := tx.writeAppended(ctx); err != nil {
		return err
	}
	ending = func() error { return err } // how the commit ended; a failed one leaves nothing to roll back
	if err = w.commit(); err != nil {
		return err
	}
	if tx.turns {
		s.turn.Add(1)
	}
	if tx.Logged {
		s.tellCommitted()
	}
	return nil
}

// Savepoint runs f so that its failure undoes only what f did; the transaction goes on.
func (tx *Tx) Savepoint(ctx context.Context, f func() error) error {
	tx.depth++
	defer func() { tx.depth-- }()
	name := fmt.Sprintf("ltc_%d", tx.depth)
	if err := tx.SQL.plain(ctx, "SAVEPOINT "+name); err != nil {
		return err
	}
	held, rows, missed := maps.Clone(tx.locked), len(tx.appended), tx.SQL.missed
	err := f()
	if err == nil {
		err = tx.SQL.settle(ctx)
	}
	if err != nil {
		clear(tx.Seen) // it may hold what is undone
		tx.locked, tx.appended, tx.SQL.late, tx.SQL.missed = held, tx.appended[:rows], nil, missed
		if undo := tx.SQL.plain(ctx, "ROLLBACK TO SAVEPOINT "+name); undo != nil {
			return undo
		}
		return err
	}
	return tx.SQL.plain(ctx, "RELEASE SAVEPOINT "+name)
}
