package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/coder/websocket/wsjson"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/frontend"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/server/web"
)

// careful is a site that trusts its own documents only, and a token of Wang's.
func careful(t *testing.T, w *ltctest.World, development bool) (*httptest.Server, string) {
	t.Helper()
	addWang(t, w)
	log := slog.New(slog.DiscardHandler)
	s := httptest.NewServer(web.New(web.Config{
		Store: w.Store, API: graph.New(w.Store, flow.NewFeed(w.Store, log), log), Log: log, Now: w.Now, Development: development,
		Documents: map[string]string{
			"sha256:1a": "query Me { viewer { name } }", "sha256:2b": "subscription Changed { changed { cursor } }",
			"sha256:3c": "query Broken { nothing }",
		},
	}))
	t.Cleanup(s.Close)
	ctx := call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
	return s, ltctest.Got(people.IssueToken(ctx, w.Store, "wang@example.com", "ERP", nil))(t)
}

const (
	free    = `{"query":"{viewer{name}}"}`
	own     = `{"documentId":"sha256:1a"}`
	unknown = `{"documentId":"sha256:ff"}`
)

func TestASessionSendsTheAppsOwnDocumentsOnly(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, token := careful(t, w, false)
	cookie, bearer := cookieOf(t, s, "wang@example.com"), []string{"Authorization", "Bearer " + token}
	tests := map[string]struct {
		request
		status int
		holds  string
	}{
		"its own":                         {post("/graphql", own, cookie), 200, `"name":"王雪"`},
		"one beside it":                   {post("/graphql", `{"documentId":"sha256:1a","query":"{viewer{email}}"}`, cookie), 200, `"name":"王雪"`},
		"a free one":                      {post("/graphql", free, cookie), 400, `document.untrusted`},
		"the text of its own":             {post("/graphql", `{"query":"query Me { viewer { name } }"}`, cookie), 400, `document.untrusted`},
		"what no release knows":           {post("/graphql", unknown, cookie), 400, `document.unknown`},
		"what this release knows no more": {post("/graphql", `{"documentId":"sha256:3c"}`, cookie), 400, `"code":"INVALID"`},
		"nobody, a free one":              {post("/graphql", free, nil), 400, `document.untrusted`},
		"nobody, the app's":               {post("/graphql", own, nil), 401, `signin.needed`},
		"a token, a free one":             {post("/graphql", free, nil, bearer...), 200, `"name":"王雪"`},
		"a token, the app's":              {post("/graphql", own, nil, bearer...), 200, `"name":"王雪"`},
		"a token, what nobody knows":      {post("/graphql", unknown, nil, bearer...), 400, `document.unknown`},
		"a wrong token":                   {post("/graphql", free, nil, "Authorization", "Bearer ltc_pat_x"), 401, `signin.token_wrong`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			tt.header["Accept"] = "application/graphql-response+json"
			resp, body := tt.send(t, s)
			if resp.StatusCode != tt.status || !strings.Contains(body, tt.holds) {
				t.Errorf("%d %s", resp.StatusCode, body)
			}
		})
	}
}

func TestInDevelopmentASessionSendsWhatItLikes(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, _ := careful(t, w, true)
	for name, body := range map[string]string{"free": free, "own": own, "the schema": `{"query":"{__schema{queryType{name}}}"}`} {
		if resp, got := post("/graphql", body, cookieOf(t, s, "wang@example.com")).send(t, s); resp.StatusCode != 200 || strings.Contains(got, "errors") {
			t.Errorf("%s: %d %s", name, resp.StatusCode, got)
		}
	}
}

func TestASocketSendsTheAppsOwnDocumentsOnly(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, token := careful(t, w, false)
	cookie := cookieOf(t, s, "wang@example.com")
	for name, tt := range map[string]struct {
		init    map[string]any
		payload map[string]any
		rule    string
	}{
		"a free one":         {nil, map[string]any{"query": "subscription { changed { cursor } }"}, "document.untrusted"},
		"an unknown one":     {nil, map[string]any{"documentId": "sha256:ff"}, "document.unknown"},
		"its own, a query":   {nil, map[string]any{"documentId": "sha256:1a"}, ""},
		"a token's free one": {map[string]any{"Authorization": "Bearer " + token}, map[string]any{"query": "{viewer{name}}"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			conn, ack := socket(t, s, cookie, tt.init)
			if ack != "connection_ack" {
				t.Fatal(ack)
			}
			ltctest.Must(t, wsjson.Write(t.Context(), conn, map[string]any{"type": "subscribe", "id": "1", "payload": tt.payload}))
			var m struct {
				Type    string
				Payload any
			}
			ltctest.Must(t, wsjson.Read(t.Context(), conn, &m))
			if told := m.Type == "error"; told != (tt.rule != "") || told && !strings.Contains(fmt.Sprint(m.Payload), tt.rule) {
				t.Errorf("%s %v", m.Type, m.Payload)
			}
		})
	}
}

func TestTheAppsDocumentsAreOfTheContract(t *testing.T) {
	text := ltctest.Got(os.ReadFile("../../schema.graphql"))(t)
	contract := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: string(text)})
	if n := len(frontend.Documents()); n < 80 {
		t.Errorf("%d documents only", n)
	}
	for id, document := range frontend.Documents() {
		sum := sha256.Sum256([]byte(document))
		if id != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s is not the name of %.60s", id, document)
		}
		if _, err := gqlparser.LoadQueryWithRules(contract, document, nil); err != nil {
			t.Errorf("%.60s: %v", document, err)
		}
	}
}
