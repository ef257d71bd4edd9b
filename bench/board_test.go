package bench

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/web"
)

// boardClients is how many ask at the same time.
const boardClients = 8

const boardQuery = `{"query":"{ board(process: OPPORTUNITY, first: 50) { partial columns { stage { key } count sum { amount } cards { id ... on Opportunity { name amount { amount } nextStep account { name } owner { name } } } } } }"}`

// BenchmarkBoardBySight asks for the opportunity board as an administrator, who sees all, and as a salesperson, whose
// rows every statement is narrowed to: twice in turn, over HTTP with a token, on PostgreSQL.
func BenchmarkBoardBySight(b *testing.B) {
	url, tokens := company(b)
	for _, turn := range []string{"first", "second"} {
		for _, who := range []string{"administrator", "salesperson"} {
			b.Run(who+"/"+turn, func(b *testing.B) {
				b.SetParallelism(boardClients / 2) // times two processors
				b.RunParallel(func(p *testing.PB) {
					for p.Next() {
						if err := ask(b.Context(), url, tokens[who]); err != nil {
							b.Error(err)
							return
						}
					}
				})
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
			})
		}
	}
}

// company is the large demo company behind a server, and two of its people's tokens.
func company(b *testing.B) (url string, tokens map[string]string) {
	b.Helper()
	st := ltctest.Got(store.Open(b.Context(), ltctest.Postgres(b)))(b)
	b.Cleanup(func() { _ = st.Close() })
	now := time.Date(2026, 11, 24, 2, 0, 0, 0, time.UTC)
	ltctest.Must(b, demo.Make(b.Context(), st, demo.Full, now))
	ctx := call.With(b.Context(), call.New(call.System(""), now, call.API))
	tokens = map[string]string{}
	for who, email := range map[string]string{"administrator": "admin@huaheng.example", "salesperson": "liming@huaheng.example"} {
		tokens[who] = ltctest.Got(people.IssueToken(ctx, st, email, "bench", nil))(b)
	}
	log := slog.New(slog.DiscardHandler)
	s := httptest.NewServer(web.New(web.Config{
		Store: st, API: graph.New(st, flow.NewFeed(st, log), log), Log: log, Now: func() time.Time { return now },
		App: fstest.MapFS{"index.html": {Data: []byte("LTC")}},
	}))
	b.Cleanup(s.Close)
	return s.URL + "/graphql", tokens
}

func ask(ctx context.Context, url, token string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader([]byte(boardQuery)))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+token)
	resp, err := client.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK || bytes.Contains(text, []byte(`"errors"`)) {
		return fmt.Errorf("%s: %.200s", resp.Status, text)
	}
	return nil
}

// client keeps as many connections as there are clients.
var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: boardClients}}
