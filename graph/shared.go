package graph

import (
	"context"
	"errors"
	"sync"
	"time"
)

// shared are values that many need at about the same time: who needs one first makes it, the others wait for it.
type shared[K comparable, V any] struct {
	mu       sync.Mutex
	m        map[K]*making[K, V]
	sweeping bool // a sweep is to come
}

// making is a value that is being made, or was.
type making[K comparable, V any] struct {
	key   K
	done  chan struct{} // closed once it is there
	at    time.Time     // when that was
	value V
	later []func() // to be called then
}

// fresh is how long a newcomer is given a value after it was made: followers hear of a change within moments of each other,
// and who comes later asks for the record as it is by then. Who waited for it takes it however old it is: a slow database
// would have them ask again and again.
const fresh = 250 * time.Millisecond

// errLater is for who does not wait: the value will be there later.
var errLater = errors.New("it is being made")

// ready is what is under a key already.
func (s *shared[K, V]) ready(k K) (v V, there bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.m[k]
	if x == nil || x.at.IsZero() || x.stale(time.Now()) { //nolint:forbidigo // as in at
		return v, false
	}
	return x.value, true
}

// of is what is under a key, by another or by do. Who gives a later does not wait for it: that is called once it is there.
// They hold on to what they came for, and give it when they come back.
func (s *shared[K, V]) of(ctx context.Context, k K, held **making[K, V], later func(), do func() V) (v V, err error) {
	x, mine := *held, false
	if x == nil || x.key != k {
		x, mine = s.at(k)
	}
	switch {
	case mine && later == nil:
		return s.make(x, do), nil
	case mine:
		go s.make(x, do)
	}
	if later != nil {
		if *held = x; !s.there(x, later) {
			return v, errLater
		}
	}
	return x.wait(ctx)
}

// wait is what another makes, or has made.
func (x *making[K, V]) wait(ctx context.Context) (v V, err error) {
	select {
	case <-x.done:
		return x.value, nil
	default:
	}
	select {
	case <-x.done:
		return x.value, nil
	case <-ctx.Done():
		return v, ctx.Err()
	}
}

// there tells whether a value is, and else calls later once it is.
func (s *shared[K, V]) there(x *making[K, V], later func()) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !x.at.IsZero() {
		return true
	}
	x.later = append(x.later, later)
	return false
}

// make never leaves anybody waiting.
func (s *shared[K, V]) make(x *making[K, V], do func() V) V {
	defer func() {
		for _, tell := range s.made(x) {
			tell()
		}
	}()
	x.value = do()
	return x.value
}

func (s *shared[K, V]) made(x *making[K, V]) (later []func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x.at = time.Now() //nolint:forbidigo // as in at
	close(x.done)
	if !s.sweeping {
		s.sweeping = true
		time.AfterFunc(fresh, s.sweep)
	}
	later, x.later = x.later, nil
	return later
}

// sweep forgets what is given to no newcomer any more, until nothing is left that was made.
func (s *shared[K, V]) sweep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now() //nolint:forbidigo // as in at
	s.sweeping = false
	for k, x := range s.m {
		if x.stale(now) {
			delete(s.m, k)
		} else if !x.at.IsZero() {
			s.sweeping = true
		}
	}
	switch {
	case s.sweeping:
		time.AfterFunc(fresh, s.sweep)
	case len(s.m) == 0:
		s.m = nil // with the room that it had
	}
}

// at is what is under a key, and whether it is the caller's to make.
func (s *shared[K, V]) at(k K) (x *making[K, V], mine bool) {
	return s.asOf(k, time.Now()) //nolint:forbidigo // how old a value is, not when a record changed
}

func (s *shared[K, V]) asOf(k K, now time.Time) (x *making[K, V], mine bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if x = s.m[k]; x != nil && !x.stale(now) {
		return x, false
	}
	if s.m == nil {
		s.m = map[K]*making[K, V]{}
	}
	x = &making[K, V]{key: k, done: make(chan struct{})}
	s.m[k] = x
	return x, true
}

// stale is said under the lock.
func (x *making[K, V]) stale(now time.Time) bool { return !x.at.IsZero() && now.Sub(x.at) >= fresh }
