package graph

import (
	"context"
	"sync"
	"time"
)

// shared are values that many need at about the same time: who needs one first makes it, the others wait for it.
type shared[K comparable, V any] struct {
	mu    sync.Mutex
	m     map[K]*making[V]
	swept time.Time
}

// making is a value that is being made, or was.
type making[V any] struct {
	done  chan struct{} // closed once it is there
	at    time.Time     // when that was
	value V
}

// fresh is how long a value stands after it was made: followers hear of a change within moments of each other, and who
// comes later asks for the record as it is by then.
const fresh = 250 * time.Millisecond

// wait is what another makes, or has made. Whoever has to wait says so before.
func (x *making[V]) wait(ctx context.Context, idle func()) (v V, there bool) {
	select {
	case <-x.done:
		return x.value, true
	default:
	}
	idle()
	select {
	case <-x.done:
		return x.value, true
	case <-ctx.Done():
		return v, false
	}
}

// make never leaves anybody waiting.
func (s *shared[K, V]) make(x *making[V], do func() V) V {
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		x.at = time.Now() //nolint:forbidigo // as in at
		close(x.done)
	}()
	x.value = do()
	return x.value
}

// at is what is under a key, and whether it is the caller's to make.
func (s *shared[K, V]) at(k K) (x *making[V], mine bool) {
	return s.asOf(k, time.Now()) //nolint:forbidigo // how old a value is, not when a record changed
}

func (s *shared[K, V]) asOf(k K, now time.Time) (x *making[V], mine bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if x = s.m[k]; x != nil && !x.stale(now) {
		return x, false
	}
	if now.Sub(s.swept) >= fresh {
		s.swept = now
		for k, old := range s.m {
			if old.stale(now) {
				delete(s.m, k)
			}
		}
	}
	if s.m == nil {
		s.m = map[K]*making[V]{}
	}
	x = &making[V]{done: make(chan struct{})}
	s.m[k] = x
	return x, true
}

// stale is said under the lock.
func (x *making[V]) stale(now time.Time) bool { return !x.at.IsZero() && now.Sub(x.at) >= fresh }
