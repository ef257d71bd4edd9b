// Package gate lets in only as many at once as the server can bear: operations, sockets and connections, in all and of
// one person or address. It counts; who somebody is and what they are told is said elsewhere.
package gate

import (
	"context"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
)

// Operations bounds how many operations run at once. Some more wait a moment for a place; all others are told to come
// back.
type Operations struct {
	places  chan struct{}
	wait    time.Duration
	waiting atomic.Int64
	queue   int64
}

// OperationsPerCore is how many operations of one core run at once without other words: most of them wait for the
// database.
const OperationsPerCore = 4

// NewOperations makes a gate of so many places, four per core for 0, with a queue ten times as long in which one waits
// for a second at most.
func NewOperations(places int) *Operations {
	if places <= 0 {
		places = OperationsPerCore * runtime.GOMAXPROCS(0)
	}
	return &Operations{places: make(chan struct{}, places), wait: time.Second, queue: int64(10 * places)}
}

// Enter waits for a place and answers how to leave it.
//
// Errors: UNAVAILABLE server.busy.
func (o *Operations) Enter(ctx context.Context) (leave func(), err error) {
	select {
	case o.places <- struct{}{}:
		return o.leave, nil
	default:
	}
	if o.waiting.Add(1) > o.queue {
		o.waiting.Add(-1)
		return nil, busy()
	}
	defer o.waiting.Add(-1)
	patience := time.NewTimer(o.wait)
	defer patience.Stop()
	select {
	case o.places <- struct{}{}:
		return o.leave, nil
	case <-patience.C:
	case <-ctx.Done():
	}
	return nil, busy()
}

func (o *Operations) leave() { <-o.places }

func busy() *fault.Error {
	return fault.New(fault.CodeUnavailable, "server.busy").With("retryAfter", 1)
}
