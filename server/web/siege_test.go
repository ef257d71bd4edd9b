package web_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/server/gate"
)

// besieged is a site that stands on the network as it does in earnest.
func besieged(t *testing.T, w *ltctest.World) *httptest.Server {
	t.Helper()
	addWang(t, w)
	_, h := siteWith(w)
	s := httptest.NewUnstartedServer(h)
	s.Config.ReadHeaderTimeout, s.Config.ReadTimeout, s.Config.IdleTimeout = 5*time.Second, 15*time.Second, time.Minute
	s.Config.MaxHeaderBytes = 32 << 10
	s.Listener = gate.NewConnections(s.Listener, 10_000, 10_000, nil)
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// bystander reads on and on, as one who has to work meanwhile.
type bystander struct {
	stop    context.CancelFunc
	ended   chan struct{}
	reads   int
	slowest time.Duration
	failure string
}

// meanwhile starts a bystander; done tells how it went.
func meanwhile(t *testing.T, s *httptest.Server, as *http.Cookie) *bystander {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	b := &bystander{stop: stop, ended: make(chan struct{})}
	client := &http.Client{Transport: &http.Transport{}, Timeout: 30 * time.Second}
	go func() {
		defer close(b.ended)
		for ctx.Err() == nil {
			begun := time.Now()
			r, _ := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+"/graphql", strings.NewReader(`{"query":"{viewer{name} leads(first:5){edges{node{id}}}}"}`))
			r.Header.Set("Content-Type", "application/json")
			r.AddCookie(as)
			b.note(ctx, begun, client, r)
			time.Sleep(20 * time.Millisecond)
		}
	}()
	return b
}

func (b *bystander) note(ctx context.Context, begun time.Time, client *http.Client, r *http.Request) {
	resp, err := client.Do(r)
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		b.failure = err.Error()
		return
	}
	defer func() { _ = resp.Body.Close() }()
	if text, _ := io.ReadAll(resp.Body); ctx.Err() == nil && !strings.Contains(string(text), `"name":"王雪"`) {
		b.failure = string(text)
	}
	b.reads++
	b.slowest = max(b.slowest, time.Since(begun))
}

// patience is how long a read may take beside any attack, on a machine that does other things too.
const patience = 5 * time.Second

func (b *bystander) done(t *testing.T) {
	t.Helper()
	b.stop()
	<-b.ended
	t.Logf("another client read %d times meanwhile, in %s at most", b.reads, b.slowest.Round(time.Millisecond))
	if b.failure != "" || b.reads == 0 || b.slowest > patience {
		t.Errorf("another client was disturbed: %d reads, %s, %s", b.reads, b.slowest, b.failure)
	}
}

func TestBodiesAreBounded(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := besieged(t, w)
	b := meanwhile(t, s, cookieOf(t, s, "wang@example.com"))
	tests := map[string]struct {
		body   io.Reader
		length int64
		status int
	}{
		"64 MB, as it says":          {io.LimitReader(zeros{}, 64<<20), 64 << 20, 413},
		"64 MB that it does not say": {io.LimitReader(zeros{}, 64<<20), -1, 413},
		"a batch":                    {strings.NewReader("[" + rep(`{"query":"{__typename}"},`, 1000) + `{"query":"{__typename}"}]`), -1, 400},
		"brackets":                   {strings.NewReader(rep("[", 1_000_000)), -1, 400},
		"deep JSON":                  {strings.NewReader(`{"query":"{__typename}","variables":{"a":` + rep("[", 200_000) + rep("]", 200_000) + "}}"), -1, 400},
		"no JSON":                    {strings.NewReader("query=1"), -1, 400},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := ltctest.Got(http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/graphql", tt.body))(t)
			r.ContentLength = tt.length
			r.Header.Set("Content-Type", "application/json")
			resp, err := http.DefaultTransport.RoundTrip(r)
			if err != nil { // the server closed before all was sent
				t.Logf("%v", err)
				return
			}
			if text := text(t, resp); resp.StatusCode != tt.status {
				t.Errorf("%d %.200s", resp.StatusCode, text)
			}
		})
	}
	b.done(t)
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// room is how many connections this process can hold at both ends.
func room(want int) int {
	var l syscall.Rlimit
	_ = syscall.Getrlimit(syscall.RLIMIT_NOFILE, &l)
	return min(want, int(l.Cur)/2-200) //nolint:gosec // some thousands
}

// dialled opens connections, says something on each, and leaves them open.
func dialled(t *testing.T, s *httptest.Server, n int, say string) {
	t.Helper()
	for range n {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", s.Listener.Addr().String())
		ltctest.Must(t, err)
		t.Cleanup(func() { _ = conn.Close() })
		_, err = io.WriteString(conn, say)
		ltctest.Must(t, err)
	}
}

func TestThoseWhoOnlyHoldAConnectionDisturbNobody(t *testing.T) {
	const begun = "POST /graphql HTTP/1.1\r\nHost: ltc\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"query\": \""
	upgrade := "GET /graphql HTTP/1.1\r\nHost: ltc\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
		"Sec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Ng==\r\n\r\n"
	for name, tt := range map[string]struct {
		n   int
		say string
	}{
		"idle connections":    {2000, ""},
		"half a header":       {500, "POST /graphql HTTP/1.1\r\nHost: ltc\r\nX-"},
		"bodies that stop":    {500, begun},
		"sockets that say no": {500, upgrade},
	} {
		t.Run(name, func(t *testing.T) {
			w := ltctest.New(t, ltctest.SQLite(t))
			s := besieged(t, w)
			wang := cookieOf(t, s, "wang@example.com")
			b := meanwhile(t, s, wang)
			dialled(t, s, room(tt.n), tt.say)
			time.Sleep(500 * time.Millisecond)
			b.done(t)
		})
	}
}

func TestManyWhoSignInAtOnceDisturbNobody(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := besieged(t, w)
	b := meanwhile(t, s, cookieOf(t, s, "wang@example.com"))
	var mu sync.Mutex
	statuses := map[int]int{}
	var all sync.WaitGroup
	for i := range 60 {
		all.Go(func() {
			resp, _ := signIn(fmt.Sprintf("somebody%d@example.com", i), "wrong "+rand.Text()).send(t, s)
			mu.Lock()
			defer mu.Unlock()
			if statuses[resp.StatusCode]++; resp.StatusCode == 503 && resp.Header.Get("Retry-After") == "" {
				t.Error("503 without Retry-After")
			}
		})
	}
	all.Wait()
	b.done(t)
	t.Logf("%v", statuses)
	if statuses[401] == 0 || statuses[401]+statuses[503]+statuses[429] != 60 {
		t.Errorf("statuses: %v", statuses)
	}
}
