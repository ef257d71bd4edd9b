package store

import (
	"context"
	"database/sql"
	"sync"
)

// statements keeps prepared statements by their text, so that a read costs PostgreSQL one round trip and no parsing.
type statements struct {
	*sql.DB
	mu sync.RWMutex
	m  map[string]*sql.Stmt
}

// mostStatements bounds the texts that are kept; what comes after them is run unprepared.
const mostStatements = 500

func newStatements(d *sql.DB) *statements { return &statements{DB: d, m: map[string]*sql.Stmt{}} }

func (s *statements) get(ctx context.Context, query string) (*sql.Stmt, error) {
	s.mu.RLock()
	st, full := s.m[query], len(s.m) >= mostStatements
	s.mu.RUnlock()
	if st != nil || full {
		return st, nil
	}
	st, err := s.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if other := s.m[query]; other != nil {
		return other, st.Close()
	}
	s.m[query] = st
	return st, nil
}

// QueryContext is ent's way in.
func (s *statements) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := s.get(ctx, query)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return s.DB.QueryContext(ctx, query, args...)
	}
	return st.QueryContext(ctx, args...)
}
