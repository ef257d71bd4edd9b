package store

import (
	"context"
	"database/sql"
	"sync"
)

// Reads is the way in for reads: every statement is watched, and on PostgreSQL kept prepared by its text, so that it
// costs one round trip and no parsing.
type Reads struct {
	*sql.DB
	watch    *watch
	prepares bool
	mu       sync.RWMutex
	m        map[string]*sql.Stmt
}

// mostStatements bounds the texts that are kept; what comes after them is run unprepared.
const mostStatements = 500

func newReads(d *sql.DB, w *watch, prepares bool) *Reads {
	return &Reads{DB: d, watch: w, prepares: prepares, m: map[string]*sql.Stmt{}}
}

// get is the prepared statement of a text; nil where there is to be none.
func (r *Reads) get(ctx context.Context, query string) (*sql.Stmt, error) {
	if !r.prepares {
		return nil, nil
	}
	r.mu.RLock()
	st, full := r.m[query], len(r.m) >= mostStatements
	r.mu.RUnlock()
	if st != nil || full {
		return st, nil
	}
	st, err := r.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if other := r.m[query]; other != nil {
		return other, st.Close()
	}
	r.m[query] = st
	return st, nil
}

// QueryContext is ent's way in, and that of the rooms that write their reads by hand.
func (r *Reads) QueryContext(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	ended := r.watch.begin(ctx, query)
	defer func() { ended(err) }()
	st, err := r.get(ctx, query)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return r.DB.QueryContext(ctx, query, args...)
	}
	return st.QueryContext(ctx, args...)
}

// QueryRowContext is QueryContext for one row.
func (r *Reads) QueryRowContext(ctx context.Context, query string, args ...any) (row *sql.Row) {
	ended := r.watch.begin(ctx, query)
	defer func() { ended(row.Err()) }()
	if st, err := r.get(ctx, query); err == nil && st != nil {
		return st.QueryRowContext(ctx, args...)
	}
	return r.DB.QueryRowContext(ctx, query, args...)
}
