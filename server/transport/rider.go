package transport

import "github.com/99designs/gqlgen/graphql"

// rider is the client of one subscription on a socket.
type rider struct {
	s     *socket
	op    *operation
	of    *course
	begun bool // it had an answer
}

// rides tells whether a subscription goes on without its goroutine.
func (s *socket) rides(op *operation, c *course) bool {
	if s.Ride == nil || c.answers == nil || !subscribes(c.oc) {
		return false
	}
	s.done.Add(1)
	if s.Ride(c.ctx, c.answers, &rider{s: s, op: op, of: c}) {
		return true
	}
	s.done.Done()
	return false
}

// Offer is of Client.
func (c *rider) Offer(r *graphql.Response) bool {
	if !c.s.mu.TryLock() {
		return false
	}
	defer c.s.mu.Unlock()
	if c.s.shut || c.s.operations[c.op.id] != c.op { // Send finds it out
		return false
	}
	return c.s.out.offer(func(b []byte) []byte { return answer(b, c.op.head, r) }) && c.delivered()
}

// Send is of Client.
func (c *rider) Send(r *graphql.Response) bool { return c.s.next(c.op, r, true) && c.delivered() }

func (c *rider) delivered() bool {
	if c.begun && c.s.Delivered != nil {
		c.s.Delivered()
	}
	c.begun = true
	return true
}

// Flush is of Client.
func (c *rider) Flush() {
	if !c.s.mu.TryLock() {
		c.s.done.Go(c.s.flush) // whoever writes may not know of what is held
		return
	}
	defer c.s.mu.Unlock()
	c.s.flushNow()
}

// End is of Client.
func (c *rider) End() {
	defer c.s.done.Done()
	c.s.ran(c.op, c.of)
}
