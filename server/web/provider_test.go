package web_test

import (
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/server/signin"
	"github.com/leadtocash/ltc/server/web"
)

// directory are the provider's users, by name; all have the password "verysecure".
type directory map[string]*storage.User

func (d directory) GetUserByID(id string) *storage.User {
	for _, u := range d {
		if u.ID == id {
			return u
		}
	}
	return nil
}
func (d directory) GetUserByUsername(name string) *storage.User { return d[name] }
func (directory) ExampleClientID() string                       { return "service" }

// provided is a site whose people sign in by a provider of their company (zitadel's, with its login page).
func provided(t *testing.T, w *ltctest.World) *httptest.Server {
	t.Helper()
	s := httptest.NewUnstartedServer(nil)
	base := "http://" + s.Listener.Addr().String()
	users := directory{}
	for name, verified := range map[string]bool{"wang": true, "li": false, "stranger": true} {
		users[name] = &storage.User{ID: "id-" + name, Username: name, Password: "verysecure", Email: name + "@example.com", EmailVerified: verified}
	}
	log := slog.New(slog.DiscardHandler)
	op := httptest.NewUnstartedServer(nil)
	issuer := "http://" + op.Listener.Addr().String()
	op.Config.Handler = exampleop.SetupServer(issuer, storage.NewStorageWithClients(users, map[string]*storage.Client{
		"ltc": storage.WebClient("ltc", "secret", base+"/signin/oidc/callback"),
	}), log, false)
	op.Start()
	t.Cleanup(op.Close)
	s.Config.Handler = web.New(web.Config{
		Store: w.Store, API: graph.New(w.Store, flow.NewFeed(w.Store, log), log), Log: log, Now: w.Now,
		App:      fstest.MapFS{"index.html": {Data: []byte("<!doctype html>LTC")}},
		Provider: &signin.Provider{Name: "华恒 SSO", Issuer: issuer, ClientID: "ltc", Secret: "secret", BaseURL: base},
	})
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// browser follows redirects and keeps cookies.
func browser(t *testing.T) *http.Client {
	t.Helper()
	return &http.Client{Jar: ltctest.Got(cookiejar.New(nil))(t)}
}

var requestID = regexp.MustCompile(`name="id" value="([^"]+)"`)

// through goes to the provider, signs in there, and answers the page where the browser ends up.
func through(t *testing.T, c *http.Client, s *httptest.Server, next, name string) *url.URL {
	t.Helper()
	resp := ltctest.Got(c.Get(s.URL + "/signin/oidc?next=" + url.QueryEscape(next)))(t)
	page := text(t, resp)
	found := requestID.FindStringSubmatch(page)
	if found == nil {
		t.Fatalf("no login page at %s: %s", resp.Request.URL, page)
	}
	resp = ltctest.Got(c.PostForm(resp.Request.URL.String(), url.Values{
		"username": {name}, "password": {"verysecure"}, "id": {found[1]},
	}))(t)
	text(t, resp)
	return resp.Request.URL
}

func viewerOf(t *testing.T, c *http.Client, s *httptest.Server) string {
	t.Helper()
	return text(t, ltctest.Got(c.Post(s.URL+"/graphql", "application/json", strings.NewReader(`{"query":"{viewer{name}}"}`)))(t))
}

func TestSigningInByTheCompanysProvider(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	addWang(t, w)
	s := provided(t, w)
	c := browser(t)
	if at := through(t, c, s, "/leads?view=board", "wang"); at.RequestURI() != "/leads?view=board" {
		t.Fatalf("arrived at %s", at)
	}
	if got := viewerOf(t, c, s); !strings.Contains(got, "王雪") {
		t.Errorf("viewer: %s", got)
	}
	for _, name := range []string{"stranger", "li"} {
		c := browser(t)
		if at := through(t, c, s, "/leads", name); at.RequestURI() != "/login?problem=signin.oidc_unknown" {
			t.Errorf("%s arrived at %s", name, at)
		}
		if got := viewerOf(t, c, s); !strings.Contains(got, "UNAUTHENTICATED") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestNobodyIsSentElsewhere(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	addWang(t, w)
	s := provided(t, w)
	for _, next := range []string{"https://evil.example", "//evil.example", `/\evil.example`, "/\t/evil.example", "javascript:alert(1)", "evil", ""} {
		if at := through(t, browser(t), s, next, "wang"); at.String() != s.URL+"/" {
			t.Errorf("%q leads to %s", next, at)
		}
	}
}

func TestATripToTheProviderEndsOnceAndInItsBrowser(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	addWang(t, w)
	s := provided(t, w)
	c := browser(t)
	var callback string
	c.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if strings.HasPrefix(r.URL.Path, "/signin/oidc/callback") {
			callback = r.URL.String()
			return http.ErrUseLastResponse
		}
		return nil
	}
	through(t, c, s, "/leads", "wang")
	tests := []struct {
		name, url, want string
		c               *http.Client
	}{
		{"another browser", callback, "signin.oidc_expired", browser(t)},
		{"a refusal", strings.Replace(callback, "code=", "error=access_denied&code=", 1), "signin.oidc_refused", nil},
		{"again: the trip is over", callback, "signin.oidc_expired", nil},
	}
	c.CheckRedirect = nil
	for _, tt := range tests {
		if tt.c == nil {
			tt.c = c
		}
		resp := ltctest.Got(tt.c.Get(tt.url))(t)
		text(t, resp)
		if got := resp.Request.URL.RequestURI(); got != "/login?problem="+tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

func TestWithoutAProviderOrWhenItIsDown(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	resp := ltctest.Got(browser(t).Get(s.URL + "/signin/oidc"))(t)
	text(t, resp)
	if got := resp.Request.URL.RequestURI(); got != "/login?problem=signin.oidc_off" {
		t.Errorf("without: %s", got)
	}
	log := slog.New(slog.DiscardHandler)
	down := httptest.NewServer(web.New(web.Config{
		Store: w.Store, API: graph.New(w.Store, flow.NewFeed(w.Store, log), log), Log: log, Now: w.Now,
		App:      fstest.MapFS{"index.html": {Data: []byte("LTC")}},
		Provider: &signin.Provider{Issuer: "http://127.0.0.1:1", ClientID: "ltc"},
	}))
	defer down.Close()
	resp = ltctest.Got(browser(t).Get(down.URL + "/signin/oidc"))(t)
	text(t, resp)
	if got := resp.Request.URL.RequestURI(); got != "/login?problem=signin.oidc_failed" {
		t.Errorf("down: %s", got)
	}
}
