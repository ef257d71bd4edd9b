package store

import (
	"context"
	"sync/atomic"
)

// Watcher is told of each statement as it begins, and answers who is told of its end.
type Watcher func(ctx context.Context, query string) (ended func(error))

// watch is a store's watcher, or nobody.
type watch struct{ by atomic.Pointer[Watcher] }

// Watch lets w see all statements from now on, those inside of transactions too; one watcher at a time.
func (s *Store) Watch(w Watcher) { s.watch.by.Store(&w) }

func (w *watch) begin(ctx context.Context, query string) func(error) {
	if by := w.by.Load(); by != nil {
		return (*by)(ctx, query)
	}
	return unwatched
}

func unwatched(error) {}
