package transport

import (
	"bufio"
	"net"
	"net/http"
	"sync"
	"time"
)

// gather is a socket's connection, on which messages that come at once leave at once: a write costs more than all else
// about a message.
type gather struct {
	net.Conn
	wait time.Duration // for a write; who does not take it is cut off

	mu    sync.Mutex
	holds bool
	held  *[]byte
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

// hold has what is written from now on wait for flush, or not.
func (g *gather) hold(on bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.holds = on
}

// Write writes, or holds back.
func (g *gather) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.held == nil && !g.holds {
		return g.write(p)
	}
	if g.held == nil {
		g.held = buffers.Get().(*[]byte)
	}
	*g.held = append(*g.held, p...)
	if g.holds && len(*g.held) < mostHeld {
		return len(p), nil
	}
	return len(p), g.leave()
}

// flush lets go what is held back.
func (g *gather) flush() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.leave()
}

func (g *gather) leave() error {
	if g.held == nil {
		return nil
	}
	_, err := g.write(*g.held)
	done(g.held)
	g.held = nil
	return err
}

func (g *gather) write(p []byte) (int, error) {
	if err := g.SetWriteDeadline(time.Now().Add(g.wait)); err != nil {
		return 0, err
	}
	return g.Conn.Write(p)
}

// wire hands over its connection as one that gathers.
type wire struct {
	http.ResponseWriter
	wait time.Duration
	out  *gather
}

// Hijack is for the WebSocket. Its frames' heads and small parts are put together in the gathered bytes.
func (w *wire) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	w.out = &gather{Conn: conn, wait: w.wait}
	return w.out, bufio.NewReadWriter(rw.Reader, bufio.NewWriterSize(w.out, 128)), nil
}
