package chaos

import (
	"context"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

// endsWithin is how soon a server is gone that was told to stop.
const endsWithin = 15 * time.Second

func TestAServerThatIsToldToStopCutsNothingOff(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		c, addr := found(t, databaseURL, 0), freeAddr(t)
		var answered atomic.Int64
		for range *stops {
			s := start(t, c.url, addr)
			s.ready()
			f := newFollower(t, c, addr)
			ctx, leave := context.WithCancel(t.Context())
			var all sync.WaitGroup
			all.Go(func() { _ = f.session(ctx) })
			closed := make(chan error, 1)
			all.Go(func() { closed <- f.session(ctx) })
			for range 6 {
				all.Go(func() { answered.Add(ask(t, newClient(addr, c.token))) })
			}
			time.Sleep(300 * time.Millisecond)
			ends(t, s)
			if code := websocket.CloseStatus(<-closed); code != websocket.StatusGoingAway {
				t.Errorf("a socket was closed with %d", code)
			}
			leave()
			all.Wait()
		}
		if answered.Load() == 0 {
			t.Error("nobody asked while the server stopped")
		}
		t.Logf("%d stops, %d requests answered, none cut off", *stops, answered.Load())
	})
}

// ask asks again and again until nobody listens any more, and answers how often it was answered. Whatever was taken
// has to be answered in full.
func ask(t *testing.T, c *client) (answered int64) {
	for {
		a, err := c.do(context.Background(), "", `{ leads(first: 50) { totalCount edges { node { id name } } } }`, nil)
		var dial *net.OpError
		if errors.As(err, &dial) && dial.Op == "dial" {
			return answered
		}
		if err != nil || a.code() != "" {
			t.Errorf("cut off: %v %+v", err, a.Errors)
			return answered
		}
		answered++
	}
}

// ends tells the server to stop, and sees that it does, in time and content.
func ends(t *testing.T, s *server) {
	t.Helper()
	began := time.Now()
	ltctest.Must(t, s.cmd.Process.Signal(syscall.SIGTERM))
	select {
	case err := <-s.done:
		s.done <- err
		if err != nil {
			t.Errorf("it ended with %v\n%s", err, s.log)
		}
	case <-time.After(endsWithin):
		t.Errorf("not ended after %v\n%s", endsWithin, s.log)
	}
	if took := time.Since(began); took > endsWithin {
		t.Errorf("it took %v to end", took)
	}
}
