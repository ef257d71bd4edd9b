package telemetry_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/server/telemetry"
	"github.com/leadtocash/ltc/server/web"
)

// site is a served company that is watched; its log and a token of its sales person come with it.
func site(t *testing.T, w *ltctest.World) (s *httptest.Server, log *bytes.Buffer, token string) {
	t.Helper()
	log = &bytes.Buffer{}
	l := slog.New(telemetry.Named(slog.NewJSONHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	feed := flow.NewFeed(w.Store, l)
	tracer, stop, err := telemetry.Traces(t.Context(), "test")
	ltctest.Must(t, err)
	t.Cleanup(func() { ltctest.Must(t, stop(context.WithoutCancel(t.Context()))) })
	watch := telemetry.New(telemetry.Config{Store: w.Store, Feed: feed, Log: l, Now: w.Now, Version: "test", Tracer: tracer})
	s = httptest.NewServer(web.New(web.Config{
		Store: w.Store, API: graph.New(w.Store, feed, l), Log: l, Now: w.Now, Telemetry: watch, MetricsToken: "sesame",
	}))
	t.Cleanup(s.Close)
	token = ltctest.Got(people.IssueToken(w.As(stage.Sales), w.Store, w.People[stage.Sales].Email, "ERP", nil))(t)
	return s, log, token
}

// ask sends an operation and answers the name of the request and the body.
func ask(t *testing.T, s *httptest.Server, token, query string) (name, body string) {
	t.Helper()
	b, _ := json.Marshal(map[string]string{"query": query})
	req := ltctest.Got(http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/graphql", bytes.NewReader(b)))(t)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	resp := ltctest.Got(http.DefaultClient.Do(req))(t)
	defer func() { _ = resp.Body.Close() }()
	return resp.Header.Get(telemetry.RequestID), string(ltctest.Got(io.ReadAll(resp.Body))(t))
}

const capture = `mutation { captureLead(input: {name: "陈晨", company: "青岛远景", phone: "13800138000"}) { id } }`

func TestARequestHasOneNameInItsAnswerInTheLogAndInWhatItChanged(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s, log, token := site(t, w)
		name, body := ask(t, s, token, capture)
		if n := w.Reader().Change.Query().Where(change.CorrelationID(name)).CountX(t.Context()); n == 0 {
			t.Errorf("no change bears %q: %s", name, body)
		}
		if !strings.Contains(log.String(), fmt.Sprintf(`"request":%q`, name)) {
			t.Errorf("the log does not name %q:\n%s", name, log)
		}
		if other, _ := ask(t, s, token, capture); other == name {
			t.Error("two requests have one name")
		}
	})
}

func TestFigures(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s, _, token := site(t, w)
		ask(t, s, token, capture)
		ask(t, s, token, `{ leads(first: 5) { edges { node { id } } } }`)
		ask(t, s, token, `{ nonsense }`)
		ask(t, s, "ltc_pat_wrong", `{ viewer { name } }`)
		got := figures(t, s, "", http.StatusOK)
		for _, want := range []string{
			`ltc_http_request_seconds_count{method="POST",route="/graphql",status="200"} 3`,
			`ltc_http_request_seconds_count{method="POST",route="/graphql",status="401"} 1`,
			`ltc_operation_seconds_count{code="OK",type="mutation"} 1`,
			`ltc_operation_seconds_count{code="OK",type="query"} 1`,
			`ltc_operation_seconds_count{code="INVALID",type="none"} 1`,
			`ltc_statement_seconds_count{verb="insert"}`, `ltc_statement_seconds_count{verb="select"}`,
			`ltc_feed_lag_seconds 0`, `ltc_feed_followers 0`, `ltc_database_up 1`,
			`ltc_reader_behind_changes{reader="marketing.lead_answered"}`,
			`go_sql_open_connections{db_name="read"}`, `ltc_build_info{version="test"} 1`, `process_cpu_seconds_total`,
		} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s", want)
			}
		}
		if t.Failed() {
			t.Log(got)
		}
	})
}

func TestFiguresAreForOperators(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, _, token := site(t, w)
	tests := map[string]struct {
		bearer, forwarded string
		want              int
	}{
		"on this machine":           {"", "", http.StatusOK},
		"from elsewhere":            {"", "203.0.113.9", http.StatusNotFound},
		"with the operators' token": {"sesame", "203.0.113.9", http.StatusOK},
		"with another one":          {token, "203.0.113.9", http.StatusNotFound},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			req := ltctest.Got(http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/metrics", nil))(t)
			if tt.bearer != "" {
				req.Header.Set("Authorization", "Bearer "+tt.bearer)
			}
			if tt.forwarded != "" {
				req.Header.Set("X-Forwarded-For", tt.forwarded)
			}
			resp := ltctest.Got(http.DefaultClient.Do(req))(t)
			_ = resp.Body.Close()
			if resp.StatusCode != tt.want {
				t.Errorf("status %d", resp.StatusCode)
			}
		})
	}
}

func figures(t *testing.T, s *httptest.Server, bearer string, status int) string {
	t.Helper()
	req := ltctest.Got(http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/metrics", nil))(t)
	req.Header.Set("Authorization", "Bearer "+bearer)
	resp := ltctest.Got(http.DefaultClient.Do(req))(t)
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != status {
		t.Errorf("status %d", resp.StatusCode)
	}
	return string(ltctest.Got(io.ReadAll(resp.Body))(t))
}

func TestTracesGoToTheEndpointThatIsSet(t *testing.T) {
	var sent atomic.Int64
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		if r.URL.Path == "/v1/traces" && bytes.Contains(b, []byte("POST /graphql")) && bytes.Contains(b, []byte("INSERT INTO")) {
			sent.Add(1)
		}
		w.Header().Set("Content-Type", "application/x-protobuf")
	}))
	defer collector.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	t.Run("traced", func(t *testing.T) {
		s, _, token := site(t, ltctest.New(t, ltctest.SQLite(t)))
		ask(t, s, token, capture)
	})
	if sent.Load() == 0 {
		t.Error("no trace of the request with its statements")
	}
}
