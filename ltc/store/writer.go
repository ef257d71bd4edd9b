package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"slices"
	"sync"
	"time"
)

// writer is a connection on which transactions run, with the statements that were prepared on it: a verb's dozen
// statements then cost a database one round trip each and no planning.
type writer struct {
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
	born  time.Time
	watch *watch
	tx    driver.Tx // that runs

	// Of the transaction that runs: the change that waits, and why one that ran late changed nothing.
	late   *late
	missed error
}

// writers are the places in which transactions run: one on SQLite, some on PostgreSQL. Who is free is kept, and who was
// busy last goes first: few warm connections do what many cold ones would.
type writers struct {
	db     *sql.DB
	watch  *watch
	places chan struct{}

	mu   sync.Mutex
	free []*writer
}

const (
	mostWriters  = 32
	writerLife   = 30 * time.Minute
	mostPrepared = 300 // texts a connection
)

func newWriters(d *sql.DB, w *watch, n int) *writers {
	d.SetMaxOpenConns(n)
	return &writers{db: d, watch: w, places: make(chan struct{}, n)}
}

// begin waits for a place and starts a transaction there. A writer that is old, or whose connection has gone, is
// replaced. Whoever got a writer gives it back with put.
func (ws *writers) begin(ctx context.Context, now time.Time) (*writer, error) {
	select {
	case ws.places <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	ws.retire(now)
	if w := ws.warm(); w != nil {
		err := w.begin(ctx)
		if err == nil {
			return w, nil
		}
		if busy(err) || ctx.Err() != nil { // another connection would not do better
			ws.put(w, !busy(err))
			return nil, err
		}
		w.close()
	}
	w, err := ws.open(ctx, now)
	if err != nil {
		<-ws.places
	}
	return w, err
}

// retire ends the writers that are old, so that those of a busy hour do not stay: whoever is needed no more never
// comes to the top.
func (ws *writers) retire(now time.Time) {
	var old []*writer
	ws.mu.Lock()
	ws.free = slices.DeleteFunc(ws.free, func(w *writer) bool {
		is := now.Sub(w.born) >= writerLife
		if is {
			old = append(old, w)
		}
		return is
	})
	ws.mu.Unlock()
	for _, w := range old {
		w.close()
	}
}

// warm is the writer that was given back last, or nil.
func (ws *writers) warm() *writer {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if len(ws.free) == 0 {
		return nil
	}
	w := ws.free[len(ws.free)-1]
	ws.free = ws.free[:len(ws.free)-1]
	return w
}

func (ws *writers) open(ctx context.Context, now time.Time) (*writer, error) {
	conn, err := ws.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{conn: conn, stmts: map[string]*sql.Stmt{}, born: now, watch: ws.watch}
	if err := w.begin(ctx); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// put gives a place back; a writer that failed may have a broken connection and is dropped.
func (ws *writers) put(w *writer, failed bool) {
	if failed {
		w.close()
	} else {
		ws.mu.Lock()
		ws.free = append(ws.free, w)
		ws.mu.Unlock()
	}
	<-ws.places
}

// close takes all places, so that it waits for what runs.
func (ws *writers) close() {
	for range cap(ws.places) {
		ws.places <- struct{}{}
	}
	for w := ws.warm(); w != nil; w = ws.warm() {
		w.close()
	}
}

// close ends the connection, which may be broken or in the middle of a transaction: nobody else gets it.
func (w *writer) close() {
	for _, st := range w.stmts {
		_ = st.Close()
	}
	_ = w.conn.Raw(func(any) error { return driver.ErrBadConn })
	_ = w.conn.Close()
}

// begin starts a transaction by the driver itself. One of database/sql's would keep the connection locked: where a
// statement that was prepared on it then finds it broken, it waits for the transaction's end, and that for it.
func (w *writer) begin(ctx context.Context) error {
	w.late, w.missed = nil, nil
	return w.conn.Raw(func(c any) (err error) {
		w.tx, err = c.(driver.ConnBeginTx).BeginTx(ctx, driver.TxOptions{})
		return err
	})
}

func (w *writer) commit() error   { return w.conn.Raw(func(any) error { return w.tx.Commit() }) }
func (w *writer) rollback() error { return w.conn.Raw(func(any) error { return w.tx.Rollback() }) }

// prepared is the statement of a text on this connection. Where there are enough of them any other makes room: none of
// them runs, for a connection does one thing at a time.
func (w *writer) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	if st := w.stmts[query]; st != nil {
		return st, nil
	}
	if len(w.stmts) >= mostPrepared {
		for text, st := range w.stmts {
			delete(w.stmts, text)
			_ = st.Close()
			break
		}
	}
	st, err := w.conn.PrepareContext(ctx, query)
	if err == nil {
		w.stmts[query] = st
	}
	return st, err
}

// session runs SQL in a running transaction, prepared. It is used by one verb at a time.
type session struct{ *writer }

// ExecContext runs a statement.
func (s session) ExecContext(ctx context.Context, query string, args ...any) (done sql.Result, err error) {
	if err := s.settle(ctx); err != nil {
		return nil, err
	}
	ended := s.watch.begin(ctx, query)
	defer func() { ended(err) }()
	st, err := s.prepared(ctx, query) //nolint:sqlclosecheck // it stays on the connection and is closed with it
	if err != nil {
		return nil, err
	}
	return st.ExecContext(ctx, args...)
}

// QueryContext runs a query.
func (s session) QueryContext(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	if err := s.settle(ctx); err != nil {
		return nil, err
	}
	ended := s.watch.begin(ctx, query)
	defer func() { ended(err) }()
	st, err := s.prepared(ctx, query) //nolint:sqlclosecheck // it stays on the connection and is closed with it
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...) //nolint:sqlclosecheck // the caller's to close
}

// QueryRowContext runs a query of one row.
func (s session) QueryRowContext(ctx context.Context, query string, args ...any) (r row) {
	if err := s.settle(ctx); err != nil {
		return row{failed: err}
	}
	ended := s.watch.begin(ctx, query)
	defer func() { ended(r.Err()) }()
	st, err := s.prepared(ctx, query) //nolint:sqlclosecheck // as above
	if err != nil {
		return row{failed: err}
	}
	return row{Row: st.QueryRowContext(ctx, args...)}
}

// row is the row that was asked, or why it could not be.
type row struct {
	*sql.Row
	failed error
}

// Scan is that of sql.Row.
func (r row) Scan(into ...any) error {
	if r.failed != nil {
		return r.failed
	}
	return r.Row.Scan(into...)
}

// Err is that of sql.Row.
func (r row) Err() error {
	if r.failed != nil {
		return r.failed
	}
	return r.Row.Err()
}

// plain runs a statement that no database prepares: a savepoint.
func (s session) plain(ctx context.Context, query string) error {
	if err := s.settle(ctx); err != nil {
		return err
	}
	_, err := s.conn.ExecContext(ctx, query)
	return err
}
