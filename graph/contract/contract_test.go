package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const root = "../.."

func TestTheContractIsComposed(t *testing.T) {
	want, err := composition(root)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, composed))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("schema.graphql is not what graph/schema says: run `make generate`")
	}
}

func TestTheContractBreaksNobody(t *testing.T) {
	if err := check(root); err != nil {
		t.Error(err)
	}
}

func TestEverythingInTheContractHasASentence(t *testing.T) {
	schema, err := load(filepath.Join(root, composed))
	if err != nil {
		t.Fatal(err)
	}
	if missing := Undescribed(schema); len(missing) > 0 {
		t.Errorf("without a sentence:\n%s", strings.Join(missing, "\n"))
	}
}

const before = `
type Query { a(one: Int, two: Int!, three: Int! = 3): A! list: [A!] b: B u: U e: E }
interface N { id: ID! }
type A implements N { id: ID! name: String }
type B { n: Int! }
union U = A | B
enum E { X Y }
input I { must: Int! may: Int }
`

func TestBreaking(t *testing.T) {
	tests := map[string]struct {
		replace, by string
		want        string // "" means that nobody breaks
	}{
		"nothing changed":                   {"", "", ""},
		"a new field":                       {"name: String }", "name: String more: Int }", ""},
		"a new type":                        {"enum E", "type C { n: Int } enum E", ""},
		"a new value":                       {"{ X Y }", "{ X Y Z }", ""},
		"a new member":                      {"= A | B", "= A | B | C type C { n: Int }", ""},
		"a new optional argument":           {"(one: Int,", "(one: Int, more: Int,", ""},
		"a new argument with a default":     {"(one: Int,", "(one: Int, more: Int! = 1,", ""},
		"a new optional input field":        {"may: Int }", "may: Int more: Int }", ""},
		"an output that promises more":      {"name: String }", "name: String! }", ""},
		"an input that asks for less":       {"must: Int!", "must: Int", ""},
		"a type is gone":                    {"input I { must: Int! may: Int }", "", "type I is gone"},
		"a type has become another kind":    {"enum E { X Y }", "scalar E", "type E was ENUM and is SCALAR"},
		"a field is gone":                   {" name: String }", " }", "field A.name is gone"},
		"a field has changed its type":      {"n: Int!", "n: String!", "field B.n was Int! and is String!"},
		"a list has become one":             {"list: [A!]", "list: A", "field Query.list was [A!] and is A"},
		"an output may be missing now":      {"n: Int!", "n: Int", "field B.n was Int! and is Int"},
		"a list may hold nothing now":       {"list: [A!]", "list: [A]", "field Query.list was [A!] and is [A]"},
		"an argument is gone":               {"one: Int, ", "", "input Query.a#one is gone"},
		"an argument is required now":       {"one: Int,", "one: Int!,", "input Query.a#one was Int and is Int!"},
		"a default is gone":                 {"three: Int! = 3", "three: Int!", "input Query.a#three has become required"},
		"a new required argument":           {"(one: Int,", "(one: Int, more: Int!,", "input Query.a#more is new and required"},
		"an input field is gone":            {" may: Int }", " }", "input I.may is gone"},
		"an input field is required now":    {"may: Int }", "may: Int! }", "input I.may was Int and is Int!"},
		"a new required input field":        {"may: Int }", "may: Int more: Int! }", "input I.more is new and required"},
		"a value is gone":                   {"{ X Y }", "{ X }", "value of E is gone: Y"},
		"a member is gone":                  {"= A | B", "= A", "member of U is gone: B"},
		"a type has dropped its interface":  {"type A implements N", "type A", "interface of A is gone: N"},
		"an input has another type":         {"must: Int!", "must: String!", "input I.must was Int! and is String!"},
		"an argument takes a list of these": {"one: Int,", "one: [Int],", "input Query.a#one was Int and is [Int]"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := Breaking(parsed(t, before), parsed(t, strings.Replace(before, tt.replace, tt.by, 1)))
			if want := slices.DeleteFunc([]string{tt.want}, func(s string) bool { return s == "" }); !slices.Equal(got, want) {
				t.Errorf("breaks = %q, want %q", got, want)
			}
		})
	}
}

func TestUndescribed(t *testing.T) {
	schema := parsed(t, `"Asks." type Query { "One." a(x: Int, "Two." y: Int): E b: Int } enum E { "Ex." X Y } "In." input I { z: Int }`)
	want := []string{"E", "E.Y", "I.z", "Query.a#x", "Query.b"}
	if got := Undescribed(schema); !slices.Equal(got, want) {
		t.Errorf("undescribed = %q, want %q", got, want)
	}
}

func TestAcceptWritesDownWhatBreaksAndWhy(t *testing.T) {
	dir := t.TempDir()
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	write(t, dir, parts+"/00_base.graphql", "type Query { a: Int b: Int }")
	if err := compose(dir); err != nil {
		t.Fatal(err)
	}
	if err := accept(dir, noon, "the first contract"); err != nil {
		t.Fatal(err)
	}
	write(t, dir, parts+"/00_base.graphql", "type Query { a: Int }")
	if err := compose(dir); err != nil {
		t.Fatal(err)
	}
	if err := check(dir); err == nil || !strings.Contains(err.Error(), "field Query.b is gone") {
		t.Errorf("check = %v, want that Query.b is gone", err)
	}
	if err := accept(dir, noon, " "); err == nil {
		t.Error("a break without a reason was accepted")
	}
	if err := accept(dir, noon, "nobody asked for b"); err != nil {
		t.Fatal(err)
	}
	if err := check(dir); err != nil {
		t.Error(err)
	}
	text, _ := os.ReadFile(filepath.Join(dir, changes))
	want := "- 2026-11-24: the first contract (nothing breaks)\n- 2026-11-24: nobody asked for b (field Query.b is gone)\n"
	if !strings.HasSuffix(string(text), "\n\n"+want) {
		t.Errorf("the list of changes says\n%s", text)
	}
}

func parsed(t *testing.T, text string) *ast.Schema {
	t.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "test", Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
