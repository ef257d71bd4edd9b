package chaos

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// job is one verb that has to happen once, under one key, however often it has to be sent.
type job struct {
	key, field, query string
	in                map[string]any
	id                string // the record that the acknowledgement named
}

const (
	captures = `mutation($in: CaptureLeadInput!) { captureLead(input: $in) { id } }`
	posts    = `mutation($in: PostInvoiceInput!) { postInvoice(input: $in) { id } }`
	pays     = `mutation($in: RecordPaymentInput!) { recordPayment(input: $in) { id } }`
)

// work is a crew that sends jobs, and sends again what was not acknowledged.
type work struct {
	t    *testing.T
	c    company
	addr string
	next atomic.Int64 // of the drafts
	made atomic.Int64

	mu    sync.Mutex
	done  []*job
	codes map[string]int // refusals while it worked
}

func newWork(t *testing.T, c company, addr string) *work {
	return &work{t: t, c: c, addr: addr, codes: map[string]int{}}
}

// crew works until the context ends; each ends what it began before it returns, unless it is told to give up.
func (w *work) crew(ctx context.Context, n int) *sync.WaitGroup {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			c := newClient(w.addr, w.c.token)
			for ctx.Err() == nil {
				w.through(c, w.make(i))
			}
		})
	}
	return &all
}

// make is the next job: a lead, a posting or a payment with its settlement.
func (w *work) make(worker int) *job {
	n := w.made.Add(1)
	j := &job{key: fmt.Sprintf("job-%d", n)}
	switch kind := worker % 3; {
	case kind == 1 && w.take(j):
	case kind == 2:
		j.field, j.query = "recordPayment", pays
		j.in = map[string]any{
			"accountId": w.c.account, "bankReference": j.key,
			"amount": map[string]any{"amount": "1.13", "currency": "CNY"},
		}
	default:
		j.field, j.query = "captureLead", captures
		j.in = map[string]any{"name": j.key, "company": "客户 " + j.key, "phone": fmt.Sprintf("139%08d", n)}
	}
	return j
}

// take makes a job of the next draft, where there is one left.
func (w *work) take(j *job) bool {
	n := int(w.next.Add(1)) - 1
	if n >= len(w.c.drafts) {
		return false
	}
	j.field, j.query = "postInvoice", posts
	j.in = map[string]any{"id": w.c.drafts[n], "expectedVersion": 1}
	return true
}

// through sends a job until it is acknowledged.
func (w *work) through(c *client, j *job) {
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		a, err := c.do(context.Background(), j.key, j.query, map[string]any{"in": j.in})
		if err != nil {
			continue // no answer: the key decides
		}
		if a.code() == "" && a.id(j.field) != "" {
			j.id = a.id(j.field)
			w.mu.Lock()
			w.done = append(w.done, j)
			w.mu.Unlock()
			return
		}
		w.mu.Lock()
		w.codes[a.code()]++
		w.mu.Unlock()
		switch a.code() {
		case "UNAVAILABLE", "THROTTLED":
		default:
			w.t.Errorf("%s: status %d, %+v", j.field, a.Status, a.Errors)
			return
		}
	}
	w.t.Errorf("%s was never acknowledged", j.key)
}
