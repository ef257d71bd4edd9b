package graph

import (
	"context"
	"runtime"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// stuck is a client whose connection takes nothing more: the last that is said to it waits.
type stuck struct {
	Client
	free  <-chan bool
	ended chan<- bool
}

func (stuck) Flush() {}

func (c stuck) End() {
	<-c.free
	c.ended <- true
}

func TestWhoEndsHoldsNobodyUp(t *testing.T) {
	var r root
	gone, leave := context.WithCancel(t.Context())
	leave()
	free, ended := make(chan bool), make(chan bool, 100)
	leaves := func(free <-chan bool) {
		x := &ride{following: &following{root: &r}, ctx: gone, client: stuck{free: free, ended: ended}}
		x.offer = func(*graphql.Response) bool { return true }
		x.wake()
	}
	waiting := 2 * runtime.GOMAXPROCS(0)
	for range waiting {
		leaves(free)
	}
	now := make(chan bool)
	close(now)
	leaves(now)
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("somebody waits for the clients of others")
	}
	close(free)
	for range waiting {
		<-ended
	}
}

func TestAQueueThatNeverRunsEmptyDoesNotGrow(t *testing.T) {
	q := turns{serving: runtime.GOMAXPROCS(0)} // but nobody does
	var some [atOnce]*ride
	var added, taken []*ride
	add := func(n int) {
		for range n {
			r := &ride{}
			added = append(added, r)
			q.add(r)
		}
	}
	add(3)
	for range 1000 {
		add(atOnce)
		taken = append(taken, some[:q.next(&some)]...)
	}
	if cap(q.queue) > 10*atOnce {
		t.Errorf("there is room for %d, and 3 wait", cap(q.queue))
	}
	for n := q.next(&some); n > 0; n = q.next(&some) {
		taken = append(taken, some[:n]...)
	}
	for n, r := range added {
		if n >= len(taken) || taken[n] != r {
			t.Fatalf("of %d the turn of number %d came out of order, or never", len(added), n)
		}
	}
	for _, r := range q.queue[:cap(q.queue)] {
		if r != nil {
			t.Fatal("who was served is kept")
		}
	}
}
