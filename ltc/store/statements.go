package store

import (
	"context"
	"database/sql"
	"math"
	"sync"
)

// Reads is the way in for reads: every statement is watched, and on PostgreSQL kept prepared by its text, so that it
// costs one round trip and no parsing. What is asked only once is not prepared; of the others those that were not
// asked for longest make room, so that nobody's questions can fill it.
type Reads struct {
	*sql.DB
	watch    *watch
	prepares bool

	mu     sync.Mutex
	kept   map[string]*statement
	once   map[string]bool // texts that ran once, lately
	moment int64           // counts what was asked
}

// statement is a prepared text. One that has made room is closed when nobody begins with it any more; a query that has
// begun holds it open by itself.
type statement struct {
	*sql.Stmt
	users  int
	used   int64 // when, in moments
	leaves bool
}

// mostStatements bounds the texts that are kept prepared, and those that are known to have run once.
const mostStatements = 500

func newReads(d *sql.DB, w *watch, prepares bool) *Reads {
	return &Reads{DB: d, watch: w, prepares: prepares, kept: map[string]*statement{}, once: map[string]bool{}}
}

// get is the prepared statement of a text; nil where it runs unprepared. Whoever gets one gives it back.
func (r *Reads) get(ctx context.Context, query string) (*statement, error) {
	if !r.prepares {
		return nil, nil
	}
	st, again := r.take(query)
	if st != nil || !again {
		return st, nil
	}
	made, err := r.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return r.keep(query, made)
}

// take is the statement that is kept, or whether the text is asked again and so worth to be kept.
func (r *Reads) take(query string) (st *statement, again bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if st = r.kept[query]; st != nil {
		r.using(st)
		return st, true
	}
	if r.once[query] {
		delete(r.once, query)
		return nil, true
	}
	if len(r.once) >= mostStatements {
		clear(r.once)
	}
	r.once[query] = true
	return nil, false
}

// keep keeps a statement, unless another was faster.
func (r *Reads) keep(query string, made *sql.Stmt) (*statement, error) {
	st, left := r.put(query, &statement{Stmt: made})
	if left == nil {
		return st, nil
	}
	return st, left.Close()
}

// put answers the statement that is kept of a text, and the one that is to be closed.
func (r *Reads) put(query string, made *statement) (st, left *statement) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if other := r.kept[query]; other != nil {
		r.using(other)
		return other, made
	}
	if len(r.kept) >= mostStatements {
		left = r.makeRoom()
	}
	r.kept[query] = made
	r.using(made)
	return made, left
}

func (r *Reads) using(st *statement) {
	r.moment++
	st.users++
	st.used = r.moment
}

// makeRoom lets go what was not asked for longest, and answers it where nobody begins with it just now.
func (r *Reads) makeRoom() *statement {
	oldest, at := "", int64(math.MaxInt64)
	for query, st := range r.kept {
		if st.used < at {
			oldest, at = query, st.used
		}
	}
	st := r.kept[oldest]
	delete(r.kept, oldest)
	if st.leaves = true; st.users > 0 {
		return nil
	}
	return st
}

func (r *Reads) giveBack(st *statement) {
	r.mu.Lock()
	st.users--
	last := st.leaves && st.users == 0
	r.mu.Unlock()
	if last {
		_ = st.Close() // what a connection still has of it goes with the connection
	}
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
	defer r.giveBack(st)
	return st.QueryContext(ctx, args...)
}

// QueryRowContext is QueryContext for one row.
func (r *Reads) QueryRowContext(ctx context.Context, query string, args ...any) (row *sql.Row) {
	ended := r.watch.begin(ctx, query)
	defer func() { ended(row.Err()) }()
	if st, err := r.get(ctx, query); err == nil && st != nil {
		defer r.giveBack(st)
		return st.QueryRowContext(ctx, args...)
	}
	return r.DB.QueryRowContext(ctx, query, args...)
}
