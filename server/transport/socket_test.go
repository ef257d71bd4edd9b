package transport_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/server/transport"
)

// client sends and receives raw frames.
type client struct {
	t    *testing.T
	conn *websocket.Conn
}

func connect(t *testing.T, s *httptest.Server, subprotocols []string) *client {
	t.Helper()
	if subprotocols == nil {
		subprotocols = []string{"graphql-transport-ws"}
	}
	conn, resp, err := websocket.Dial(t.Context(), strings.Replace(s.URL, "http", "ws", 1), &websocket.DialOptions{Subprotocols: subprotocols})
	if err != nil {
		t.Fatal(err)
	}
	if resp.Body != nil {
		_ = resp.Body.Close()
	}
	conn.SetReadLimit(1 << 20)
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &client{t, conn}
}

func (c *client) send(frames ...string) {
	c.t.Helper()
	for _, f := range frames {
		if err := c.conn.Write(c.t.Context(), websocket.MessageText, []byte(f)); err != nil {
			c.t.Fatal(err)
		}
	}
}

// until gathers frames until one has the text, or the close code of a socket that ends before.
func (c *client) until(text string) string {
	c.t.Helper()
	var all strings.Builder
	ctx, stop := context.WithTimeout(c.t.Context(), 10*time.Second)
	defer stop()
	for {
		_, b, err := c.conn.Read(ctx)
		if err != nil {
			fmt.Fprintf(&all, "closed %d", websocket.CloseStatus(err))
			return all.String()
		}
		all.Write(b)
		all.WriteByte('\n')
		if text != "" && strings.Contains(string(b), text) {
			return all.String()
		}
	}
}

const (
	enter = `{"type":"connection_init"}`
	ack   = `{"type":"connection_ack"}` + "\n"
	ping  = `{"type":"ping"}`
	pong  = `{"type":"pong"}` + "\n"
	bad   = "closed 4400"
)

func subscribe(id, query string) string {
	b, _ := json.Marshal(map[string]any{"id": id, "type": "subscribe", "payload": map[string]any{"query": query}})
	return string(b)
}

