package graph

import (
	"runtime"
	"sync"
)

// turns are the rides that have something to do. As many goroutines as there are processors serve them, while there are
// any; none of them waits.
type turns struct {
	mu      sync.Mutex
	queue   []*ride
	from    int // of the queue, whose turn it is
	serving int
}

// atOnce is how many rides a goroutine takes from the queue: not so few that it is at the queue all the time, and not so
// many that another has none.
const atOnce = 16

func (t *turns) add(r *ride) {
	t.mu.Lock()
	t.queue = append(t.queue, r)
	more := t.serving < runtime.GOMAXPROCS(0)
	if more {
		t.serving++
	}
	t.mu.Unlock()
	if more {
		go t.serve()
	}
}

// serve serves until nobody is there.
func (t *turns) serve() {
	var some [atOnce]*ride
	for n := t.next(&some); n > 0; n = t.next(&some) {
		for _, r := range some[:n] {
			r.turn()
		}
	}
}

// next takes the next few from the queue. Who gets none has stopped serving.
func (t *turns) next(some *[atOnce]*ride) (n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n = copy(some[:], t.queue[t.from:])
	clear(t.queue[t.from : t.from+n])
	if t.from += n; t.from > len(t.queue)/2 { // it may never run empty
		rest := copy(t.queue, t.queue[t.from:])
		clear(t.queue[rest:])
		t.queue, t.from = t.queue[:rest], 0
	}
	if n == 0 {
		t.serving--
	}
	return n
}
