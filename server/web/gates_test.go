package web_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/server/web"
)

// opened tells whether a socket was let in.
func opened(t *testing.T, s *httptest.Server, as *http.Cookie, init map[string]any) bool {
	t.Helper()
	h := http.Header{"Origin": {s.URL}}
	if as != nil {
		h.Set("Cookie", as.Name+"="+as.Value)
	}
	conn, resp, err := websocket.Dial(t.Context(), strings.Replace(s.URL, "http", "ws", 1)+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: h,
	})
	if err != nil {
		if resp == nil || resp.StatusCode != http.StatusTooManyRequests || resp.Header.Get("Retry-After") == "" {
			t.Errorf("refused otherwise: %v", err)
		}
		return false
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{"type": "connection_init", "payload": init}))
	var m struct{ Type string }
	return wsjson.Read(t.Context(), conn, &m) == nil && m.Type == "connection_ack"
}

func TestSocketsOfOnePersonAreCounted(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	wang := cookieOf(t, s, "wang@example.com")
	ctx := call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
	token := ltctest.Got(people.IssueToken(ctx, w.Store, "wang@example.com", "ERP", nil))(t)
	in := 0
	for i := range 25 {
		as, init := wang, map[string]any(nil)
		if i%2 == 1 {
			as, init = nil, map[string]any{"Authorization": "Bearer " + token}
		}
		if opened(t, s, as, init) {
			in++
		}
	}
	if in != 20 {
		t.Errorf("%d sockets were let in", in)
	}
	if got := (attack{query: "{viewer{id}}"}).send(t, s, wang); got.code != "" {
		t.Errorf("and reads: %s", got.text)
	}
}

func TestWhoFindsNoPlaceComesBack(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	addWang(t, w)
	log := slog.New(slog.DiscardHandler)
	api := graph.New(w.Store, flow.NewFeed(w.Store, log), log)
	hold := make(chan struct{})
	s := httptest.NewServer(web.New(web.Config{Store: w.Store, API: api, Log: log, Now: w.Now, Limits: web.Limits{Operations: 1}}))
	t.Cleanup(s.Close)
	api.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		if graphql.GetOperationContext(ctx).Operation.Name == "slow" {
			<-hold
		}
		return next(ctx)
	})
	wang := cookieOf(t, s, "wang@example.com")
	var slow sync.WaitGroup
	slow.Go(func() { attack{query: "query slow{viewer{id}}"}.send(t, s, wang) })
	time.Sleep(100 * time.Millisecond)
	r := post("/graphql", `{"query":"{viewer{id}}"}`, wang, "Accept", "application/graphql-response+json")
	resp, body := r.send(t, s)
	if resp.StatusCode != 503 || resp.Header.Get("Retry-After") != "1" || !strings.Contains(body, "server.busy") || !strings.Contains(body, `"actual":0`) {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
	close(hold)
	slow.Wait()
	if resp, body := r.send(t, s); resp.StatusCode != 200 {
		t.Errorf("afterwards: %d %s", resp.StatusCode, body)
	}
}
