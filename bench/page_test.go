package bench

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

const pageQuery = `{"query":"{ opportunities(first: 50) { pageInfo { hasNextPage endCursor } edges { node { id number name stage stageName { zh en } stageEnteredAt nextStep expectedClose amount { amount currency } account { id name } owner { id name } } } } }"}`

// BenchmarkPageByWay asks for a page of 50 opportunities with account and owner, as the API compiles it and in the
// ordinary way, twice in turn, without HTTP between, on PostgreSQL: as an administrator and as a salesperson.
func BenchmarkPageByWay(b *testing.B) {
	h, viewers := inProcess(b)
	for _, who := range []string{"administrator", "salesperson"} {
		for _, turn := range []string{"first", "second"} {
			for _, way := range []string{"compiled", "ordinary"} {
				b.Run(who+"/"+way+"/"+turn, func(b *testing.B) {
					b.ReportAllocs()
					ctx := call.With(b.Context(), viewers[who])
					if way == "ordinary" {
						ctx = read.Ordinarily(ctx)
					}
					for b.Loop() {
						answer(ctx, b, h)
					}
				})
			}
		}
	}
}

func answer(ctx context.Context, b *testing.B, h http.Handler) {
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader([]byte(pageQuery)))
	r.Header.Set("Content-Type", "application/json")
	w := &discarded{header: http.Header{}}
	h.ServeHTTP(w, r)
	if w.size < 2000 {
		b.Fatalf("the answer has %d bytes", w.size)
	}
}

// discarded counts what is answered.
type discarded struct {
	header http.Header
	size   int
}

func (d *discarded) Header() http.Header { return d.header }
func (d *discarded) WriteHeader(int)     {}
func (d *discarded) Write(p []byte) (int, error) {
	d.size += len(p)
	return io.Discard.Write(p)
}

// inProcess is the API over the large demo company, and two of its people.
func inProcess(b *testing.B) (http.Handler, map[string]call.Call) {
	b.Helper()
	st := ltctest.Got(store.Open(b.Context(), ltctest.Postgres(b)))(b)
	b.Cleanup(func() { _ = st.Close() })
	now := time.Date(2026, 11, 24, 2, 0, 0, 0, time.UTC)
	ltctest.Must(b, demo.Make(b.Context(), st, demo.Full, now))
	h := graph.New(st, nil, slog.New(slog.DiscardHandler), graph.Quota{Capacity: 1 << 40, Restore: 1 << 30})
	h.AddTransport(transport.POST{})
	viewers := map[string]call.Call{}
	for who, email := range map[string]string{"administrator": "admin@huaheng.example", "salesperson": "liming@huaheng.example"} {
		u := ltctest.Got(st.Reader().User.Query().Where(user.Email(email)).Only(b.Context()))(b)
		v := ltctest.Got(people.Viewer(b.Context(), st, u.ID))(b)
		viewers[who] = call.New(v, now, call.API)
	}
	return h, viewers
}
