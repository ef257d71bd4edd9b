package gate

import (
	"errors"
	"net"
	"net/netip"
	"slices"
	"sync"
	"syscall"
)

// Connections bounds how many connections a listener has open at once, in all and from one address. What is over is
// closed as soon as it comes: an address's own, so that nobody else notices; and in all, so that those that are open
// are served.
type Connections struct {
	net.Listener
	most, perAddress int
	excepted         []netip.Prefix

	mu   sync.Mutex
	all  int
	from map[netip.Addr]int
}

// NewConnections bounds a listener. From the excepted networks come proxies, behind which there are many.
func NewConnections(l net.Listener, most, perAddress int, excepted []netip.Prefix) *Connections {
	return &Connections{Listener: l, most: most, perAddress: perAddress, excepted: excepted, from: map[netip.Addr]int{}}
}

// Accept answers the next connection that is within the bounds.
func (c *Connections) Accept() (net.Conn, error) {
	for {
		conn, err := c.Listener.Accept()
		if err != nil {
			return nil, err
		}
		a := c.counted(conn)
		if c.enter(a) {
			return &counted{Conn: conn, leave: sync.OnceFunc(func() { c.leave(a) })}, nil
		}
		_ = conn.Close() // it is not known who it is; nothing is lost
	}
}

// counted is the address that a connection counts for; the zero one where it counts for none. Of IPv6 it is the /64.
func (c *Connections) counted(conn net.Conn) netip.Addr {
	at, err := netip.ParseAddrPort(conn.RemoteAddr().String())
	if err != nil {
		return netip.Addr{}
	}
	a := at.Addr().Unmap().WithZone("")
	if slices.ContainsFunc(c.excepted, func(p netip.Prefix) bool { return p.Contains(a) }) {
		return netip.Addr{}
	}
	if a.Is6() {
		p, _ := a.Prefix(64) // of an IPv6 address there is one
		return p.Addr()
	}
	return a
}

func (c *Connections) enter(a netip.Addr) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all >= c.most || a.IsValid() && c.from[a] >= c.perAddress {
		return false
	}
	c.all++
	if a.IsValid() {
		c.from[a]++
	}
	return true
}

func (c *Connections) leave(a netip.Addr) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all--
	if !a.IsValid() {
		return
	}
	if c.from[a]--; c.from[a] <= 0 {
		delete(c.from, a)
	}
}

// counted is a connection that is counted out when it is closed.
type counted struct {
	net.Conn
	leave func()
}

// Close closes it.
func (c *counted) Close() error {
	c.leave()
	return c.Conn.Close()
}

// SyscallConn is the connection's file, for who writes only what it takes at once.
func (c *counted) SyscallConn() (syscall.RawConn, error) {
	file, ok := c.Conn.(syscall.Conn)
	if !ok {
		return nil, errors.ErrUnsupported
	}
	return file.SyscallConn()
}
