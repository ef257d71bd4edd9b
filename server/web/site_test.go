package web_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/server/web"
)

// site is a served company whose sales person has a password.
func site(t *testing.T, w *ltctest.World) *httptest.Server {
	t.Helper()
	addWang(t, w)
	_, h := siteWith(w)
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// siteWith is a site over the world, and the feed of its subscriptions, which nobody runs yet.
func siteWith(w *ltctest.World) (*flow.Feed, *web.Site) {
	log := slog.New(slog.DiscardHandler)
	feed := flow.NewFeed(w.Store, log)
	return feed, web.New(web.Config{
		Store: w.Store, API: graph.New(w.Store, feed, log), Log: log, Now: w.Now,
		App: fstest.MapFS{
			"index.html":            {Data: []byte("<!doctype html>LTC")},
			"assets/app-1a2b.js":    {Data: []byte("plain")},
			"assets/app-1a2b.js.br": {Data: []byte("brotli")},
		},
	})
}

// addWang adds a person of sales with a password.
func addWang(t *testing.T, w *ltctest.World) *db.User {
	t.Helper()
	return ltctest.Got(people.AddUser(w.As(stage.Sales), w.Store, people.NewUser{
		Name: "王雪", Email: "wang@example.com", Password: "correct horse", Department: stage.Sales,
	}))(t)
}

// text is the answer's body.
func text(t *testing.T, resp *http.Response) string {
	t.Helper()
	defer func() { _ = resp.Body.Close() }()
	return string(ltctest.Got(io.ReadAll(resp.Body))(t))
}

type request struct {
	method, path, body string
	header             map[string]string
}

func (r request) send(t *testing.T, s *httptest.Server) (*http.Response, string) {
	t.Helper()
	req := ltctest.Got(http.NewRequestWithContext(t.Context(), r.method, s.URL+r.path, strings.NewReader(r.body)))(t)
	for k, v := range r.header {
		req.Header.Set(k, v)
	}
	resp := ltctest.Got(http.DefaultTransport.RoundTrip(req))(t)
	return resp, text(t, resp)
}

var jsonBody = map[string]string{"Content-Type": "application/json"}

func signIn(email, password string) request {
	b, _ := json.Marshal(map[string]string{"email": email, "password": password})
	return request{"POST", "/signin", string(b), jsonBody}
}

func TestSigningInAndOut(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		resp, body := signIn("Wang@Example.com", "correct horse").send(t, s)
		cookie := resp.Cookies()[0]
		if resp.StatusCode != 200 || !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || !strings.Contains(body, "王雪") {
			t.Fatalf("%d %+v %s", resp.StatusCode, cookie, body)
		}
		asks := request{"POST", "/graphql", `{"query":"{viewer{name}}"}`, map[string]string{
			"Content-Type": "application/json", "Cookie": cookie.Name + "=" + cookie.Value,
		}}
		if _, body := asks.send(t, s); !strings.Contains(body, `"name":"王雪"`) {
			t.Errorf("signed in: %s", body)
		}
		request{"POST", "/signout", "", asks.header}.send(t, s)
		if _, body := asks.send(t, s); !strings.Contains(body, "UNAUTHENTICATED") {
			t.Errorf("signed out: %s", body)
		}
	})
}

func TestAWrongPasswordAndAnUnknownPersonAreAnsweredAlike(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	wrong, a := signIn("wang@example.com", "wrong").send(t, s)
	unknown, b := signIn("nobody@example.com", "wrong").send(t, s)
	if wrong.StatusCode != 401 || unknown.StatusCode != 401 || a != b || !strings.Contains(a, "signin.failed") {
		t.Errorf("%d %s, %d %s", wrong.StatusCode, a, unknown.StatusCode, b)
	}
}

