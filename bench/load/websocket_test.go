package load

import (
	"net"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestAServerThatSaysNothingIsNotWaitedForForEver(t *testing.T) {
	was := greeting
	greeting = 50 * time.Millisecond
	t.Cleanup(func() { greeting = was })
	l := ltctest.Got(net.Listen("tcp", "127.0.0.1:0"))(t) //nolint:noctx // it takes connections and says nothing
	defer func() { _ = l.Close() }()
	f := ltctest.Got(Follow())(t)
	defer f.Close()
	failed := make(chan error, 1)
	go func() {
		failed <- f.Add(t.Context(), New("it", "http://"+l.Addr().String()+"/graphql", nil, 0), "{ x }")
	}()
	select {
	case err := <-failed:
		if err == nil {
			t.Error("somebody follows whom nobody let in")
		}
	case <-time.After(5 * time.Second):
		t.Error("it is still waited for")
	}
}
