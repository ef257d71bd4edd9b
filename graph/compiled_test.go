package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"golang.org/x/sync/errgroup"
	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

// both asks the API in the compiled and in the ordinary way, without a network between.
type both struct {
	*api
	handler *handler.Server
	mu      sync.Mutex
	why     map[string]int // of root fields, why they were not compiled; "" for those that were
	fields  map[string]int // of which root fields something was compiled
}

func bothWays(a *api) *both {
	h := graph.New(a.Store, nil, slog.New(slog.NewTextHandler(a.log, nil)), graph.Quota{Capacity: 1 << 40, Restore: 1 << 30})
	h.AddTransport(transport.POST{})
	return &both{api: a, handler: h, why: map[string]int{}, fields: map[string]int{}}
}

// text answers an operation as it comes: its data and its errors.
func (b *both) text(t ltcTB, v call.Viewer, body []byte, compiled bool, headers ...string) string {
	ctx := read.Ordinarily(context.Background())
	if compiled {
		ctx = read.Watch(context.Background(), b.told)
	}
	return b.textIn(ctx, t, v, body, headers...)
}

func (b *both) textIn(ctx context.Context, t ltcTB, v call.Viewer, body []byte, headers ...string) string {
	r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	ctx = call.With(ctx, call.New(v, b.Now(), call.API))
	rec := httptest.NewRecorder()
	b.handler.ServeHTTP(rec, r.WithContext(ctx))
	var out struct {
		Data   json.RawMessage
		Errors []json.RawMessage
	}
	if err := json.Unmarshal(rec.Body.Bytes(), &out); err != nil {
		t.Fatalf("%s answers no JSON: %s", body, rec.Body)
	}
	for i := range out.Errors {
		out.Errors[i] = request.ReplaceAll(out.Errors[i], nil)
	}
	slices.SortFunc(out.Errors, func(a, b json.RawMessage) int { return bytes.Compare(a, b) }) // two fields run at once
	return string(out.Data) + "\n" + string(bytes.Join(asBytes(out.Errors), []byte("\n")))
}

// request is the name that an internal error has in the log.
var request = regexp.MustCompile(`"request":"\w+"`)

func asBytes(of []json.RawMessage) [][]byte {
	out := make([][]byte, len(of))
	for i, m := range of {
		out[i] = m
	}
	return out
}

func (b *both) told(field, why string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.why[why]++
	if why == "" {
		b.fields[field]++
	}
}

// ltcTB is what a test and a property of rapid have in common.
type ltcTB interface{ Fatalf(string, ...any) }

// compare asks in both ways.
func (b *both) compare(t ltcTB, v call.Viewer, operation string, variables vars, headers ...string) string {
	return b.compareOf(t, v, vars{"query": operation, "variables": variables}, headers...)
}

// compareOf is compare for a request, which may name one of several operations.
func (b *both) compareOf(t ltcTB, v call.Viewer, asked vars, headers ...string) string {
	body, err := json.Marshal(asked)
	if err != nil {
		t.Fatalf("%v", err)
	}
	compiled, ordinary := b.text(t, v, body, true, headers...), b.text(t, v, body, false, headers...)
	if compiled == ordinary && strings.Contains(asked["query"].(string), " r1:") { // asked again, its root fields are read together
		compiled = b.text(t, v, body, true, headers...)
	}
	if compiled != ordinary {
		t.Fatalf("as %s, %s\n%s\n%s\n%s", v.Principal, asked["query"], body, difference(ordinary, compiled), b.log)
	}
	return compiled
}

// cases is how many random operations are tried on each database.
func cases() int {
	if testing.Short() {
		return 500
	}
	return 10_000
}

// try tries a property so many times.
func try(t *testing.T, checks int, property func(*rapid.T)) {
	t.Helper()
	ltctest.Must(t, flag.Set("rapid.checks", strconv.Itoa(checks)))
	ltctest.Must(t, flag.Set("rapid.nofailfile", "true"))
	ltctest.Must(t, flag.Set("rapid.shrinktime", "5s"))
	rapid.Check(t, property)
}

func TestACompiledAnswerIsTheOrdinaryAnswerByteForByte(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		b := bothWays(a)
		q := newQuestions(t, a)
		q.learn(t, b)
		try(t, cases(), func(rt *rapid.T) {
			document, variables, operations := q.operation(rt)
			v := rapid.SampledFrom(q.viewers).Draw(rt, "viewer")
			for _, name := range operations {
				b.compareOf(rt, v, vars{"query": document, "operationName": name, "variables": variables})
			}
		})
		all := 0
		for _, n := range b.why {
			all += n
		}
		t.Logf("compiled %d of %d root fields; else: %v", b.why[""], all, b.why)
		if b.why[""]*2 < all {
			t.Errorf("only %d of %d root fields were compiled", b.why[""], all)
		}
		for _, name := range q.roots {
			if b.fields[name] == 0 && !testing.Short() {
				t.Errorf("%s was never compiled", name)
			}
		}
	})
}

func TestMoreReadersThanConnectionsDoNotWaitForEachOther(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver()
		b := bothWays(a)
		body := ltctest.Got(json.Marshal(map[string]any{
			"query":     `query($id: ID!) { account(id: $id) { name won { amount } outstanding { amount } availableTransitions { to } } }`,
			"variables": vars{"id": d.account},
		}))(t)
		want := b.text(t, a.viewers[string(boss)], body, true)
		var group errgroup.Group
		for range 200 { // far more than connections
			group.Go(func() error {
				if got := b.text(t, a.viewers[string(boss)], body, true); got != want {
					return errors.New(got)
				}
				return nil
			})
		}
		ltctest.Must(t, group.Wait())
	})
}

// A field of a fragment is one field of the document, and asks something else in each operation.
func TestTwoOperationsThatShareAFragmentAreReadEachInItsOwnWay(t *testing.T) {
	const document = `fragment Shared on Query { accounts(first: 1) { edges { node { id } } } }
		query Named { ...Shared accounts(first: 1) { edges { node { name } } } } query Ids { ...Shared }`
	in(t, func(t *testing.T, a *api) {
		sell(t, a, "客户")
		b := bothWays(a)
		for _, name := range []string{"Named", "Ids", "Named"} {
			got := b.compareOf(t, a.viewers[string(boss)], vars{"query": document, "operationName": name})
			if named := strings.Contains(got, "客户"); named != (name == "Named") {
				t.Errorf("%s: %s", name, got)
			}
		}
	})
}

// What is computed of a record stands wherever the record stands in an answer.
func TestAnAllocationThatWasTakenBackIsSoInEveryPlace(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver().bill("3000.00")
		d.takeBack()
		got := bothWays(a).compare(t, a.viewers[string(boss)], `query($id: ID!) { payment(id: $id) { allocations { reversed invoice { allocations { reversed } } } } }`,
			vars{"id": d.payment})
		if n := strings.Count(got, `"reversed":true`); n != 4 { // by itself, and by the invoice of each of the three rows
			t.Errorf("%d places say that it was taken back: %s", n, got)
		}
	})
}
