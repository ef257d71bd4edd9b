package web_test

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	dbrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// socket opens a WebSocket with a cookie, or with a token in connection_init, and answers what comes back first.
func socket(t *testing.T, s *httptest.Server, as *http.Cookie, init map[string]any) (*websocket.Conn, string) {
	t.Helper()
	h := http.Header{"Origin": {s.URL}}
	if as != nil {
		h.Set("Cookie", as.Name+"="+as.Value)
	}
	conn, resp, err := websocket.Dial(t.Context(), strings.Replace(s.URL, "http", "ws", 1)+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: h,
	})
	ltctest.Must(t, err)
	if resp.Body != nil {
		_ = resp.Body.Close()
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{"type": "connection_init", "payload": init}))
	var m struct{ Type string }
	if err := wsjson.Read(t.Context(), conn, &m); err != nil {
		return conn, websocket.CloseStatus(err).String()
	}
	return conn, m.Type
}

// ends is the code that a socket is closed with within five seconds.
func ends(t *testing.T, conn *websocket.Conn) websocket.StatusCode {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Second)
	defer stop()
	for {
		if _, _, err := conn.Read(ctx); err != nil {
			return websocket.CloseStatus(err)
		}
	}
}

func TestSocketsEndWithWhatOpenedThem(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t))
	s := site(t, w)
	wang := ltctest.Got(w.Reader().User.Query().Where(user.Email("wang@example.com")).Only(t.Context()))(t)
	ctx := call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
	token := ltctest.Got(people.IssueToken(ctx, w.Store, wang.Email, "ERP", nil))(t)
	a, b, c := cookieOf(t, s, wang.Email), cookieOf(t, s, wang.Email), cookieOf(t, s, wang.Email)

	left, ack := socket(t, s, a, nil)
	stays, _ := socket(t, s, b, nil)
	revoked, tokenAck := socket(t, s, nil, map[string]any{"Authorization": "Bearer " + token})
	if ack != "connection_ack" || tokenAck != "connection_ack" {
		t.Fatalf("%s, %s", ack, tokenAck)
	}
	post("/signout", "", a).send(t, s)
	post("/graphql", `{"query":"mutation{revokeToken(input:{id:\"`+tokenOf(t, w)+`\"}){id}}"}`, c).send(t, s)
	begun := time.Now()
	for name, conn := range map[string]*websocket.Conn{"signed out": left, "revoked": revoked} {
		if code := ends(t, conn); code != 4401 {
			t.Errorf("%s: closed with %d", name, code)
		}
	}
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
	ltctest.Must(t, wsjson.Write(t.Context(), stays, map[string]any{"type": "ping"}))
	var m struct{ Type string }
	if ltctest.Must(t, wsjson.Read(t.Context(), stays, &m)); m.Type != "pong" {
		t.Errorf("the other browser's: %s", m.Type)
	}
	ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
		return tx.User.UpdateOneID(wang.ID).SetStatus(user.StatusSuspended).Exec(ctx)
	}))
	if code := ends(t, stays); code != 4401 {
		t.Errorf("suspended: closed with %d", code)
	}
}

func TestASocketsRightsAreThoseOfNow(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	conn, _ := socket(t, s, cookieOf(t, s, "wang@example.com"), nil)
	administrator := func() string {
		ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{
			"id": rand.Text(), "type": "subscribe", "payload": map[string]any{"query": "{ myRights { administrator } }"},
		}))
		for {
			_, b, err := conn.Read(t.Context())
			ltctest.Must(t, err)
			if strings.Contains(string(b), "administrator") {
				return string(b)
			}
		}
	}
	if got := administrator(); !strings.Contains(got, "false") {
		t.Fatalf("at first: %s", got)
	}
	ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
		id, err := tx.Role.Query().Where(dbrole.Key(role.Administrator)).OnlyID(ctx)
		if err != nil {
			return err
		}
		return tx.User.Update().Where(user.Email("wang@example.com")).AddRoleIDs(id).Exec(ctx)
	}))
	for begun := time.Now(); !strings.Contains(administrator(), "true"); time.Sleep(200 * time.Millisecond) {
		if time.Since(begun) > 5*time.Second {
			t.Fatal("the rights are those of before")
		}
	}
}