func TestASocketSpeaksGraphqlTransportWS(t *testing.T) {
	s := house(t, transport.Options{MaxOperations: 2, MaxMessage: 4096})
	tick := func(id string, n int) string {
		return fmt.Sprintf(`{"id":%q,"type":"next","payload":{"data":{"ticks":{"cursor":"%d",`+"\n"+`"n":%d}},"extensions":{"extra":1}}}`+"\n", id, n, n)
	}
	done := func(id string) string { return fmt.Sprintf(`{"id":%q,"type":"complete"}`+"\n", id) }
	const two, never = "subscription{ticks(upTo:2){cursor}}", `subscription{ticks(upTo:1000000){cursor}}`
	tests := map[string]struct {
		frames []string
		until  string
		want   string
	}{
		"init":                           {[]string{enter}, "ack", ack},
		"init with null":                 {[]string{`{"type":"connection_init","payload":null}`}, "ack", ack},
		"init with something":            {[]string{`{"type":"connection_init","payload":{"x":1}}`}, "ack", ack},
		"init with a text":               {[]string{`{"type":"connection_init","payload":"x"}`}, "", bad},
		"init twice":                     {[]string{enter, enter}, "", ack + "closed 4429"},
		"a ping before init":             {[]string{ping}, "pong", pong},
		"a ping with something":          {[]string{enter, `{"type":"ping","payload":{"a":[1]}}`}, "pong", ack + `{"type":"pong","payload":{"a":[1]}}` + "\n"},
		"a ping with a number":           {[]string{enter, `{"type":"ping","payload":1}`}, "", ack + bad},
		"a pong out of the blue":         {[]string{`{"type":"pong"}`, enter, `{"type":"pong","payload":{}}`, ping}, "pong", ack + pong},
		"no JSON":                        {[]string{"{"}, "", bad},
		"a list":                         {[]string{"[]"}, "", bad},
		"null":                           {[]string{"null"}, "", bad},
		"an unknown type":                {[]string{enter, `{"type":"start","id":"1"}`}, "", ack + bad},
		"a server's type":                {[]string{enter, `{"type":"next","id":"1","payload":{}}`}, "", ack + bad},
		"no type":                        {[]string{enter, `{"id":"1"}`}, "", ack + bad},
		"subscribe before init":          {[]string{subscribe("1", two)}, "", "closed 4401"},
		"subscribe without an id":        {[]string{enter, `{"type":"subscribe","payload":{"query":"{name}"}}`}, "", ack + bad},
		"subscribe with a number as id":  {[]string{enter, `{"id":1,"type":"subscribe","payload":{"query":"{name}"}}`}, "", ack + bad},
		"subscribe with an empty id":     {[]string{enter, subscribe("", "{name}")}, "", ack + bad},
		"subscribe without a payload":    {[]string{enter, `{"id":"1","type":"subscribe"}`}, "", ack + bad},
		"subscribe without a query":      {[]string{enter, `{"id":"1","type":"subscribe","payload":{}}`}, "", ack + bad},
		"subscribe with wrong variables": {[]string{enter, `{"id":"1","type":"subscribe","payload":{"query":"{name}","variables":1}}`}, "", ack + bad},
		"complete without an id":         {[]string{enter, `{"type":"complete"}`}, "", ack + bad},
		"complete of nothing":            {[]string{enter, `{"type":"complete","id":"9"}`, ping}, "pong", ack + pong},
		"a subscription":                 {[]string{enter, subscribe("1", two)}, "complete", ack + tick("1", 1) + tick("1", 2) + done("1")},
		"an id anew after its end":       {[]string{enter, subscribe("1", never), `{"id":"1","type":"complete"}`, subscribe("1", two)}, "complete", ack + tick("1", 1) + tick("1", 2) + done("1")},
		"an id twice":                    {[]string{enter, subscribe("a", `subscription{ticks(after:"x",upTo:0){n}}`), subscribe("a", two)}, "", "closed 4409"},
		"a query":                        {[]string{enter, subscribe("q", "{name}")}, "complete", ack + `{"id":"q","type":"next","payload":{"data":{"name":"test"},"extensions":{"extra":1}}}` + "\n" + done("q")},
		"a mutation":                     {[]string{enter, subscribe("m", "mutation{name}")}, "complete", ack + `{"id":"m","type":"next","payload":{"data":{"name":"test"},"extensions":{"extra":1}}}` + "\n" + done("m")},
		"an invalid operation":           {[]string{enter, subscribe("1", "{nothing}")}, "error", `"type":"error","payload":[{"message":`},
		"a failure on its way":           {[]string{enter, subscribe("1", "subscription{fails{n}}")}, "error", ack + `{"id":"1","type":"error","payload":[{"message":"slow","extensions":{"code":"SLOW_CONSUMER"}}]}` + "\n"},
		"a panic is told":                {[]string{enter, subscribe("1", "subscription{panics{n}}")}, "error", `"type":"error","payload":[{"message":`},
		"too many, and the socket stays": {[]string{enter, subscribe("1", never), subscribe("2", never), subscribe("3", never)}, "error", `{"id":"3","type":"error","payload":[{"message":"At most 2 operations run on one socket."`},
		"a message too big":              {[]string{enter, subscribe("1", strings.Repeat(" ", 5000))}, "", ack + "closed 1009"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := connect(t, s, nil)
			c.send(tt.frames...)
			if got := c.until(tt.until); got != tt.want && (strings.HasPrefix(tt.want, ack) || !strings.Contains(got, tt.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestASocketIsRefused(t *testing.T) {
	refusing := func(err error) transport.Options {
		return transport.Options{Enter: func(ctx context.Context, _ map[string]any) (context.Context, error) { return ctx, err }}
	}
	tests := map[string]struct {
		options      transport.Options
		subprotocols []string
		frame        string
		want         string
	}{
		"without a subprotocol":           {transport.Options{}, []string{}, "", "closed 4406"},
		"with an old one":                 {transport.Options{}, []string{"graphql-ws"}, "", "closed 4406"},
		"as it says nothing":              {transport.Options{InitWait: 50 * time.Millisecond}, nil, "", "closed 4408"},
		"as nobody":                       {refusing(fault.New(fault.CodeUnauthenticated, "signin.needed")), nil, enter, "closed 4403"},
		"as one who may not":              {refusing(fault.New(fault.CodeForbidden, "x.y")), nil, enter, "closed 4403"},
		"for now, without a database":     {refusing(fault.New(fault.CodeUnavailable, "x.y")), nil, enter, "closed 1013"},
		"for now, as it has many":         {refusing(fault.New(fault.CodeThrottled, "x.y")), nil, enter, "closed 1013"},
		"for now, as something is broken": {refusing(context.DeadlineExceeded), nil, enter, "closed 1013"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := connect(t, house(t, tt.options), tt.subprotocols)
			if tt.frame != "" {
				c.send(tt.frame)
			}
			if got := c.until(""); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestBinaryFramesAreNoMessages(t *testing.T) {
	c := connect(t, house(t, transport.Options{}), nil)
	if err := c.conn.Write(t.Context(), websocket.MessageBinary, []byte(enter)); err != nil {
		t.Fatal(err)
	}
	if got := c.until(""); got != bad {
		t.Error(got)
	}
}

func TestASocketEndsWithItsReason(t *testing.T) {
	tests := map[string]struct {
		cause error
		want  string
	}{
		"the session ended":    {fault.New(fault.CodeUnauthenticated, "signin.needed"), "closed 4401"},
		"it may no longer":     {fault.New(fault.CodeForbidden, "x.y"), "closed 4403"},
		"nobody says":          {context.Canceled, "closed 1000"},
		"something gave out":   {fault.New(fault.CodeUnavailable, "x.y"), "closed 1013"},
		"(the server stopped)": {nil, "closed 1001"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var leave context.CancelCauseFunc
			quit := make(chan struct{})
			c := connect(t, house(t, transport.Options{
				Quit: quit,
				Enter: func(ctx context.Context, _ map[string]any) (context.Context, error) {
					ctx, leave = context.WithCancelCause(ctx)
					return ctx, nil
				},
			}), nil)
			c.send(enter, subscribe("1", `subscription{ticks(upTo:1000000){n}}`))
			c.until("next")
			if tt.cause == nil {
				close(quit)
			} else {
				leave(tt.cause)
			}
			got := c.until("")
			if !strings.HasSuffix(got, tt.want) || strings.Contains(got, "complete") {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestTheServerPingsAndCutsOffWhoDoesNotAnswer(t *testing.T) {
	c := connect(t, house(t, transport.Options{Ping: 50 * time.Millisecond}), nil)
	c.send(enter)
	for range 6 { // longer than two pings
		if got := c.until("ping"); !strings.HasSuffix(got, ping+"\n") {
			t.Fatal(got)
		}
		c.send(`{"type":"pong"}`)
	}
	if got := c.until(""); !strings.Contains(got, "closed -1") {
		t.Errorf("silent, and still there: %s", got)
	}
}

// A client that stops reading is cut off, and nothing of it stays.
func TestWhoDoesNotReadIsCutOffWithAllThatRanForThem(t *testing.T) {
	out := make(chan bool, 1)
	s := house(t, transport.Options{WriteWait: 100 * time.Millisecond, Admit: func(*http.Request) (func(), error) {
		return func() { out <- true }, nil
	}})
	before := runtime.NumGoroutine()
	c := connect(t, s, nil)
	c.send(enter)
	for i := range 20 {
		c.send(subscribe(fmt.Sprint(i), `subscription{large(bytes:100000){n}}`))
	}
	select {
	case <-out:
	case <-time.After(10 * time.Second):
		t.Fatal("it is still there")
	}
	_ = c.conn.CloseNow()
	for begun := time.Now(); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Since(begun) > 5*time.Second {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}

func TestAnotherSitesPageOpensNoSocket(t *testing.T) {
	s := house(t, transport.Options{Hosts: []string{"partner.example"}})
	for origin, status := range map[string]int{"https://evil.example": 403, "https://partner.example": 101, s.URL: 101} {
		_, resp, err := websocket.Dial(t.Context(), strings.Replace(s.URL, "http", "ws", 1), &websocket.DialOptions{
			Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {origin}},
		})
		if resp == nil || resp.StatusCode != status {
			t.Errorf("%s: %v", origin, err)
		}
	}
}
