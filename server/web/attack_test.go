package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

// cpu is what this process has worked until now.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// attack is a request that asks for too much. The code is what those hear who have signed in, and nobody what others do.
type attack struct {
	name, query  string
	variables    any
	code, nobody string
}

func rep(s string, n int) string { return strings.Repeat(s, n) }

// chained joins what f says of each number.
func chained(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// nested is a list in a list, so many deep.
func nested(n int) (v any) {
	for range n {
		v = []any{v}
	}
	return v
}

const invalid, limit, nobody = "INVALID", "LIMIT_EXCEEDED", "UNAUTHENTICATED"

func attacks() []attack {
	return []attack{
		{"fourteen levels", "{viewer{" + rep("manager{", 12) + "id" + rep("}", 14), nil, limit, limit},
		{"six hundred levels", "{viewer{" + rep("manager{", 600) + "id" + rep("}", 602), nil, limit, limit},
		{"a thousand names", "{" + chained(1000, func(i int) string { return fmt.Sprintf("a%d:__typename ", i) }) + "}", nil, limit, limit},
		{"thirty-one names", "{" + chained(31, func(i int) string { return fmt.Sprintf("a%d:__typename ", i) }) + "}", nil, limit, limit},
		{"ten thousand fields", "{viewer{" + rep("id ", 10_000) + "}}", nil, limit, limit},
		{"one field as often as tokens allow", "{viewer{" + rep("id ", 1990) + "}}", nil, limit, limit},
		{"two fields of one name", "{viewer{" + rep("a:id a:name ", 330) + "}}", nil, limit, limit},
		{"a field that is not there", "{" + rep("x ", 1990) + "}", nil, limit, limit},
		{"fragments that double", "{viewer{...f0}}" + chained(30, func(i int) string {
			return fmt.Sprintf("fragment f%d on User{manager{...f%d ...f%d}}", i, i+1, i+1)
		}) + "fragment f30 on User{id}", nil, limit, limit},
		{"fragments that double in breadth", "{viewer{...f0}}" + chained(30, func(i int) string {
			return fmt.Sprintf("fragment f%d on User{...f%d ...f%d}", i, i+1, i+1)
		}) + "fragment f30 on User{id}", nil, "", nobody},
		{"fragments in a circle", "{viewer{...f0}}" + chained(50, func(i int) string {
			return fmt.Sprintf("fragment f%d on User{manager{...f%d}}", i, (i+1)%50)
		}), nil, invalid, invalid},
		{"fragments that each spread all", "{viewer{...f0}}" + chained(20, func(i int) string {
			return fmt.Sprintf("fragment f%d on User{%s}", i, chained(20, func(j int) string { return fmt.Sprintf("...f%d ", j) }))
		}), nil, invalid, invalid},
		{"a megabyte of brackets", "{a" + rep("[", 1_000_000), nil, limit, limit},
		{"sixteen kilobytes of brackets", "{viewer" + rep("{", 16_000), nil, invalid + " " + limit, invalid + " " + limit},
		{"lists in lists in the text", "{users(filter:{ids:" + rep("[", 900) + rep("]", 900) + "}){totalCount}}", nil, invalid + " " + limit, invalid + " " + limit},
		{"deep variables", "query($x:[ID!]){viewer{id}}", map[string]any{"x": nested(4000)}, limit, limit},
		{"lists in lists for a list", "query($x:[RecordKind!]){processes(kinds:$x){kind}}", map[string]any{"x": nested(10)}, invalid, invalid},
		{"twenty thousand values", "query($x:[ID!]){viewer{id}}", map[string]any{"x": make([]int, 20_000)}, limit, limit},
		{"a long text in the variables", "query($x:ID!){lead(id:$x){id}}", map[string]any{"x": rep("x", 900_000)}, "", nobody},
		{"directives without end", "{viewer{id " + rep("@skip(if:true)", 390) + "}}", nil, limit, limit},
		{"as many directives as tokens allow", "{viewer{id " + rep("@skip(if:true)", 280) + "}}", nil, invalid, invalid},
		{"directives that are none", "{viewer{id " + rep("@a ", 990) + "}}", nil, invalid, invalid},
		{"__typename two thousand times", "{" + rep("__typename ", 2000) + "}", nil, limit, limit},
		{"many operations", chained(240, func(i int) string { return fmt.Sprintf("query q%d{viewer{id}}", i) }), nil, limit, limit},
		{"a name of fifteen kilobytes", "{leads(filter:{F" + rep("o", 15_000) + ":1}){totalCount}}", nil, invalid, invalid},
		{"values that are none", "{leads(filter:{categories:[" + rep("LEEAD ", 1900) + "]}){totalCount}}", nil, invalid, invalid},
		{"the schema without end", "{__schema{types{fields{type{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}}}", nil, invalid + " " + limit, invalid + " " + limit},
		{"the schema", "{__schema{types{name fields{name args{name type{name}}}}}}", nil, "", invalid + " " + nobody + " FORBIDDEN"},
		{"dear pages", "{journeys(first:200){edges{node{orders{lines{product{id}}}}}}}", nil, limit, limit},
	}
}

// sent is what came of one request.
type sent struct {
	status, size int
	code         string
	text         string
}

func (a attack) send(t *testing.T, s *httptest.Server, as *http.Cookie) sent {
	t.Helper()
	body := ltctest.Got(json.Marshal(map[string]any{"query": a.query, "variables": a.variables}))(t)
	r := post("/graphql", string(body), as, "Accept", "application/graphql-response+json")
	resp, text := r.send(t, s)
	var got struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	_ = json.Unmarshal([]byte(text), &got)
	out := sent{status: resp.StatusCode, size: len(text), text: text}
	if len(got.Errors) > 0 {
		out.code = got.Errors[0].Extensions.Code
	}
	return out
}

// costs are the bounds of what an anonymous request may cost; the processor's has room for the test's own side.
const (
	mostCPU    = 150 * time.Millisecond
	mostMemory = 20 << 20
	mostAnswer = 64 << 10
)

func TestAttacksAreRefusedAndCheap(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := besieged(t, w)
		wang := cookieOf(t, s, "wang@example.com")
		for _, a := range attacks() {
			t.Run(a.name, func(t *testing.T) {
				if got := a.send(t, s, wang); !codeIn(got.code, a.code) {
					t.Errorf("signed in: %d %q, want %q: %.300s", got.status, got.code, a.code, got.text)
				}
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				begun := cpu()
				got := a.send(t, s, nil)
				worked := cpu() - begun
				runtime.ReadMemStats(&after)
				memory := after.TotalAlloc - before.TotalAlloc
				t.Logf("%d %s: %s of the processor, %d kB of memory, %d bytes", got.status, got.code, worked.Round(100*time.Microsecond), memory>>10, got.size)
				if !codeIn(got.code, a.nobody) || got.status == 200 && got.code != nobody || got.size > mostAnswer {
					t.Errorf("nobody: %d %q, want %q: %.300s", got.status, got.code, a.nobody, got.text)
				}
				if worked > mostCPU || memory > mostMemory {
					t.Errorf("it costs %s and %d kB", worked, memory>>10)
				}
			})
		}
	})
}

// codeIn tells whether a code is one of some, "" being none.
func codeIn(code, some string) bool {
	return code == some || code != "" && strings.Contains(some, code)
}

func TestAttacksDisturbNobody(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	s := besieged(t, w)
	b := meanwhile(t, s, cookieOf(t, s, "wang@example.com"))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, a := range attacks() {
				a.send(t, s, nil)
			}
		})
	}
	all.Wait()
	b.done(t)
}
