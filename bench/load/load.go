// Package load asks a server as fast as a number of clients can and says how long it took; what server and database
// spent comes from /proc. An answer that is not 200, or holds errors, ends the measurement: a bench of refusals is
// worth nothing.
package load

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Target is a server under load.
type Target struct {
	Name   string
	URL    string
	Header http.Header
	PID    int
	Debug  string // where it answers profiles and how much it has allocated; "" where it does not
	client *http.Client
}

// New is a target with keep-alive connections of its own.
func New(name, url string, header http.Header, pid int) *Target {
	return &Target{Name: name, URL: url, Header: header, PID: pid, client: &http.Client{
		Transport: &http.Transport{MaxIdleConns: 256, MaxIdleConnsPerHost: 256, DisableCompression: true}, Timeout: 30 * time.Second,
	}}
}

// Request is one question.
type Request struct {
	Path  string
	Query string
	Vars  map[string]any
	Key   string // of idempotency
	Done  func() // called with the answer, where there is one
	Back  func() // called by who does not ask it after all, where there is one
}

// Ask asks once and answers the body.
func (t *Target) Ask(ctx context.Context, q Request) ([]byte, error) {
	body, err := json.Marshal(map[string]any{"query": q.Query, "variables": q.Vars})
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, t.URL+q.Path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	for k, v := range t.Header {
		r.Header[k] = v
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	if q.Key != "" {
		r.Header.Set("Idempotency-Key", q.Key)
	}
	resp, err := t.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK || bytes.Contains(text, []byte(`"errors"`)) {
		return nil, fmt.Errorf("%s: %s: %.600s", t.Name, resp.Status, text)
	}
	if q.Done != nil {
		q.Done()
	}
	return text, nil
}

// Cell is what one measurement saw.
type Cell struct {
	Requests   int
	Seconds    float64
	Server, DB float64 // CPU seconds
	Objects    float64 // allocated, where the server tells
	RSS        int64
	Took       []time.Duration
}

// PerSecond is how many requests a second were answered.
func (c Cell) PerSecond() float64 { return float64(c.Requests) / c.Seconds }

// Milliseconds is what one request cost of a processor.
func (c Cell) Milliseconds(cpu float64) float64 { return cpu * 1000 / float64(max(1, c.Requests)) }

// Percentile is the time within which that share of the requests was answered.
func (c Cell) Percentile(p float64) time.Duration {
	if len(c.Took) == 0 {
		return 0
	}
	return c.Took[min(len(c.Took)-1, int(float64(len(c.Took))*p))]
}

// Add joins two measurements of the same thing.
func (c Cell) Add(o Cell) Cell {
	c.Requests += o.Requests
	c.Seconds += o.Seconds
	c.Server += o.Server
	c.DB += o.DB
	c.Objects += o.Objects
	c.RSS = max(c.RSS, o.RSS)
	c.Took = append(slices.Clone(c.Took), o.Took...)
	slices.Sort(c.Took)
	return c
}

// Next is what is asked next; it may wait for what it asks about.
type Next func(context.Context) (Request, error)

// Run lets clients ask for a while. Requests that run at its end are waited for and counted.
func (t *Target) Run(ctx context.Context, clients int, long time.Duration, next Next, postmaster int) (Cell, error) {
	var asked Cell
	spent, err := t.Spent(ctx, postmaster, func() (err error) {
		asked, err = t.ask(ctx, clients, long, next)
		return err
	})
	return spent.Add(asked), err
}

// Spent is a cell without requests: what the server and the database spend while something is done.
func (t *Target) Spent(ctx context.Context, postmaster int, do func() error) (Cell, error) {
	before, err := t.usage(ctx, postmaster)
	if err != nil {
		return Cell{}, err
	}
	failed := do()
	after, err := t.usage(ctx, postmaster)
	return Cell{
		Server: after.server - before.server, DB: after.db - before.db, Objects: after.objects - before.objects, RSS: after.rss,
	}, errors.Join(failed, err)
}

// ask lets the clients ask, and tells how long the answers took. Where one of them fails nobody waits any more for
// something to ask about.
func (t *Target) ask(ctx context.Context, clients int, long time.Duration, next Next) (Cell, error) {
	var (
		wait sync.WaitGroup
		stop atomic.Bool
		all  = make([][]time.Duration, clients)
	)
	waiting, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	begin := time.Now()
	for n := range clients {
		wait.Go(func() {
			for !stop.Load() && waiting.Err() == nil {
				took, err := t.once(ctx, waiting, next)
				if err != nil {
					fail(err)
					return
				}
				all[n] = append(all[n], took)
			}
		})
	}
	timer := time.AfterFunc(long, func() { stop.Store(true) })
	wait.Wait()
	timer.Stop()
	c := Cell{Seconds: time.Since(begin).Seconds(), Took: slices.Concat(all...)}
	slices.Sort(c.Took)
	c.Requests = len(c.Took)
	return c, context.Cause(waiting)
}

// once asks what is next, and tells how long the answer took.
func (t *Target) once(ctx, waiting context.Context, next Next) (time.Duration, error) {
	at := time.Now()
	r, err := next(waiting)
	if err != nil {
		return 0, err
	}
	_, err = t.Ask(ctx, r)
	return time.Since(at), err
}