func TestGuessingIsSlowedDownAndNobodyIsLockedOutForLong(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	for range 10 {
		signIn("wang@example.com", "guess").send(t, s)
	}
	if resp, body := signIn("wang@example.com", "correct horse").send(t, s); resp.StatusCode != 429 || !strings.Contains(body, "THROTTLED") {
		t.Errorf("the eleventh: %d %s", resp.StatusCode, body)
	}
	w.Wait(16 * 60 * 1e9)
	if resp, body := signIn("wang@example.com", "correct horse").send(t, s); resp.StatusCode != 200 {
		t.Errorf("after a quarter of an hour: %d %s", resp.StatusCode, body)
	}
}

func TestWhatIsServed(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	tests := map[string]struct {
		request
		status int
		header string
		want   string
		body   string
	}{
		"a page's address is the app":           {request{"GET", "/leads", "", nil}, 200, "Cache-Control", "no-cache", "LTC"},
		"a hashed file is kept for ever":        {request{"GET", "/assets/app-1a2b.js", "", nil}, 200, "Cache-Control", "public, max-age=31536000, immutable", "plain"},
		"a browser gets it compressed":          {request{"GET", "/assets/app-1a2b.js", "", map[string]string{"Accept-Encoding": "gzip, br"}}, 200, "Content-Encoding", "br", "brotli"},
		"a file of an old release is missing":   {request{"GET", "/assets/old.js", "", nil}, 404, "", "", ""},
		"nothing is written to a page":          {request{"POST", "/leads", "", jsonBody}, 405, "Allow", "GET, HEAD", ""},
		"it lives":                              {request{"GET", "/healthz", "", nil}, 200, "", "", "ok"},
		"it is ready":                           {request{"GET", "/readyz", "", nil}, 200, "Cache-Control", "no-store", "ready"},
		"another site's form writes nothing":    {request{"POST", "/signin", "{}", map[string]string{"Content-Type": "text/plain", "Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}}, 403, "", "", ""},
		"a wrong token is not taken for nobody": {request{"POST", "/graphql", `{"query":"{viewer{id}}"}`, map[string]string{"Content-Type": "application/json", "Authorization": "Bearer ltc_pat_x"}}, 401, "", "", "signin.token_wrong"},
		"a body without end is refused":         {request{"POST", "/graphql", strings.Repeat(" ", 2<<20), jsonBody}, 413, "Connection", "close", ""},
		"sign-in wants JSON":                    {request{"POST", "/signin", "email=x", map[string]string{"Content-Type": "application/x-www-form-urlencoded"}}, 400, "", "", "signin.malformed"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			resp, body := tt.send(t, s)
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.body) {
				t.Errorf("%d %s", resp.StatusCode, body)
			}
			if tt.header != "" && resp.Header.Get(tt.header) != tt.want && (tt.header != "Connection" || !resp.Close) {
				t.Errorf("%s: %q, want %q", tt.header, resp.Header.Get(tt.header), tt.want)
			}
			for _, h := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"} {
				if resp.Header.Get(h) == "" {
					t.Errorf("without %s", h)
				}
			}
		})
	}
}

func TestWithoutADatabaseItLivesAndIsNotReady(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		resp, _ := signIn("wang@example.com", "correct horse").send(t, s)
		cookie := resp.Cookies()[0]
		ltctest.Must(t, w.Close())
		if resp, _ := (request{"GET", "/healthz", "", nil}).send(t, s); resp.StatusCode != 200 {
			t.Errorf("healthz: %d", resp.StatusCode)
		}
		if resp, _ := (request{"GET", "/readyz", "", nil}).send(t, s); resp.StatusCode != 503 {
			t.Errorf("readyz: %d", resp.StatusCode)
		}
		asks := request{"POST", "/graphql", `{"query":"{viewer{name}}"}`, map[string]string{
			"Content-Type": "application/json", "Cookie": cookie.Name + "=" + cookie.Value,
		}}
		if resp, body := asks.send(t, s); resp.StatusCode != 503 || strings.Contains(body, "UNAUTHENTICATED") {
			t.Errorf("a session that cannot be looked up: %d %s", resp.StatusCode, body)
		}
	})
}
