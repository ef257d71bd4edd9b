package transport_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/server/transport"
)

const (
	response = "application/graphql-response+json"
	plain    = "application/json"
	stream   = "text/event-stream"
	asks     = `{"query":"{name}"}`
)

func TestAnHTTPRequestIsAnsweredAsTheSpecificationSays(t *testing.T) {
	s := house(t, transport.Options{})
	post := func(accept, body string) request {
		return request{"POST", body, map[string]string{"Content-Type": plain, "Accept": accept}}
	}
	tests := map[string]struct {
		request
		status int
		media  string
		body   string // part of it
	}{
		"the new type":                         {post(response, asks), 200, response, `{"data":{"name":"test"},"extensions":{"extra":1}}`},
		"the old type":                         {post(plain, asks), 200, plain, `"data"`},
		"any type":                             {post("*/*", asks), 200, plain, `"data"`},
		"no wish":                              {post("", asks), 200, plain, `"data"`},
		"both, the new one is taken":           {post(plain+", "+response, asks), 200, response, `"data"`},
		"both, the old one rather":             {post(plain+", "+response+";q=0.5", asks), 200, plain, `"data"`},
		"as browsers' libraries ask":           {post(response+", "+plain+", "+stream+", multipart/mixed", asks), 200, response, `"data"`},
		"the old one not at all":               {post(plain+";q=0, */*", asks), 406, plain, "request.accept"},
		"a type that there is not":             {post("text/html", asks), 406, plain, "request.accept"},
		"no JSON":                              {post(response, "{"), 400, response, "request.syntax"},
		"no JSON, the old type":                {post(plain, "{"), 400, plain, "request.syntax"},
		"no object":                            {post(plain, `[{"query":"{name}"}]`), 400, plain, "request.syntax"},
		"null":                                 {post(plain, `null`), 400, plain, "request.syntax"},
		"more than one":                        {post(plain, asks+asks), 400, plain, "request.syntax"},
		"nothing":                              {post(plain, ""), 400, plain, "request.syntax"},
		"no query":                             {post(plain, `{"qeury":"{name}"}`), 400, plain, "request.query"},
		"a query that is null":                 {post(plain, `{"query":null}`), 400, plain, "request.query"},
		"a query that is no text":              {post(plain, `{"query":1}`), 400, plain, `"fields":[{"path":"query"`},
		"an operation's name that is no text":  {post(plain, `{"query":"{name}","operationName":{}}`), 400, plain, `"path":"operationName"`},
		"variables that are no object":         {post(plain, `{"query":"{name}","variables":[1]}`), 400, plain, `"path":"variables"`},
		"extensions that are no object":        {post(plain, `{"query":"{name}","extensions":"x"}`), 400, plain, `"path":"extensions"`},
		"nothing said by null":                 {post(plain, `{"query":"{name}","operationName":null,"variables":null,"extensions":null}`), 200, plain, `"data"`},
		"a document's id that nobody knows":    {post(plain, `{"documentId":"x"}`), 200, plain, `"errors"`},
		"what is no GraphQL":                   {post(response, `{"query":"{"}`), 400, response, `"errors"`},
		"what is no GraphQL, the old type":     {post(plain, `{"query":"{"}`), 200, plain, `"errors"`},
		"a field that there is not":            {post(response, `{"query":"{nothing}"}`), 400, response, `"extensions":{"extra":1}}`},
		"a number keeps its digits":            {post(plain, `{"query":"query($t:String){echo(text:$t)}","variables":{"t":"a"}}`), 200, plain, `"echo":"a"`},
		"nothing came of it, as the base left": {post(response, `{"query":"{away}"}`), 503, response, `"data":null`},
		"the same, the old type":               {post(plain, `{"query":"{away}"}`), 200, plain, `"data":null`},
		"a subscription as JSON":               {post(response, `{"query":"subscription{ticks{n}}"}`), 406, response, "request.stream"},
		"a panic":                              {post(response, `{"query":"{panics}"}`), 500, response, "server.internal"},
		"a form":                               {request{"POST", "query={name}", map[string]string{"Content-Type": "application/x-www-form-urlencoded"}}, 415, plain, "request.media_type"},
		"no content type":                      {request{"POST", asks, nil}, 415, plain, "request.media_type"},
		"another alphabet":                     {request{"POST", asks, map[string]string{"Content-Type": plain + "; charset=gbk"}}, 415, plain, "request.media_type"},
		"the alphabet named":                   {request{"POST", asks, map[string]string{"Content-Type": plain + "; charset=UTF-8"}}, 200, plain, `"data"`},
		"too large":                            {post(plain, `{"query":"`+strings.Repeat(" ", 5000)+`"}`), 413, plain, "request.too_large"},
		"GET":                                  {request{"GET", "", map[string]string{"Accept": response}}, 405, response, "request.method"},
		"PUT":                                  {request{"PUT", asks, map[string]string{"Content-Type": plain}}, 405, plain, "request.method"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			resp, body := tt.send(t, s, "/")
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.body) {
				t.Errorf("%d %s", resp.StatusCode, body)
			}
			if got := resp.Header.Get("Content-Type"); got != tt.media+"; charset=utf-8" {
				t.Errorf("as %s", got)
			}
			if tt.status >= 400 && tt.status != 503 && strings.Contains(body, `"data"`) {
				t.Errorf("with data: %s", body)
			}
			if (tt.status == 405) != (resp.Header.Get("Allow") != "") {
				t.Errorf("Allow: %q", resp.Header.Get("Allow"))
			}
			if tt.status == 413 && !resp.Close {
				t.Error("the connection stays open")
			}
		})
	}
}

