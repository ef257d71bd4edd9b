package gate

import (
	"sync"

	"github.com/leadtocash/ltc/ltc/fault"
)

// Sockets bounds how many sockets and streams are open at once, of one person or token and from one address.
type Sockets struct {
	perUser, perAddress int

	mu   sync.Mutex
	open map[socketKey]int
}

type socketKey struct{ user, address string } // one of them, the other is ""

// NewSockets makes a gate of so many.
func NewSockets(perUser, perAddress int) *Sockets {
	return &Sockets{perUser: perUser, perAddress: perAddress, open: map[socketKey]int{}}
}

// Admit counts one more from an address, and of a user; "" is not known, and not counted. Release counts it out again.
//
// Errors: THROTTLED limit.sockets.
func (s *Sockets) Admit(address, user string) (release func(), err error) {
	var keys []socketKey
	if address != "" {
		keys = append(keys, socketKey{address: address})
	}
	if user != "" {
		keys = append(keys, socketKey{user: user})
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range keys {
		if s.open[k] >= s.most(k) {
			return nil, fault.New(fault.CodeThrottled, "limit.sockets").With("retryAfter", 5)
		}
	}
	for _, k := range keys {
		s.open[k]++
	}
	return sync.OnceFunc(func() { s.release(keys) }), nil
}

func (s *Sockets) most(k socketKey) int {
	if k.user != "" {
		return s.perUser
	}
	return s.perAddress
}

func (s *Sockets) release(keys []socketKey) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range keys {
		if s.open[k]--; s.open[k] <= 0 {
			delete(s.open, k)
		}
	}
}
