package transport_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/server/transport"
)

var schema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	type Query { name: String, echo(text: String): String, away: String, secret: String, panics: String }
	type Mutation { name: String }
	type Subscription { ticks(after: String, upTo: Int): Tick, fails: Tick, panics: Tick, large(bytes: Int): Tick }
	type Tick { cursor: String, n: Int }
`})

// extra is sent along with every answer.
const extra = "extra"

// house is a server of a small API that counts: each tick's cursor is its number.
func house(t *testing.T, o transport.Options, wraps ...func(net.Listener) net.Listener) *httptest.Server {
	t.Helper()
	api := handler.New(&graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return schema },
		ExecFunc:   execute,
		ComplexityFunc: func(context.Context, string, string, int, map[string]any) (int, bool) {
			return 0, false
		},
	})
	api.SetErrorPresenter(func(ctx context.Context, err error) *gqlerror.Error {
		out := graphql.DefaultErrorPresenter(ctx, err)
		if f := fault.Of(err); f != nil {
			out.Extensions = f.Extensions()
		}
		return out
	})
	api.SetRecoverFunc(func(context.Context, any) error { return fault.New(fault.CodeInternal, "server.internal") })
	api.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		graphql.RegisterExtension(ctx, extra, 1)
		return next(ctx)
	})
	o.WhenFailed = func(oc *graphql.OperationContext, tell func(*gqlerror.Error)) { oc.Stats.SetExtension("tell", tell) }
	transport.Add(api, o)
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 4096)
		api.ServeHTTP(w, r)
	}))
	s.Config.ReadTimeout = time.Second
	for _, wrap := range wraps {
		s.Listener = wrap(s.Listener)
	}
	s.Start()
	t.Cleanup(s.Close)
	return s
}

func execute(ctx context.Context) graphql.ResponseHandler {
	oc := graphql.GetOperationContext(ctx)
	f := oc.Operation.SelectionSet[0].(*ast.Field)
	args := f.ArgumentMap(oc.Variables)
	switch f.Name {
	case "ticks":
		return ticks(ctx, f, args)
	case "large":
		n, _ := args["bytes"].(int64)
		return func(context.Context) *graphql.Response {
			if ctx.Err() != nil {
				return nil
			}
			return &graphql.Response{Data: []byte(`{"large":{"n":"` + strings.Repeat("x", int(n)) + `"}}`)}
		}
	case "fails":
		tell := oc.Stats.GetExtension("tell").(func(*gqlerror.Error))
		tell(&gqlerror.Error{Message: "slow", Extensions: map[string]any{"code": "SLOW_CONSUMER"}})
		return func(context.Context) *graphql.Response { return nil }
	case "panics":
		panic("on purpose")
	case "away":
		return graphql.OneShot(&graphql.Response{Data: []byte("null"), Errors: gqlerror.List{
			{Message: "away", Extensions: map[string]any{"code": "UNAVAILABLE"}},
		}})
	case "echo":
		return graphql.OneShot(&graphql.Response{Data: fmt.Appendf(nil, `{"echo":%q}`, args["text"])})
	}
	return graphql.OneShot(&graphql.Response{Data: []byte(`{"name":"test"}`)})
}

// ticks counts on from `after`, one in 5 ms. Like gqlgen's generated code it writes each answer over the one before.
func ticks(ctx context.Context, f *ast.Field, args map[string]any) graphql.ResponseHandler {
	n := 0
	if after, ok := args["after"].(string); ok {
		_, _ = fmt.Sscan(after, &n)
	}
	upTo, _ := args["upTo"].(int64)
	var b bytes.Buffer
	return func(context.Context) *graphql.Response {
		if upTo > 0 && n >= int(upTo) {
			return nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(5 * time.Millisecond):
		}
		n++
		b.Reset()
		fmt.Fprintf(&b, "{%q:{\"cursor\":\"%d\",\n\"n\":%d}}", f.Alias, n, n)
		return &graphql.Response{Data: b.Bytes()}
	}
}

type request struct {
	method, body string
	header       map[string]string
}

func (r request) send(t *testing.T, s *httptest.Server, query string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), r.method, s.URL+query, strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range r.header {
		req.Header.Set(k, v)
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	b, err := io.ReadAll(resp.Body)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Fatal(err)
	}
	return resp, string(b)
}
