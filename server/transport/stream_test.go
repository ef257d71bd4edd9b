package transport_test

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/server/transport"
)

func TestAStreamIsAsGraphqlSSESays(t *testing.T) {
	s := house(t, transport.Options{})
	const head = "retry: 1000\n\n"
	const done = "event: complete\ndata:\n\n"
	const two = head +
		"id: 1\nevent: next\ndata: {\"data\":{\"ticks\":{\"cursor\":\"1\",\"n\":1}},\"extensions\":{\"extra\":1}}\n\n" +
		"id: 2\nevent: next\ndata: {\"data\":{\"ticks\":{\"cursor\":\"2\",\"n\":2}},\"extensions\":{\"extra\":1}}\n\n" + done
	const second = head +
		"id: 2\nevent: next\ndata: {\"data\":{\"ticks\":{\"cursor\":\"2\",\"n\":2}},\"extensions\":{\"extra\":1}}\n\n" + done
	get := func(header ...string) request {
		h := map[string]string{"Accept": stream}
		for i := 0; i < len(header); i += 2 {
			h[header[i]] = header[i+1]
		}
		return request{"GET", "", h}
	}
	post := func(accept, body string, header ...string) request {
		r := get(header...)
		r.method, r.body, r.header["Content-Type"], r.header["Accept"] = "POST", body, plain, accept
		return r
	}
	ask := func(query string) string { return `{"query":"` + query + `"}` }
	const ticks = "subscription{ticks(upTo:2){cursor n}}"
	const from = "subscription($after:String){ticks(after:$after,upTo:2){cursor n}}"
	tests := map[string]struct {
		request
		query string // in the address
		want  string
	}{
		"a subscription":                       {post(stream, ask(ticks)), "", two},
		"by a client that takes JSON too":      {post(response+", "+stream, ask(ticks)), "", two},
		"by an EventSource":                    {get(), ticks, two},
		"resumed, without a place for it":      {get("Last-Event-ID", "1"), ticks, second},
		"resumed later than its address says":  {get("Last-Event-ID", "1"), "subscription{ticks(after:\"0\",upTo:2){cursor n}}", second},
		"resumed by a variable":                {post(stream, ask(from), "Last-Event-ID", "1"), "", second},
		"by POST the client's own word stands": {post(stream, `{"query":"`+from+`","variables":{"after":"1"}}`, "Last-Event-ID", "0"), "", second},
		"under another name": {get(), "subscription{t:ticks(after:\"1\",upTo:2){c:cursor n}}",
			head + "event: next\ndata: {\"data\":{\"t\":{\"cursor\":\"2\",\"n\":2}},\"extensions\":{\"extra\":1}}\n\n" + done},
		"a query":              {post(stream, asks), "", head + "event: next\ndata: {\"data\":{\"name\":\"test\"},\"extensions\":{\"extra\":1}}\n\n" + done},
		"a mutation":           {post(stream, ask("mutation{name}")), "", head + "event: next\ndata: {\"data\":{\"name\":\"test\"},\"extensions\":{\"extra\":1}}\n\n" + done},
		"a failure on its way": {get(), "subscription{fails{n}}", head + "event: next\ndata: {\"errors\":[{\"message\":\"slow\",\"extensions\":{\"code\":\"SLOW_CONSUMER\"}}]}\n\n" + done},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			resp, got := tt.send(t, s, "/?query="+url.QueryEscape(tt.query))
			if resp.StatusCode != 200 || got != tt.want {
				t.Errorf("%d\n%s\nwant\n%s", resp.StatusCode, got, tt.want)
			}
			if h := resp.Header; h.Get("Content-Type") != "text/event-stream; charset=utf-8" || h.Get("X-Accel-Buffering") != "no" {
				t.Errorf("%v", h)
			}
		})
	}
}

func TestAStreamThatCannotBegin(t *testing.T) {
	s := house(t, transport.Options{})
	tests := map[string]struct {
		query  string
		status int
		body   string
	}{
		"a mutation by GET":      {"query=mutation{name}", 405, "request.mutation"},
		"no query":               {"", 400, "request.query"},
		"variables that are not": {"query={name}&variables={", 400, `"path":"variables"`},
		"an invalid operation":   {"query={nothing}", 200, "event: next\ndata: {\"errors\":"},
		"a panic is told":        {"query=subscription{panics{n}}", 200, "event: next\ndata: {\"errors\":"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			resp, body := request{"GET", "", map[string]string{"Accept": stream}}.send(t, s, "/?"+tt.query)
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.body) {
				t.Errorf("%d %s", resp.StatusCode, body)
			}
		})
	}
}

// follow opens a stream and answers its lines.
func follow(t *testing.T, s *httptest.Server, query string) <-chan string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/?query="+url.QueryEscape(query), nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept", stream)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 10000)
	go func() {
		defer close(lines)
		defer func() { _ = resp.Body.Close() }()
		for in := bufio.NewScanner(resp.Body); in.Scan(); {
			lines <- in.Text()
		}
	}()
	return lines
}

const never = `subscription{ticks(after:"x",upTo:1000000){cursor}}`

func TestAStreamOutlivesTheServersTimeoutAndIsKeptAlive(t *testing.T) {
	s := house(t, transport.Options{KeepAlive: 50 * time.Millisecond})
	lines := follow(t, s, `subscription{ticks(upTo:1000000){cursor}}`)
	begun, ids := time.Now(), 0
	for time.Since(begun) < 2500*time.Millisecond { // the server's timeout is a second
		line, more := <-lines
		if !more {
			t.Fatalf("it ended after %v", time.Since(begun))
		}
		if strings.HasPrefix(line, "id: ") {
			ids++
		}
	}
	if ids < 100 {
		t.Errorf("%d events", ids)
	}
}

func TestAStreamEndsWithTheServer(t *testing.T) {
	quit := make(chan struct{})
	s := house(t, transport.Options{Quit: quit})
	lines := follow(t, s, never)
	<-lines
	close(quit)
	last := ""
	for line := range lines {
		if line != "" {
			last = line
		}
	}
	if last != "retry: 1000" {
		t.Errorf("at the end: %q", last)
	}
}

func TestAStreamEndsWithTheSession(t *testing.T) {
	var leave context.CancelCauseFunc
	begun := make(chan struct{})
	s := house(t, transport.Options{Stay: func(ctx context.Context) context.Context {
		defer close(begun)
		ctx, leave = context.WithCancelCause(ctx)
		return ctx
	}})
	lines := follow(t, s, never)
	<-begun
	leave(fault.New(fault.CodeUnauthenticated, "signin.needed"))
	var all strings.Builder
	for line := range lines {
		all.WriteString(line + "\n")
	}
	if got := all.String(); !strings.Contains(got, "UNAUTHENTICATED") || !strings.HasSuffix(got, "event: complete\ndata:\n\n") {
		t.Error(got)
	}
}

func TestAStreamIsLetInAndOutOnce(t *testing.T) {
	in, out := make(chan bool, 9), make(chan bool, 9)
	s := house(t, transport.Options{Admit: func(*http.Request) (func(), error) {
		in <- true
		return func() { out <- true }, nil
	}})
	request{"GET", "", map[string]string{"Accept": stream}}.send(t, s, "/?query={name}")
	if <-out; len(in) != 1 || len(out) != 0 {
		t.Errorf("in %d, out %d", len(in), len(out)+1)
	}
}
