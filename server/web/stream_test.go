package web_test

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/server/web"
)

// follow opens an event stream and answers its lines, until it has one with the text or it ends.
func follow(t *testing.T, s *httptest.Server, as *http.Cookie, query string, headers ...string) func(until string) string {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(stop)
	r := ltctest.Got(http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/graphql?query="+url.QueryEscape(query), nil))(t)
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Accept-Encoding", "gzip, br")
	if as != nil {
		r.AddCookie(as)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp := ltctest.Got(http.DefaultClient.Do(r))(t)
	t.Cleanup(func() { _ = resp.Body.Close() })
	if resp.StatusCode != 200 || resp.Header.Get("Content-Encoding") != "" {
		t.Fatalf("%d %v", resp.StatusCode, resp.Header)
	}
	lines := bufio.NewScanner(resp.Body)
	return func(until string) string {
		var all strings.Builder
		for lines.Scan() {
			all.WriteString(lines.Text() + "\n")
			if until != "" && strings.Contains(lines.Text(), until) {
				break
			}
		}
		return all.String()
	}
}

const (
	listens = `subscription { changed(filter: {kinds: [LEAD]}) { cursor kind subject { ... on Lead { name } } } }`
	capture = `{"query":"mutation($n:String!){captureLead(input:{name:$n,company:\"b\",phone:$n}){id}}","variables":{"n":"NAME"}}`
)

// live is a site whose feed runs.
func live(t *testing.T, w *ltctest.World) (*httptest.Server, *web.Site) {
	t.Helper()
	addWang(t, w)
	feed, site := siteWith(w)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = feed.Run(ctx)
	}()
	s := httptest.NewServer(site)
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
		stop()
		<-ended
	})
	return s, site
}

// idOf is the last id in a stream's text.
func idOf(text string) string {
	_, id, _ := strings.Cut(text[strings.LastIndex(text, "id: "):], " ")
	id, _, _ = strings.Cut(id, "\n")
	return id
}

func TestAStreamResumesWhereItWas(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s, _ := live(t, w)
		wang := cookieOf(t, s, "wang@example.com")
		add := func(name string) {
			if _, body := post("/graphql", strings.Replace(capture, "NAME", name, 1), wang).send(t, s); strings.Contains(body, "errors") {
				t.Fatal(body)
			}
		}
		add("13800138000")
		until := follow(t, s, wang, listens, "Last-Event-ID", firstCursor(t, s, wang))
		add("13800138001")
		got := until(`"name":"13800138001"`)
		if !strings.Contains(got, "event: next") || strings.Count(got, "id: ") != 1 {
			t.Fatal(got)
		}
		last := idOf(got)
		add("13800138002")
		add("13800138003")
		again := follow(t, s, wang, listens, "Last-Event-ID", last)
		if got := again(`"name":"13800138003"`); strings.Contains(got, "13800138001") || strings.Count(got, "13800138002") != 1 {
			t.Errorf("resumed: %s", got)
		}
	})
}

// firstCursor is the cursor of the log's first move, once it can be read.
func firstCursor(t *testing.T, s *httptest.Server, as *http.Cookie) string {
	t.Helper()
	for begun := time.Now(); time.Since(begun) < 10*time.Second; time.Sleep(10 * time.Millisecond) {
		_, body := post("/graphql", `{"query":"{stageChanges(first:1){pageInfo{endCursor}}}"}`, as).send(t, s)
		if _, after, ok := strings.Cut(body, `"endCursor":"`); ok {
			cursor, _, _ := strings.Cut(after, `"`)
			return cursor
		}
	}
	t.Fatal("the log is empty")
	return ""
}

func TestAStreamEndsWithItsSessionAndWithTheServer(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, site := live(t, w)
	wang, other := cookieOf(t, s, "wang@example.com"), cookieOf(t, s, "wang@example.com")
	gone, stays := follow(t, s, wang, listens), follow(t, s, other, listens)
	gone("retry:")
	stays("retry:")
	post("/signout", "", wang).send(t, s)
	begun := time.Now()
	if got := gone(""); !strings.Contains(got, "UNAUTHENTICATED") || !strings.HasSuffix(got, "event: complete\ndata:\n\n") {
		t.Errorf("signed out: %s", got)
	}
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
	site.Leave()
	if got := stays(""); got != "\nretry: 1000\n\n" {
		t.Errorf("stopped: %q", got)
	}
}

func TestNobodyHearsNothing(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s, _ := live(t, w)
	if got := follow(t, s, nil, listens)(""); !strings.Contains(got, "UNAUTHENTICATED") || !strings.Contains(got, "event: complete") {
		t.Error(got)
	}
}

func TestWhatIsRefusedHasItsStatus(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := site(t, w)
	wang := cookieOf(t, s, "wang@example.com")
	tests := map[string]struct {
		body, accept string
		status       int
		code         string
	}{
		"an invalid operation":       {`{"query":"{nothing}"}`, "application/graphql-response+json", 400, "INVALID"},
		"the same, the old type":     {`{"query":"{nothing}"}`, "application/json", 200, "INVALID"},
		"too deep":                   {`{"query":"` + "{viewer" + strings.Repeat("{manager", 14) + "{id}" + strings.Repeat("}", 15) + `"}`, "application/graphql-response+json", 400, "LIMIT_EXCEEDED"},
		"a subscription as JSON":     {`{"query":"subscription{changed{cursor}}"}`, "application/json", 406, "INVALID"},
		"what is no JSON":            {`{`, "application/json", 400, "INVALID"},
		"a record that there is not": {`{"query":"mutation{endSession(input:{id:\"ses_x\"}){id}}"}`, "application/graphql-response+json", 200, "NOT_FOUND"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			resp, body := post("/graphql", tt.body, wang, "Accept", tt.accept).send(t, s)
			if resp.StatusCode != tt.status || !strings.Contains(body, `"code":"`+tt.code+`"`) || !strings.Contains(body, `"rule":"`) {
				t.Errorf("%d %s", resp.StatusCode, body)
			}
		})
	}
}
