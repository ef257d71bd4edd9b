package web_test

import (
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/web"
)

// post is a request with a JSON body, as the bearer of a cookie and with further headers.
func post(path, body string, as *http.Cookie, headers ...string) request {
	h := maps.Clone(jsonBody)
	if as != nil {
		h["Cookie"] = as.Name + "=" + as.Value
	}
	for i := 0; i < len(headers); i += 2 {
		h[headers[i]] = headers[i+1]
	}
	return request{"POST", path, body, h}
}

// cookieOf signs in.
func cookieOf(t *testing.T, s *httptest.Server, email string) *http.Cookie {
	t.Helper()
	resp, body := signIn(email, "correct horse").send(t, s)
	if resp.StatusCode != 200 {
		t.Fatalf("%s: %d %s", email, resp.StatusCode, body)
	}
	return resp.Cookies()[0]
}

// unfounded is a site without a company.
func unfounded(t *testing.T, databaseURL string) *httptest.Server {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	now := ltctest.Monday
	ltctest.Must(t, flow.CheckEpoch(call.With(t.Context(), call.New(call.System(""), now, call.API)), st))
	w := &ltctest.World{}
	w.Wait(ltctest.Monday.Sub(w.Now()))
	log := slog.New(slog.DiscardHandler)
	s := httptest.NewServer(web.New(web.Config{
		Store: st, API: graph.New(st, flow.NewFeed(st, log), log), Log: log, Now: w.Now, SetupCode: "SESAME",
	}))
	t.Cleanup(s.Close)
	return s
}

const setup = `{"company":"华恒智造","currency":"CNY","timeZone":"Asia/Shanghai","calendar":"cn","name":"王雪",` +
	`"email":"wang@example.com","password":"correct horse","code":"CODE"}`

func TestTheCompanyIsFoundedOnceAndNotByPassersBy(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		s := unfounded(t, databaseURL)
		if _, body := (request{"GET", "/signin/options", "", nil}).send(t, s); !strings.Contains(body, `"founded":false`) || !strings.Contains(body, `"setupCode":false`) {
			t.Errorf("options: %s", body)
		}
		far := []string{"X-Forwarded-For", "203.0.113.9"}
		if _, body := (request{"GET", "/signin/options", "", map[string]string{far[0]: far[1]}}).send(t, s); !strings.Contains(body, `"setupCode":true`) {
			t.Errorf("options from elsewhere: %s", body)
		}
		if resp, body := post("/setup", setup, nil, far...).send(t, s); resp.StatusCode != 403 || !strings.Contains(body, "setup.code_wrong") {
			t.Errorf("from elsewhere, without the code: %d %s", resp.StatusCode, body)
		}
		if resp, body := post("/setup", strings.Replace(setup, "CNY", "XXX", 1), nil).send(t, s); resp.StatusCode != 400 {
			t.Errorf("an unknown currency: %d %s", resp.StatusCode, body)
		}
		resp, body := post("/setup", strings.Replace(setup, "CODE", " sesame", 1), nil, far...).send(t, s)
		if resp.StatusCode != 200 || !strings.Contains(body, `"name":"王雪"`) {
			t.Fatalf("with the code: %d %s", resp.StatusCode, body)
		}
		asks := post("/graphql", `{"query":"{viewer{name admin} company{name currency}}"}`, resp.Cookies()[0])
		if _, body := asks.send(t, s); !strings.Contains(body, `"admin":true`) || !strings.Contains(body, "华恒智造") {
			t.Errorf("signed in: %s", body)
		}
		if resp, body := post("/setup", setup, nil).send(t, s); resp.StatusCode != 409 || !strings.Contains(body, "setup.done") {
			t.Errorf("again: %d %s", resp.StatusCode, body)
		}
		if _, body := (request{"GET", "/signin/options", "", nil}).send(t, s); body != `{"founded":true,"oidc":null,"password":true,"setupCode":false}`+"\n" {
			t.Errorf("options: %s", body)
		}
	})
}

func TestAnInvitationIsAcceptedOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		department := ltctest.Got(w.Reader().Department.Query().First(t.Context()))(t)
		admin := call.With(t.Context(), call.New(call.System(*w.People[stage.Sales].DepartmentID), w.Now(), call.API))
		invited := ltctest.Got(people.InviteUser(admin, w.Store, people.InviteUserInput{
			Name: "李工", Email: "li@example.com", DepartmentID: department.ID,
		}))(t)
		_, secret, _ := strings.Cut(*invited.Link, "/invitation/")
		if _, body := post("/invitation/look", `{"secret":"`+secret+`"}`, nil).send(t, s); body != `{"company":"华恒智造","email":"li@example.com","name":"李工"}`+"\n" {
			t.Errorf("look: %s", body)
		}
		if resp, body := post("/invitation/look", `{"secret":"wrong"}`, nil).send(t, s); resp.StatusCode != 400 || !strings.Contains(body, "invitation.over") {
			t.Errorf("a wrong one: %d %s", resp.StatusCode, body)
		}
		accept := post("/invitation", `{"secret":"`+secret+`","password":"battery staple"}`, nil)
		resp, body := accept.send(t, s)
		if resp.StatusCode != 200 || !strings.Contains(body, "李工") {
			t.Fatalf("accept: %d %s", resp.StatusCode, body)
		}
		if _, body := post("/graphql", `{"query":"{viewer{name status}}"}`, resp.Cookies()[0]).send(t, s); !strings.Contains(body, "李工") || !strings.Contains(body, "ACTIVE") {
			t.Errorf("signed in: %s", body)
		}
		if resp, body := accept.send(t, s); resp.StatusCode != 400 || !strings.Contains(body, "invitation.over") {
			t.Errorf("again: %d %s", resp.StatusCode, body)
		}
	})
}