func TestASocketEndsWhenItsTokenExpires(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	ctx := call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
	until := w.Now().Add(time.Hour)
	token := ltctest.Got(people.IssueToken(ctx, w.Store, "wang@example.com", "ERP", &until))(t)
	conn, ack := socket(t, s, nil, map[string]any{"Authorization": "Bearer " + token})
	if ack != "connection_ack" {
		t.Fatal(ack)
	}
	w.Wait(61 * time.Minute)
	if code := ends(t, conn); code != 4401 {
		t.Errorf("closed with %d", code)
	}
}

// Without a database nobody can be told from somebody: they should come back, and not sign in anew.
func TestASocketThatCannotBeLookedUpIsAskedToComeBack(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		ctx := call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
		token := ltctest.Got(people.IssueToken(ctx, w.Store, "wang@example.com", "ERP", nil))(t)
		ltctest.Must(t, w.Close())
		if _, first := socket(t, s, nil, map[string]any{"Authorization": "Bearer " + token}); first != websocket.StatusTryAgainLater.String() {
			t.Error(first)
		}
	})
}

func TestASocketGoesAwayWithTheServer(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, site := live(t, w)
	conn, _ := socket(t, s, cookieOf(t, s, "wang@example.com"), nil)
	site.Leave()
	if code := ends(t, conn); code != websocket.StatusGoingAway {
		t.Errorf("closed with %d", code)
	}
}

// A query runs under a time limit of its own, which ends with its answer: that is no end of what the client wants.
func TestAQueryOverASocketIsCompleted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		wang := w.People[stage.Sales]
		ctx := call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
		token := ltctest.Got(people.IssueToken(ctx, w.Store, wang.Email, "ERP", nil))(t)
		conn, _ := socket(t, s, nil, map[string]any{"Authorization": "Bearer " + token})
		begin := map[string]any{"id": "q", "type": "subscribe", "payload": map[string]any{"query": "{ viewer { name } }"}}
		ltctest.Must(t, wsjson.Write(t.Context(), conn, begin))
		wait, stop := context.WithTimeout(t.Context(), 10*time.Second)
		defer stop()
		for _, want := range []string{"next", "complete"} {
			var m struct{ ID, Type string }
			ltctest.Must(t, wsjson.Read(wait, conn, &m))
			if m.ID != "q" || m.Type != want {
				t.Fatalf("%+v, want %s", m, want)
			}
		}
	})
}

// A browser always says where a socket comes from; what does not is no browser, and a cookie is none of its business.
func TestACookieAloneOpensNoSocket(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	wang := cookieOf(t, s, "wang@example.com")
	h := http.Header{"Cookie": {wang.Name + "=" + wang.Value}}
	address := strings.Replace(s.URL, "http", "ws", 1) + "/graphql"
	conn, _, err := websocket.Dial(t.Context(), address, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: h})
	ltctest.Must(t, err)
	ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{"type": "connection_init"}))
	if code := ends(t, conn); code != 4403 {
		t.Errorf("without an origin: closed with %d", code)
	}
	h.Set("Origin", "https://evil.example")
	_, resp, _ := websocket.Dial(t.Context(), address, &websocket.DialOptions{HTTPHeader: h})
	if resp == nil || resp.StatusCode != 403 {
		t.Errorf("from elsewhere: %v", resp)
	}
}

func tokenOf(t *testing.T, w *ltctest.World) string {
	t.Helper()
	return ltctest.Got(w.Reader().Token.Query().OnlyID(t.Context()))(t)
}

func TestNobodyGetsASocket(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	wang := cookieOf(t, s, "wang@example.com")
	for name, tt := range map[string]struct {
		as   *http.Cookie
		init map[string]any
	}{
		"nobody":        {nil, nil},
		"a wrong token": {nil, map[string]any{"Authorization": "Bearer ltc_pat_x"}},
		"one who wants to look through others' eyes": {wang, map[string]any{"seeAs": w.People[stage.Finance].ID}},
	} {
		if _, first := socket(t, s, tt.as, tt.init); first != websocket.StatusCode(4403).String() {
			t.Errorf("%s: %s", name, first)
		}
	}
}
