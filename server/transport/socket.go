package transport

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

const subprotocol = "graphql-transport-ws"

// overSocket is graphql-transport-ws.
type overSocket struct{ *Options }

// Supports is for gqlgen.
func (overSocket) Supports(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// Do holds one socket until it ends.
func (t overSocket) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	release, err := t.admitted(r)
	defer release()
	if err != nil {
		no := refused(r.Context(), exec, r, err)
		t.reply(w, plainJSON, statusOf(responseJSON, no), no)
		return
	}
	wire := &wire{ResponseWriter: w, wait: t.WriteWait}
	conn, err := websocket.Accept(wire, r, &websocket.AcceptOptions{Subprotocols: []string{subprotocol}, OriginPatterns: t.Hosts})
	if err != nil {
		return // it has answered
	}
	conn.SetReadLimit(t.MaxMessage)
	ctx, stop := context.WithCancelCause(r.Context())
	s := &socket{
		Options: t.Options, exec: exec, r: r, conn: conn, out: wire.out, ctx: ctx, stop: stop, operations: map[string]*operation{},
	}
	s.hold()
}

// socket is one client's. Its reader is the goroutine of the request; what it says goes through say.
type socket struct {
	*Options
	exec graphql.GraphExecutor
	r    *http.Request
	conn *websocket.Conn
	out  *gather         // what it writes to
	ctx  context.Context // the socket's life; connection_init replaces it
	stop context.CancelCauseFunc

	mu         sync.Mutex // also held while writing: nothing about an operation may be said after its end
	heard      bool       // connection_init
	acked      bool
	shut       bool
	operations map[string]*operation // by the client's ids
	running    int                   // those included that the client has let go and that have not ended yet
	done       sync.WaitGroup

	heardAt atomic.Int64 // when the client said something last
}

// hold reads until the socket ends, and leaves nothing running.
func (s *socket) hold() {
	defer s.done.Wait()
	defer func() { _ = s.conn.CloseNow() }()
	defer s.stop(ended)
	if s.conn.Subprotocol() != subprotocol {
		s.close(badSubprotocol)
		return
	}
	late := time.AfterFunc(s.InitWait, s.tooLate)
	defer late.Stop()
	s.done.Add(1)
	life := s.ctx
	context.AfterFunc(life, func() {
		defer s.done.Done()
		s.close(s.because(life))
	})
	s.attend(s)
	defer s.attendance.leave(s)
	for {
		m, why := s.read()
		if why == nil {
			why = s.take(m)
		}
		if why != nil {
			s.close(*why)
			return
		}
	}
}

// read waits for a message.
func (s *socket) read() (message, *closing) {
	kind, text, err := s.conn.Read(context.Background()) // the socket's own end sends its code first
	s.heardAt.Store(time.Now().UnixNano())
	if err != nil {
		return message{}, &ended // the connection has said why, or is gone
	}
	m, ok := parseMessage(kind, text)
	if !ok {
		return m, &badMessage
	}
	return m, nil
}

// take does what a message says; what it answers ends the socket.
func (s *socket) take(m message) *closing {
	switch m.Type {
	case "connection_init":
		return s.enter(m.Payload)
	case "ping":
		s.say(message{Type: "pong", Payload: m.Payload})
	case "subscribe":
		return s.subscribe(m)
	case "complete":
		s.letGo(m.ID)
	}
	return nil
}

// enter asks the house whether who sent connection_init may come in.
func (s *socket) enter(payload []byte) *closing {
	s.mu.Lock()
	again := s.heard
	s.heard = true
	s.mu.Unlock()
	if again {
		return &manyInits
	}
	if s.Enter != nil {
		var init map[string]any
		if len(payload) > 0 && json.Unmarshal(payload, &init) != nil {
			return &badMessage
		}
		ctx, err := s.Enter(s.ctx, init)
		if err != nil {
			why := refusing(err)
			return &why
		}
		s.ctx = ctx
		context.AfterFunc(ctx, func() { s.close(s.because(ctx)) })
	}
	s.mu.Lock()
	s.acked = true
	s.mu.Unlock()
	s.say(message{Type: "connection_ack"})
	return nil
}

func (s *socket) tooLate() {
	s.mu.Lock()
	heard := s.heard
	s.mu.Unlock()
	if !heard {
		s.close(initTimeout)
	}
}

// say sends a message, unless the socket is closed.
func (s *socket) say(m message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.write(m)
}

// write is say for who holds the lock.
func (s *socket) write(m message) {
	text := marshalled(m)
	s.put(func(b []byte) []byte { return append(b, text...) }, false)
}

// put writes a message's text; more tells that others follow at once, or a flush. A client that does not read is cut
// off, and its socket's reader ends with it.
func (s *socket) put(text func([]byte) []byte, more bool) {
	if !s.shut {
		s.failed(s.out.put(text, more))
	}
}

// flush lets go what was gathered.
func (s *socket) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.shut {
		s.failed(s.out.flush())
	}
}

// flushNow is flush for who holds the lock and does not wait: where it would have to, another does.
func (s *socket) flushNow() {
	if !s.shut && !s.out.flushNow() {
		s.done.Go(s.flush)
	}
}

func (s *socket) failed(err error) {
	if err != nil {
		s.shut = true
		_ = s.conn.CloseNow()
	}
}

// close ends the socket, once.
func (s *socket) close(why closing) {
	s.mu.Lock()
	again := s.shut
	s.shut = true
	s.mu.Unlock()
	s.stop(why)
	if !again {
		_ = s.conn.Close(why.code, why.reason) // waits for the client's answer, for a while
	}
}
