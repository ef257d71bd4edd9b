package transport

import (
	"bufio"
	"encoding/binary"
	"net"
	"net/http"
	"sync"
	"syscall"
	"time"
)

// gather is a socket's connection, on which messages that come at once leave at once: a write costs more than all else
// about a message. It writes what the connection takes at once, and waits only where that is not all.
type gather struct {
	net.Conn
	raw  syscall.RawConn // nil where the connection is no file
	wait time.Duration   // for a write; who does not take it is cut off

	mu    sync.Mutex // also held while it waits
	held  *[]byte    // what is to leave
	stuck bool       // the connection took a part of it
	take  func(file uintptr) bool
	took  int
}

// mostHeld is how many bytes are held back at most.
const mostHeld = 16 << 10

// buffers are for bytes on their way.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// done gives a buffer back, unless it has become large.
func done(b *[]byte) {
	if cap(*b) <= 2*mostHeld {
		*b = (*b)[:0]
		buffers.Put(b)
	}
}

func newGather(c net.Conn, wait time.Duration) *gather {
	g := &gather{Conn: c, wait: wait}
	if file, ok := c.(syscall.Conn); ok {
		g.raw, _ = file.SyscallConn() // without it every write may wait
	}
	g.take = func(file uintptr) bool {
		g.took, _ = syscall.Write(int(file), *g.held) // what is wrong is said where it waits
		return true
	}
	return g
}

// Write is for what the WebSocket itself says.
func (g *gather) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.hold(func(b []byte) []byte { return append(b, p...) })
	return len(p), g.leave()
}

// put adds a message; it leaves now, or with what follows soon.
func (g *gather) put(text func([]byte) []byte, more bool) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.hold(func(b []byte) []byte { return framed(b, text) })
	if more && len(*g.held) < mostHeld {
		return nil
	}
	return g.leave()
}

// offer adds a message, unless somebody would have to wait for the connection. It leaves with a flush at the latest.
func (g *gather) offer(text func([]byte) []byte) bool {
	if !g.mu.TryLock() {
		return false
	}
	defer g.mu.Unlock()
	if g.held != nil && (g.stuck || len(*g.held) >= mostHeld) && !g.leaveNow() {
		return false
	}
	g.hold(func(b []byte) []byte { return framed(b, text) })
	return true
}

func (g *gather) hold(add func([]byte) []byte) {
	if g.held == nil {
		g.held = buffers.Get().(*[]byte)
	}
	*g.held = add(*g.held)
}

// flush lets go what is held back.
func (g *gather) flush() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.leave()
}

// flushNow is flush without waiting; it is false where something is left.
func (g *gather) flushNow() bool {
	if !g.mu.TryLock() {
		return false
	}
	defer g.mu.Unlock()
	return g.leaveNow()
}

func (g *gather) leave() error {
	if g.leaveNow() {
		return nil
	}
	if err := g.SetWriteDeadline(time.Now().Add(g.wait)); err != nil {
		return err
	}
	_, err := g.Conn.Write(*g.held)
	_ = g.SetWriteDeadline(time.Time{}) // where it fails the next write does too
	g.left()
	return err
}

func (g *gather) leaveNow() bool {
	if g.held == nil {
		return true
	}
	if g.raw == nil {
		return false
	}
	g.took = 0
	_ = g.raw.Write(g.take) // as in take
	if g.took == len(*g.held) {
		g.left()
		return true
	}
	g.stuck = true
	*g.held = append((*g.held)[:0], (*g.held)[max(g.took, 0):]...)
	return false
}

func (g *gather) left() {
	done(g.held)
	g.held, g.stuck = nil, false
}

// framed adds a text as one frame of a server's.
func framed(b []byte, text func([]byte) []byte) []byte {
	const room = 4 // for most heads
	begin := len(b)
	b = text(append(b, make([]byte, room)...))
	n := len(b) - begin - room
	head := append(make([]byte, 0, 10), 0x80|1) // the last frame of a text
	switch {
	case n < 126:
		head = append(head, byte(n))
	case n < 1<<16:
		head = binary.BigEndian.AppendUint16(append(head, 126), uint16(n))
	default:
		head = binary.BigEndian.AppendUint64(append(head, 127), uint64(n))
		b = append(b, make([]byte, len(head)-room)...)
	}
	if len(head) != room {
		copy(b[begin+len(head):], b[begin+room:begin+room+n])
	}
	copy(b[begin:], head)
	return b[:begin+len(head)+n]
}

// wire hands over its connection as one that gathers.
type wire struct {
	http.ResponseWriter
	wait time.Duration
	out  *gather
}

// Hijack is for the WebSocket, which says by itself only what fits into its buffer.
func (w *wire) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	w.out = newGather(conn, w.wait)
	return w.out, bufio.NewReadWriter(rw.Reader, bufio.NewWriterSize(w.out, 128)), nil
}
