package transport

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/fault"
)

// operation is one that runs on a socket. What it says is dropped once another has its id, or nobody.
type operation struct {
	id   string
	head []byte // of its answers' messages
	stop context.CancelFunc
}

// subscribe starts an operation.
func (s *socket) subscribe(m message) *closing {
	p, err := parse(m.Payload)
	if err != nil {
		return &badMessage
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.acked {
		return &unauthorized
	}
	if _, there := s.operations[m.ID]; there {
		why := taken(m.ID)
		return &why
	}
	if s.running >= s.MaxOperations {
		err := fault.New(fault.CodeLimitExceeded, "limit.operations").With("most", s.MaxOperations)
		s.write(errorMessage(m.ID, refused(s.ctx, s.exec, s.r, err).Errors))
		return nil
	}
	ctx, stop := context.WithCancel(graphql.StartOperationTrace(s.ctx))
	op := &operation{id: m.ID, head: headOf(m.ID), stop: stop}
	s.operations[m.ID] = op
	s.running++
	s.done.Go(func() { s.serve(ctx, op, p) })
	return nil
}

// serve runs an operation to its end, or for as long as it needs a goroutine.
func (s *socket) serve(ctx context.Context, op *operation, p *graphql.RawParams) {
	oc, no := s.prepared(ctx, p)
	if no != nil {
		s.end(op, errorMessage(op.id, no.Errors))
		s.left(op)
		return
	}
	c := s.dispatch(ctx, s.exec, oc)
	if s.rides(op, c) {
		return
	}
	c.run(func(r *graphql.Response) bool { return s.next(op, r, false) })
	s.ran(op, c)
}

// ran tells what became of an operation.
func (s *socket) ran(op *operation, c *course) {
	switch failed := c.failed.all(); {
	case c.life.Err() != nil: // let go by the client, or the socket ends: neither is a completion
	case len(failed) > 0:
		s.end(op, errorMessage(op.id, failed))
	default:
		s.end(op, message{ID: op.id, Type: "complete"})
	}
	s.left(op)
}

// left is for an operation of which nothing runs any more.
func (s *socket) left(op *operation) {
	op.stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running--
}

// prepared is begin for a goroutine in which nobody else recovers.
func (s *socket) prepared(ctx context.Context, p *graphql.RawParams) (oc *graphql.OperationContext, no *graphql.Response) {
	defer func() {
		if v := recover(); v != nil {
			no = recovered(ctx, s.exec, v)
		}
	}()
	return s.begin(ctx, s.exec, s.r, p)
}

// next sends an answer of an operation that the client still wants; more tells that others follow, or a flush.
func (s *socket) next(op *operation, r *graphql.Response, more bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.operations[op.id] != op {
		return false
	}
	s.put(func(b []byte) []byte { return answer(b, op.head, r) }, more)
	return !s.shut
}

// end says the last about an operation, whose id is free from then on.
func (s *socket) end(op *operation, last message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.operations[op.id] == op {
		delete(s.operations, op.id)
		s.write(last)
	}
}

// letGo ends an operation that the client has completed.
func (s *socket) letGo(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if op := s.operations[id]; op != nil {
		delete(s.operations, id)
		op.stop()
	}
}

func errorMessage(id string, errs gqlerror.List) message {
	return message{ID: id, Type: "error", Payload: marshalled(errs)}
}
