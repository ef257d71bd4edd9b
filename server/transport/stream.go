package transport

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/fault"
)

const (
	keepAlive = ":\n\n"
	retryHint = "retry: 1000\n\n" // milliseconds until a client comes back, which then asks by its last id
	complete  = "event: complete\ndata:\n\n"
)

// events is a stream of them to one client.
type events struct {
	w    http.ResponseWriter
	ctrl *http.ResponseController
	wait time.Duration
}

// open sends a stream's head.
func (x *exchange) open() *events {
	h := x.w.Header()
	h.Set("Content-Type", eventStream+"; charset=utf-8")
	h.Set("X-Accel-Buffering", "no") // a proxy must not gather events
	s := &events{x.w, http.NewResponseController(x.w), x.WriteWait}
	_ = s.ctrl.SetReadDeadline(time.Time{}) // the server's is for requests, and would end the stream
	return s
}

// write sends text at once, and fails where the client does not take it in time.
func (s *events) write(text string) error {
	_ = s.ctrl.SetWriteDeadline(time.Now().Add(s.wait)) // where the connection has one
	if _, err := s.w.Write([]byte(text)); err != nil {
		return err
	}
	return s.ctrl.Flush()
}

// next is an answer's event; its id is where a client that comes back goes on from.
func next(r *graphql.Response, id string) string {
	var b strings.Builder
	if id != "" {
		b.WriteString("id: " + id + "\n")
	}
	b.WriteString("event: next\ndata: ")
	for line := range bytes.Lines(encoded(r)) { // between JSON's tokens only
		b.Write(bytes.TrimRight(line, "\r\n"))
	}
	b.WriteString("\n\n")
	return b.String()
}

// tell is a stream of one answer.
func (x *exchange) tell(r *graphql.Response) {
	_ = x.open().write(next(r, "") + complete)
}

// stream sends an operation's answers as they come, until the last one, the client's leave, or the server's end.
func (x *exchange) stream(oc *graphql.OperationContext) {
	release, err := x.admitted(x.r)
	defer release()
	if err != nil {
		no := refused(x.r.Context(), x.exec, x.r, err)
		x.reply(x.w, x.takes.json, statusOf(responseJSON, no), no)
		return
	}
	if id := x.r.Header.Get("Last-Event-ID"); id != "" {
		resume(oc, id, x.r.Method == http.MethodGet)
	}
	ctx := x.r.Context()
	if x.Stay != nil {
		ctx = x.Stay(ctx)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	answers := make(chan string)
	var failed gqlerror.List
	go func() {
		defer close(answers)
		failed = x.run(ctx, oc, answers)
	}()
	s := x.open()
	if x.pump(ctx, s, answers) != nil {
		return
	}
	last := complete
	if len(failed) > 0 {
		last = next(&graphql.Response{Errors: failed}, "") + complete
	}
	_ = s.write(last)
}

// run has an operation answer with events, and says what it failed with.
func (x *exchange) run(ctx context.Context, oc *graphql.OperationContext, answers chan<- string) gqlerror.List {
	at, c := cursorOf(oc), x.dispatch(ctx, x.exec, oc)
	c.run(func(r *graphql.Response) bool {
		event := next(r, at.in(r.Data)) // here: the next answer is written over this one's bytes
		select {
		case answers <- event:
			return true
		case <-ctx.Done():
			return false
		}
	})
	return c.failed.all()
}

// pump is nil once all answers are sent.
func (x *exchange) pump(ctx context.Context, s *events, answers <-chan string) error {
	beat := time.NewTicker(x.KeepAlive)
	defer beat.Stop()
	err := s.write(retryHint)
	for err == nil {
		select {
		case <-x.Quit:
			_ = s.write(retryHint)
			return errStopping
		case <-ctx.Done():
			return x.sendAway(ctx, s)
		case event, more := <-answers:
			if !more {
				return x.sendAway(ctx, s)
			}
			err = s.write(event)
			beat.Reset(x.KeepAlive)
		case <-beat.C:
			err = s.write(keepAlive)
		}
	}
	return err
}

// sendAway tells whoever must go why; it is nil where nobody must.
func (x *exchange) sendAway(ctx context.Context, s *events) error {
	err := context.Cause(ctx)
	if x.r.Context().Err() == nil && fault.Of(err) != nil {
		_ = s.write(next(refused(x.r.Context(), x.exec, x.r, err), "") + complete)
	}
	return err
}
