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

// riding lets a subscription's answers be told by a goroutine of its own.
func riding(ride func(transport.Client)) transport.Options {
	return transport.Options{Ride: func(_ context.Context, _ graphql.ResponseHandler, to transport.Client) bool {
		go ride(to)
		return true
	}}
}

func TestAnswersThatComeAtOnceLeaveTogether(t *testing.T) {
	for name, give := range map[string]func(transport.Client, *graphql.Response) bool{
		"offered": transport.Client.Offer, "sent": transport.Client.Send,
	} {
		t.Run(name, func(t *testing.T) {
			var writes, before atomic.Int64
			begin := make(chan bool)
			s := house(t, riding(func(to transport.Client) {
				<-begin
				for n := range 4 { // three at once, and a fourth
					if n == 3 {
						before.Store(writes.Load())
						to.Flush()
					}
					r := &graphql.Response{Data: fmt.Appendf(nil, `{"n":%d}`, n)}
					if !give(to, r) && !to.Send(r) { // an offer may meet what the flush began
						t.Errorf("answer %d is not taken", n)
					}
				}
				to.End()
			}), func(l net.Listener) net.Listener { return counted{l, &writes} })
			c := connect(t, s, nil)
			c.send(enter)
			c.until("ack")
			writes.Store(0)
			c.send(subscribe("1", "subscription{ticks(upTo:1){n}}"))
			close(begin)
			got := c.until("complete")
			for n := range 4 {
				if strings.Count(got, fmt.Sprintf(`{"n":%d}`, n)) != 1 {
					t.Errorf("answer %d is not there once in %s", n, got)
				}
			}
			if before.Load() != 0 || writes.Load() > 2 {
				t.Errorf("%d writes before the flush and %d in all, want none, and two at most", before.Load(), writes.Load())
			}
		})
	}
}

func TestManyAnswersDoNotGatherWithoutEnd(t *testing.T) {
	s := house(t, riding(func(to transport.Client) {
		for n := range 20 { // and does not flush
			to.Send(&graphql.Response{Data: fmt.Appendf(nil, `{"n":%d,"x":%q}`, n, strings.Repeat("x", 1000))})
		}
	}))
	c := connect(t, s, nil)
	c.send(enter, subscribe("1", "subscription{ticks(upTo:1){n}}"))
	c.until(`{"n":14,`)
}

// Frames of every length come whole, each once and in order, whether the client takes them at once or not.
func TestAnswersOfEveryLengthComeWhole(t *testing.T) {
	lengths := []int{0, 1, 60, 80, 125, 126, 127, 1000, 1 << 15, 1<<16 - 1, 1 << 16, 1 << 18, 3, 1 << 19, 5}
	s := house(t, riding(func(to transport.Client) {
		for n, length := range lengths {
			r := &graphql.Response{Data: fmt.Appendf(nil, `{"n":%d,"x":%q}`, n, strings.Repeat("x", length))}
			if !to.Offer(r) && !to.Send(r) {
				t.Errorf("answer %d is not taken", n)
			}
			to.Flush()
		}
		to.End()
	}))
	c := connect(t, s, nil)
	c.send(enter, subscribe("1", "subscription{ticks(upTo:1){n}}"))
	got := c.until("complete")
	at := 0
	for n, length := range lengths {
		text := fmt.Sprintf(`{"n":%d,"x":%q}`, n, strings.Repeat("x", length))
		i := strings.Index(got[at:], text)
		if i < 0 {
			t.Fatalf("answer %d is missing", n)
		}
		at += i + len(text)
	}
}

// Who reads nothing is not waited for, and hears all once they read.
func TestWhoDoesNotReadIsNotWaitedFor(t *testing.T) {
	told := make(chan int, 1)
	s := house(t, riding(func(to transport.Client) {
		r, n := &graphql.Response{Data: []byte(`"` + strings.Repeat("x", 10_000) + `"`)}, 0
		for to.Offer(r) {
			n++
			to.Flush()
		}
		told <- n
		to.Send(&graphql.Response{Data: []byte(`"last"`)})
		to.End()
	}))
	c := connect(t, s, nil)
	c.send(enter, subscribe("1", "subscription{ticks(upTo:1){n}}"))
	var n int
	select {
	case n = <-told:
	case <-time.After(10 * time.Second):
		t.Fatal("an offer waits")
	}
	got := c.until("complete")
	if strings.Count(got, "xxx\"") != n || !strings.Contains(got, `"last"`) {
		t.Errorf("of %d answers %d came", n, strings.Count(got, "xxx\""))
	}
}
