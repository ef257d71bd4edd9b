package gate

import (
	"context"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
)

func TestOnlySoManyOperationsRunAndAFewWait(t *testing.T) {
	o := NewOperations(2)
	o.wait = 50 * time.Millisecond
	a, _ := o.Enter(t.Context())
	b, _ := o.Enter(t.Context())
	if _, err := o.Enter(t.Context()); fault.RuleOf(err) != "server.busy" || fault.CodeOf(err) != fault.CodeUnavailable {
		t.Errorf("the third: %v", err)
	}
	time.AfterFunc(10*time.Millisecond, a)
	c, err := o.Enter(t.Context())
	if err != nil {
		t.Fatalf("one who waited for a place: %v", err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := o.Enter(gone); err == nil {
		t.Error("one who has left got a place")
	}
	b()
	c()
	if len(o.places) != 0 || o.waiting.Load() != 0 {
		t.Errorf("%d places are taken, %d wait", len(o.places), o.waiting.Load())
	}
}

func TestTheQueueIsBounded(t *testing.T) {
	o := NewOperations(1)
	o.wait = 5 * time.Second
	leave, _ := o.Enter(t.Context())
	var refused, ran atomic.Int64
	var all sync.WaitGroup
	for range 60 {
		all.Go(func() {
			leave, err := o.Enter(t.Context())
			if err != nil {
				refused.Add(1)
				return
			}
			ran.Add(1)
			leave()
		})
	}
	for refused.Load() < 50 {
		time.Sleep(time.Millisecond)
	}
	leave()
	all.Wait()
	if ran.Load() != 10 {
		t.Errorf("%d ran, %d were sent away at once", ran.Load(), refused.Load())
	}
}

func TestSocketsAreCountedByUserAndByAddress(t *testing.T) {
	s := NewSockets(2, 3)
	admit := func(address, user string) func() {
		t.Helper()
		release, err := s.Admit(address, user)
		if err != nil {
			t.Fatalf("%s %s: %v", address, user, err)
		}
		return release
	}
	refuse := func(address, user string) {
		t.Helper()
		if _, err := s.Admit(address, user); fault.RuleOf(err) != "limit.sockets" || fault.CodeOf(err) != fault.CodeThrottled {
			t.Errorf("%s %s: %v", address, user, err)
		}
	}
	first := admit("a", "wang")
	second := admit("b", "wang")
	refuse("c", "wang")
	admit("a", "")
	third := admit("a", "li")
	refuse("a", "zhao")
	first()
	first() // once is enough
	admit("", "wang")
	refuse("", "wang")
	second()
	third()
	if admit("a", "wang"); len(s.open) != 2 {
		t.Errorf("still counted: %v", s.open)
	}
}

// dialled is a listener to which connections come from addresses that the test names.
type dialled struct {
	net.Listener
	from chan string
}

type remote struct {
	net.Conn
	from string
}

func (r remote) RemoteAddr() net.Addr {
	return net.TCPAddrFromAddrPort(netip.AddrPortFrom(netip.MustParseAddr(r.from), 1234))
}

func (d dialled) Accept() (net.Conn, error) {
	from, ok := <-d.from
	if !ok {
		return nil, net.ErrClosed
	}
	a, _ := net.Pipe()
	return remote{a, from}, nil
}

func TestACountedConnectionIsTheFileThatItWas(t *testing.T) {
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	out, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = out.Close() }()
	in, err := NewConnections(l, 1, 1, nil).Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	file, ok := in.(syscall.Conn)
	if !ok {
		t.Fatal("it is no file: whoever writes to it without waiting cannot")
	}
	if _, err := file.SyscallConn(); err != nil {
		t.Error(err)
	}
}

func TestConnectionsAreCountedInAllAndByAddress(t *testing.T) {
	d := dialled{from: make(chan string, 100)}
	c := NewConnections(d, 6, 2, []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")})
	var open []net.Conn
	for _, from := range []string{
		"203.0.113.9", "203.0.113.9", "203.0.113.9", // two of these
		"2001:db8::1", "2001:db8::2", "2001:db8::3", // two of these: one customer
		"10.0.0.1", "10.0.0.1", "10.0.0.1", // two of the proxy's: there are six then
	} {
		d.from <- from
	}
	close(d.from)
	for {
		conn, err := c.Accept()
		if err != nil {
			break
		}
		open = append(open, conn)
	}
	if len(open) != 6 || c.all != 6 || len(c.from) != 2 {
		t.Errorf("%d are open, %d counted, of %v", len(open), c.all, c.from)
	}
	for _, conn := range open {
		_ = conn.Close()
		_ = conn.Close()
	}
	if c.all != 0 || len(c.from) != 0 {
		t.Errorf("after their end %d are counted, of %v", c.all, c.from)
	}
}

func TestTheLeastOfWhatMemoryIsKnown(t *testing.T) {
	for _, tt := range []struct {
		all  []int64
		want int64
	}{{nil, 0}, {[]int64{0, -1}, 0}, {[]int64{0, 7, 9}, 7}} {
		if got := least(tt.all...); got != tt.want {
			t.Errorf("%v: %d", tt.all, got)
		}
	}
	if UseMemory() <= 0 {
		t.Error("this machine has memory")
	}
}
