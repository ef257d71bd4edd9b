package graph_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/server/telemetry"
	"github.com/leadtocash/ltc/server/transport"
)

// api is the API over HTTP, in a world of its own, with the feed running.
type api struct {
	*ltctest.World
	url     string
	log     *logged
	viewers map[string]call.Viewer // by department; "" is nobody
	quota   graph.Quota            // as much as anybody can ask, where a test does not say
	address string                 // where requests come from
}

// ample is more than any test asks: they ask in a minute what people ask in days.
var ample = graph.Quota{Capacity: 1 << 40, Restore: 1 << 30}

// boss is the salesperson with the rights of an administrator.
const boss stage.Department = "boss"

// logged is what the API writes to its log.
type logged struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// in runs a test against the API on either database.
func in(t *testing.T, test func(t *testing.T, a *api)) {
	t.Helper()
	ltctest.In(t, func(t *testing.T, w *ltctest.World) { test(t, serve(t, w)) })
}

// serve starts the feed and the API.
func serve(t *testing.T, w *ltctest.World) *api {
	t.Helper()
	a := &api{World: w, log: &logged{}, viewers: map[string]call.Viewer{}}
	return a.listen(t, a.follow(t))
}

// follow starts the feed.
func (a *api) follow(t *testing.T) *flow.Feed {
	t.Helper()
	feed := flow.NewFeed(a.Store, slog.New(telemetry.Named(slog.NewTextHandler(a.log, nil))))
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- feed.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		ltctest.Must(t, <-done)
	})
	return feed
}

// listen serves the API over HTTP and WebSocket.
func (a *api) listen(t *testing.T, feed *flow.Feed) *api {
	t.Helper()
	for _, d := range stage.Departments() {
		a.viewers[string(d)] = call.From(a.As(d)).Viewer
	}
	v := a.viewers[string(stage.Sales)]
	v.Rights = role.Union(role.Document{Administrator: true})
	a.viewers[string(boss)] = v
	return a.open(t, feed)
}

// open serves the API to whoever is known.
func (a *api) open(t *testing.T, feed *flow.Feed) *api {
	t.Helper()
	handler := graph.New(a.Store, feed, slog.New(telemetry.Named(slog.NewTextHandler(a.log, nil))), cmp.Or(a.quota, ample))
	transport.Add(handler, transport.Options{
		WhenFailed: graph.WhenFailed, Further: graph.Further,
		Ping: time.Minute, // who is tested hears a ping only when it asks for something
		Ride: func(ctx context.Context, first graphql.ResponseHandler, to transport.Client) bool {
			return graph.Ride(ctx, first, to)
		},
	})
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		c := call.New(a.viewers[r.Header.Get("Test-As")], a.Now(), call.API)
		c.Address = a.address
		handler.ServeHTTP(rw, r.WithContext(call.With(r.Context(), c)))
	}))
	t.Cleanup(server.Close)
	a.url = server.URL
	return a
}

// answer is what the API answers, and its errors.
type answer struct {
	Data   map[string]any
	cost   cost // no part of what tests compare: it tells what others have asked
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct {
			Code, Rule   string
			Params, Help map[string]any
			Fields       []struct{ Path, Rule string }
		}
	}
}

// cost is what an answer says of its cost.
type cost struct{ Requested, Actual, Available, RestoreRate int }

type vars = map[string]any

// ask sends an operation as a person of the department; "" is nobody. Headers are pairs of name and value.
func (a *api) ask(t *testing.T, as stage.Department, operation string, v vars, headers ...string) answer {
	t.Helper()
	return a.send(t, as, map[string]any{"query": operation, "variables": v}, headers...)
}

// send posts a request as it is.
func (a *api) send(t *testing.T, as stage.Department, request map[string]any, headers ...string) answer {
	t.Helper()
	body, err := json.Marshal(request)
	ltctest.Must(t, err)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, a.url, bytes.NewReader(body))
	ltctest.Must(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Test-As", string(as))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	ltctest.Must(t, err)
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	ltctest.Must(t, err)
	var out answer
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("the answer is no JSON: %s", text)
	}
	var further struct{ Extensions struct{ Cost cost } }
	ltctest.Must(t, json.Unmarshal(text, &further))
	out.cost = further.Extensions.Cost
	return out
}

// get is ask for an operation that has to succeed.
func (a *api) get(t *testing.T, as stage.Department, operation string, v vars, headers ...string) map[string]any {
	t.Helper()
	out := a.ask(t, as, operation, v, headers...)
	if len(out.Errors) > 0 {
		t.Fatalf("%s\n%+v\n%s", operation, out.Errors, a.log)
	}
	return out.Data
}

// settle waits until the log shows all that was written to it: on PostgreSQL no older transaction may be running, and
// other tests run theirs in the same cluster.
func (a *api) settle(t *testing.T) {
	t.Helper()
	for range 4000 {
		shown, err := flow.Read(t.Context(), a.Reader(), flow.Position{}, nil, 100_000)
		ltctest.Must(t, err)
		if len(shown) == len(a.Changes(nil)) {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("the log does not show what was written to it")
}

// at is the value at a path of keys and indexes: at(data, "leads.edges.0.node.id").
func at(v any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[key]
		case []any:
			var i int
			if err := json.Unmarshal([]byte(key), &i); err != nil || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	return v
}