func TestAnAdministratorSeesAsSomebodyAndChangesNothing(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		ltctest.Got(people.AddUser(w.As(stage.Sales), w.Store, people.NewUser{
			Name: "张总", Email: "admin@example.com", Password: "correct horse", Department: stage.Sales, Roles: []string{role.Administrator},
		}))(t)
		admin, wang := cookieOf(t, s, "admin@example.com"), cookieOf(t, s, "wang@example.com")
		seller := w.People[stage.Sales].ID
		const me = `{"query":"{viewer{name admin}}"}`
		if _, body := post("/graphql", me, admin, "X-LTC-See-As", seller).send(t, s); !strings.Contains(body, `"name":"sales","admin":false`) {
			t.Errorf("seen as: %s", body)
		}
		for _, change := range []string{
			`mutation{updateProfile(input:{theme:DARK}){id}}`,
			`mutation{captureLead(input:{name:\"a\",company:\"b\",phone:\"13800138000\"}){id}}`,
		} {
			_, body := post("/graphql", `{"query":"`+change+`"}`, admin, "X-LTC-See-As", seller).send(t, s)
			if !strings.Contains(body, "access.seen_as") {
				t.Errorf("%s: %s", change, body)
			}
		}
		if resp, body := post("/graphql", me, wang, "X-LTC-See-As", seller).send(t, s); resp.StatusCode != 403 || !strings.Contains(body, "access.see_as") {
			t.Errorf("not an administrator: %d %s", resp.StatusCode, body)
		}
		if resp, _ := post("/graphql", me, admin, "X-LTC-See-As", "usr_x").send(t, s); resp.StatusCode != 404 {
			t.Errorf("nobody: %d", resp.StatusCode)
		}
		e := ltctest.Got(w.Reader().AuditEntry.Query().Where(auditentry.Action("seenAs")).Only(t.Context()))(t)
		if e.Subject != seller || e.Address != "127.0.0.1" || e.UserAgent == "" {
			t.Errorf("audit: %+v", e)
		}
	})
}

func TestSigningInAnewEndsTheBrowsersSession(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	first := cookieOf(t, s, "wang@example.com")
	again := signIn("wang@example.com", "correct horse")
	again.header = post("", "", first).header
	resp, _ := again.send(t, s)
	if second := resp.Cookies()[0]; second.Value == first.Value {
		t.Error("the same session")
	}
	if _, body := post("/graphql", `{"query":"{viewer{name}}"}`, first).send(t, s); !strings.Contains(body, "UNAUTHENTICATED") {
		t.Errorf("the session of before: %s", body)
	}
}

func TestSessionsAndTokensOverTheAPI(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := site(t, w)
		here := cookieOf(t, s, "wang@example.com")
		cookieOf(t, s, "wang@example.com")
		ask := func(query string) string {
			_, body := post("/graphql", `{"query":"`+query+`"}`, here).send(t, s)
			return body
		}
		got := ask(`{sessions{current address userAgent createdAt lastSeenAt expiresAt}}`)
		if strings.Count(got, `"address":"127.0.0.1"`) != 2 || strings.Count(got, `"current":true`) != 1 {
			t.Errorf("sessions: %s", got)
		}
		got = ask(`mutation{createToken(input:{name:\"ERP\"}){secret token{id name hint expiresAt lastUsedAt}}}`)
		_, secret, _ := strings.Cut(got, `"secret":"`)
		secret, _, _ = strings.Cut(secret, `"`)
		as := post("/graphql", `{"query":"mutation{createToken(input:{name:\"more\"}){secret}}"}`, nil, "Authorization", "Bearer "+secret)
		if _, body := as.send(t, s); !strings.Contains(body, "signin.session_needed") {
			t.Errorf("a token makes a token: %s (%s)", body, got)
		}
		got = ask(`{tokens{id hint lastUsedAt}}`)
		_, id, _ := strings.Cut(got, `"id":"`)
		id, _, _ = strings.Cut(id, `"`)
		if strings.Contains(got, `"lastUsedAt":null`) {
			t.Errorf("tokens: %s", got)
		}
		if got := ask(`mutation{revokeToken(input:{id:\"` + id + `\"}){id}}`); !strings.Contains(got, `"data":{"revokeToken":[]}`) {
			t.Errorf("revoked: %s", got)
		}
		if resp, _ := as.send(t, s); resp.StatusCode != 401 {
			t.Errorf("a revoked token: %d", resp.StatusCode)
		}
	})
}