func TestWhoShouldWaitIsToldHowLong(t *testing.T) {
	throttled := fault.New(fault.CodeThrottled, "signin.throttled")
	tests := map[string]struct {
		refusal error
		media   string
		status  int
		wait    string
	}{
		"throttled":                  {throttled.With("retryAfter", 7), response, 429, "7"},
		"throttled, the old type":    {fault.New(fault.CodeThrottled, "x.y").With("retryAfter", 1.2), plain, 200, "2"},
		"no time named":              {fault.New(fault.CodeThrottled, "x.y"), response, 429, "1"},
		"unavailable":                {fault.New(fault.CodeUnavailable, "x.y"), response, 503, "1"},
		"who is nobody does not":     {fault.New(fault.CodeUnauthenticated, "x.y"), response, 401, ""},
		"who asked wrongly does not": {fault.New(fault.CodeInvalid, "x.y"), response, 400, ""},
		"by a stream":                {fault.New(fault.CodeThrottled, "x.y"), stream, 429, "1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := house(t, transport.Options{Prepare: func(context.Context, *graphql.RawParams) *gqlerror.Error {
				return gqlerror.Wrap(tt.refusal)
			}})
			resp, body := request{"POST", asks, map[string]string{"Content-Type": plain, "Accept": tt.media}}.send(t, s, "/")
			if resp.StatusCode != tt.status || resp.Header.Get("Retry-After") != tt.wait || !strings.Contains(body, `"extra":1`) {
				t.Errorf("%d, Retry-After %q: %s", resp.StatusCode, resp.Header.Get("Retry-After"), body)
			}
		})
	}
}

// A document that is kept is found by its id, whichever way it comes.
func TestADocumentCanBeNamedByItsID(t *testing.T) {
	s := house(t, transport.Options{Prepare: kept})
	resp, body := request{"POST", `{"documentId":"d1"}`, map[string]string{"Content-Type": plain, "Accept": response}}.send(t, s, "/")
	if resp.StatusCode != 200 || !strings.Contains(body, `"name":"test"`) {
		t.Errorf("POST: %d %s", resp.StatusCode, body)
	}
	if _, body := (request{"GET", "", map[string]string{"Accept": stream}}).send(t, s, "/?documentId=d1"); !strings.Contains(body, `"name":"test"`) {
		t.Errorf("stream: %s", body)
	}
	c := connect(t, s, nil)
	c.send(`{"type":"connection_init"}`, `{"id":"1","type":"subscribe","payload":{"documentId":"d1"}}`)
	if got := c.until("complete"); !strings.Contains(got, `"name":"test"`) {
		t.Errorf("socket: %s", got)
	}
}

func kept(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	if p.Extensions["documentId"] == "d1" {
		p.Query = "{name}"
	}
	return nil
}

func TestAStoppingServerBeginsNothingThatStays(t *testing.T) {
	quit := make(chan struct{})
	close(quit)
	s := house(t, transport.Options{Quit: quit})
	for name, header := range map[string]http.Header{
		"socket": {"Upgrade": {"websocket"}, "Connection": {"Upgrade"}}, "stream": {"Accept": {stream}},
	} {
		h := map[string]string{}
		for k := range header {
			h[k] = header.Get(k)
		}
		resp, body := request{"GET", "", h}.send(t, s, "/?query=subscription{ticks{n}}")
		if resp.StatusCode != 503 || resp.Header.Get("Retry-After") != "1" || !strings.Contains(body, "server.stopping") {
			t.Errorf("%s: %d %s", name, resp.StatusCode, body)
		}
	}
}
