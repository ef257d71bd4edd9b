package bench

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ent/migrate"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// pages asks for pages of a filled company and looks how the database reads them.
type pages struct {
	t       *testing.T
	handler *handler.Server
	viewer  call.Viewer
	db      *sql.DB
	lite    bool
}

// statement is a compiled read as it went to the database.
type statement struct {
	query string
	args  []any
}

func newPages(t *testing.T, databaseURL string, s data.Set) *pages {
	t.Helper()
	ltctest.Got(data.Make(t.Context(), databaseURL, s))(t)
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	kind, db, err := migrate.Open(databaseURL)
	ltctest.Must(t, err)
	t.Cleanup(func() { _ = db.Close() })
	u := ltctest.Got(st.Reader().User.Query().Where(user.Email(data.Everything)).Only(t.Context()))(t)
	h := graph.New(st, nil, slog.New(slog.DiscardHandler), graph.Quota{Capacity: 1 << 40, Restore: 1 << 30})
	h.AddTransport(transport.POST{})
	return &pages{t, h, ltctest.Got(people.Viewer(t.Context(), st, u.ID))(t), db, kind == dialect.SQLite}
}

// ask answers what is at the end of a path of the data, and the statements that were run for it.
func (p *pages) ask(operation, path string) (any, []statement) {
	p.t.Helper()
	body := ltctest.Got(json.Marshal(map[string]string{"query": operation}))(p.t)
	var ran []statement
	ctx := call.With(p.t.Context(), call.New(p.viewer, data.Now, call.API))
	ctx = read.Overhear(ctx, func(query string, args []any) { ran = append(ran, statement{query, args}) })
	r := httptest.NewRequestWithContext(ctx, "POST", "/", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	var out struct {
		Data   map[string]any
		Errors []any
	}
	ltctest.Must(p.t, json.Unmarshal(w.Body.Bytes(), &out))
	if len(out.Errors) > 0 {
		p.t.Fatalf("%s: %v", operation, out.Errors)
	}
	var at any = out.Data
	for key := range strings.SplitSeq(path, ".") {
		at = at.(map[string]any)[key]
	}
	return at, ran
}

// sorted are the lists that have pages, and how they can be sorted; "" is as they are sorted without being told.
func sorted(schema *ast.Schema) map[string][]string {
	out := map[string][]string{}
	for _, f := range schema.Query.Fields {
		if f.Arguments.ForName("before") == nil || f.Arguments.ForName("after") == nil {
			continue
		}
		out[f.Name] = []string{""}
		by := f.Arguments.ForName("orderBy")
		if by == nil {
			continue
		}
		for _, v := range schema.Types[schema.Types[by.Type.Name()].Fields.ForName("field").Type.Name()].EnumValues {
			for _, direction := range []string{"ASC", "DESC"} {
				out[f.Name] = append(out[f.Name], fmt.Sprintf("orderBy: {field: %s, direction: %s}", v.Name, direction))
			}
		}
	}
	return out
}

// middle are a page behind a place in the middle of a list, and one before it.
func (p *pages) middle(list, said string) map[string][]statement {
	p.t.Helper()
	out := map[string][]statement{}
	end, _ := p.ask(fmt.Sprintf("{ %s(first: 100 %s) { pageInfo { endCursor } } }", list, said), list+".pageInfo.endCursor")
	if end == nil {
		return out
	}
	for name, part := range map[string]string{"forward": "first: 20, after", "backward": "last: 20, before"} {
		_, out[name] = p.ask(fmt.Sprintf("{ %s(%s: %q %s) { edges { node { id } } } }", list, part, end, said), list)
	}
	return out
}

// explain answers what a statement would have to do, or does, more than to read a page along an index.
func (p *pages) explain(s statement) string {
	p.t.Helper()
	if p.lite {
		return p.explainLite(s)
	}
	tx := ltctest.Got(p.db.BeginTx(p.t.Context(), nil))(p.t)
	defer func() { _ = tx.Rollback() }()
	// A small table is cheaper to sort than to read along an index; here only what is possible counts.
	ltctest.Got(tx.ExecContext(p.t.Context(), "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off"))(p.t)
	var text []byte
	ltctest.Must(p.t, tx.QueryRowContext(p.t.Context(), "EXPLAIN (ANALYZE, FORMAT JSON) "+s.query, s.args...).Scan(&text))
	var plans []struct{ Plan node }
	ltctest.Must(p.t, json.Unmarshal(text, &plans))
	return plans[0].Plan.faults()
}

// node is one of a plan's.
type node struct {
	Type    string  `json:"Node Type"`
	Index   string  `json:"Index Name"`
	Rows    float64 `json:"Actual Rows"`
	Loops   float64 `json:"Actual Loops"`
	Removed float64 `json:"Rows Removed by Filter"`
	Plans   []node
}

// rowsOfAPage is as many as a page of twenty may read: one more, and what a place has beside it.
const rowsOfAPage = 25

// faults are what a page along an index has not.
func (n node) faults() string {
	out := ""
	switch {
	case n.Type == "Sort", n.Type == "Seq Scan", n.Type == "Bitmap Heap Scan":
		out = n.Type + "; "
	case (n.Rows+n.Removed)*n.Loops > rowsOfAPage:
		out = fmt.Sprintf("%s on %s reads %.0f rows and removes %.0f; ", n.Type, n.Index, n.Rows*n.Loops, n.Removed*n.Loops)
	}
	for _, c := range n.Plans {
		out += c.faults()
	}
	return out
}

func (p *pages) explainLite(s statement) string {
	p.t.Helper()
	rows, err := p.db.QueryContext(p.t.Context(), "EXPLAIN QUERY PLAN "+s.query, s.args...)
	ltctest.Must(p.t, err)
	defer func() { _ = rows.Close() }()
	out := ""
	for rows.Next() {
		var id, parent, unused int
		var detail string
		ltctest.Must(p.t, rows.Scan(&id, &parent, &unused, &detail))
		whole := strings.HasPrefix(detail, "SCAN ") && detail != "SCAN t0"
		if strings.Contains(detail, "TEMP B-TREE FOR ORDER BY") || whole {
			out += detail + "; "
		}
	}
	ltctest.Must(p.t, rows.Err())
	return out
}

// fewTokens is a list that is sorted each time: a company has some, not thousands.
const fewTokens = "companyTokens"

func TestAPageAtAnyDepthIsReadAlongAnIndex(t *testing.T) {
	_, schema := graph.Compiler()
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		p := newPages(t, databaseURL, data.Set{Scale: 0.01, Seed: 5})
		looked := 0
		for list, orders := range sorted(schema) {
			for _, order := range orders {
				for way, ran := range p.middle(list, order) {
					looked++
					if len(ran) != 1 {
						t.Errorf("%s %s, %s: %d statements", list, order, way, len(ran))
					} else if faults := p.explain(ran[0]); faults != "" && list != fewTokens {
						t.Errorf("%s %s, %s: %s", list, order, way, faults)
					}
				}
			}
		}
		if looked < 80 {
			t.Errorf("looked at %d pages only", looked)
		}
	})
}
