package transport

import (
	"maps"
	"slices"
	"sync"
	"time"
)

// attendance are all sockets, as one clock pings them and one end of the server ends them.
type attendance struct {
	mu    sync.Mutex
	pings map[*socket]time.Time // when each is to be pinged next
	there bool                  // somebody attends
}

// attend has a socket attended until it leaves.
func (o *Options) attend(s *socket) {
	a, now := o.attendance, time.Now()
	s.heardAt.Store(now.UnixNano())
	a.mu.Lock()
	defer a.mu.Unlock()
	a.pings[s] = now.Add(o.Ping)
	if !a.there {
		a.there = true
		go o.attending()
	}
	if o.stopping() { // who attends may have said so already
		s.stop(goingAway)
	}
}

func (a *attendance) leave(s *socket) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.pings, s)
}

// attending pings while there are sockets, and ends them with the server.
func (o *Options) attending() {
	tick := time.NewTicker(max(o.Ping/16, time.Millisecond))
	defer tick.Stop()
	for quit := o.Quit; ; {
		select {
		case <-quit:
			quit = nil
			for _, s := range o.attendance.all() {
				s.stop(goingAway)
			}
		case now := <-tick.C:
			due, any := o.attendance.due(now, o.Ping)
			for _, s := range due {
				s.ping(now)
			}
			if !any {
				return
			}
		}
	}
}

func (a *attendance) all() []*socket {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Collect(maps.Keys(a.pings))
}

// due are the sockets to be pinged now. Where there is none at all, nobody attends from then on.
func (a *attendance) due(now time.Time, again time.Duration) (due []*socket, any bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for s, at := range a.pings {
		if !at.After(now) {
			due = append(due, s)
			a.pings[s] = now.Add(again)
		}
	}
	a.there = len(a.pings) > 0
	return due, a.there
}

const pingText = `{"type":"ping"}`

// ping asks a client whether it is there, or ends a socket that has not heard of it for two pings. It does not wait: who
// is being written to is asked by that.
func (s *socket) ping(now time.Time) {
	if now.UnixNano()-s.heardAt.Load() > int64(2*s.Ping) {
		_ = s.out.Close() // its reader ends it
		return
	}
	if s.mu.TryLock() {
		if !s.shut && s.out.offer(func(b []byte) []byte { return append(b, pingText...) }) {
			s.flushNow()
		}
		s.mu.Unlock()
	}
}
