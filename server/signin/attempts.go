package signin

import (
	"strings"
	"sync"
	"time"
)

const (
	window  = 15 * time.Minute
	most    = 10  // failures of an account in the window
	mostIP  = 100 // of an address, behind which many people may sit
	trimmed = 10_000
)

// attempts counts failed sign-ins by account and by address over a sliding window. Sessions that are open are never
// touched: nobody can lock somebody else out of their work.
type attempts struct {
	mu sync.Mutex
	at map[string][]time.Time
}

func newAttempts() *attempts { return &attempts{at: map[string][]time.Time{}} }

func account(email string) string { return "account " + strings.ToLower(strings.TrimSpace(email)) }

func (a *attempts) allowed(now time.Time, email, address string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.recent(now, account(email)) < most && a.recent(now, "address "+address) < mostIP
}

func (a *attempts) failed(now time.Time, email, address string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.at) > trimmed {
		for key := range a.at {
			a.recent(now, key)
		}
	}
	for _, key := range []string{account(email), "address " + address} {
		a.at[key] = append(a.at[key], now)
	}
}

// forget is for who signed in at last.
func (a *attempts) forget(email string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.at, account(email))
}

// recent drops what is older than the window and counts the rest; the lock is held.
func (a *attempts) recent(now time.Time, key string) int {
	times := a.at[key]
	for len(times) > 0 && now.Sub(times[0]) > window {
		times = times[1:]
	}
	if len(times) == 0 {
		delete(a.at, key)
		return 0
	}
	a.at[key] = times
	return len(times)
}
