package transport_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/server/transport"
)

// Of two clients one reads nothing; the other has all its answers long before the first is cut off.
func TestWhoReadsNothingDelaysNobodyElse(t *testing.T) {
	const patience = 3 * time.Second
	out := make(chan time.Time, 2)
	s := house(t, transport.Options{WriteWait: patience, Admit: func(*http.Request) (func(), error) {
		return func() { out <- time.Now() }, nil
	}})
	stuck, other := connect(t, s, nil), connect(t, s, nil)
	stuck.send(enter)
	for i := range 20 {
		stuck.send(subscribe(fmt.Sprint(i), `subscription{large(bytes:100000){n}}`))
	}
	other.send(enter, subscribe("1", "subscription{ticks(upTo:50){n}}"))
	if got := other.until("complete"); strings.Count(got, `"next"`) != 50 {
		t.Errorf("the other was told %d times", strings.Count(got, `"next"`))
	}
	select {
	case <-out:
		t.Error("nobody was stuck")
	default:
	}
	select {
	case <-out:
	case <-time.After(4 * patience):
		t.Error("who reads nothing is still there")
	}
}

// counted is a listener whose connections count how often something is written.
type counted struct {
	net.Listener
	writes *atomic.Int64
}

func (l counted) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	return countedConn{c, l.writes}, err
}

type countedConn struct {
	net.Conn
	writes *atomic.Int64
}

func (c countedConn) Write(p []byte) (int, error) {
	c.writes.Add(1)
	return c.Conn.Write(p)
}

func TestAnswersThatComeAtOnceLeaveTogether(t *testing.T) {
	var writes, before atomic.Int64
	var idle func()
	n := 0
	answer := func(context.Context) *graphql.Response { // three at once, a fourth later, no more
		switch n++; n {
		case 4:
			before.Store(writes.Load())
			idle()
		case 5:
			return nil
		}
		return &graphql.Response{Data: fmt.Appendf(nil, `{"n":%d}`, n)}
	}
	s := house(t, transport.Options{
		WhenIdle: func(_ *graphql.OperationContext, tell func()) { idle = tell },
		Further:  func(*graphql.OperationContext) func(context.Context) *graphql.Response { return answer },
	}, func(l net.Listener) net.Listener { return counted{l, &writes} })
	c := connect(t, s, nil)
	c.send(enter)
	c.until("ack")
	writes.Store(0)
	c.send(subscribe("1", "subscription{ticks(upTo:1){n}}"))
	got := c.until("complete")
	for i := 1; i <= 4; i++ {
		if !strings.Contains(got, fmt.Sprintf(`{"n":%d}`, i)) {
			t.Errorf("answer %d is missing in %s", i, got)
		}
	}
	if before.Load() != 0 || writes.Load() != 2 {
		t.Errorf("%d writes before it waited and %d in all, want none, and two", before.Load(), writes.Load())
	}
}

func TestManyAnswersDoNotGatherWithoutEnd(t *testing.T) {
	n := 0
	s := house(t, transport.Options{
		WhenIdle: func(*graphql.OperationContext, func()) {},
		Further: func(*graphql.OperationContext) func(context.Context) *graphql.Response {
			return func(ctx context.Context) *graphql.Response {
				if n++; n > 20 {
					<-ctx.Done() // and does not say that it waits
					return nil
				}
				return &graphql.Response{Data: fmt.Appendf(nil, `{"n":%d,"x":%q}`, n, strings.Repeat("x", 1000))}
			}
		},
	})
	c := connect(t, s, nil)
	c.send(enter, subscribe("1", "subscription{ticks(upTo:1){n}}"))
	c.until(`{"n":15,`)
}
