package read

import (
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// operationOf is an operation with its variables.
func operationOf(t *testing.T, document string, variables map[string]any) *graphql.OperationContext {
	t.Helper()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `
		directive @defer(label: String, if: Boolean) on FRAGMENT_SPREAD | INLINE_FRAGMENT
		type Query { a(of: String): Query b: String }`})
	d, err := gqlparser.LoadQueryWithRules(schema, document, rules.NewDefaultRules())
	if err != nil {
		t.Fatal(err)
	}
	return &graphql.OperationContext{RawQuery: document, Doc: d, Operation: d.Operations[0], Variables: variables}
}

func TestNothingIsKeptOfALargeDocument(t *testing.T) {
	var ps plans
	oc := operationOf(t, "query($yes: Boolean!) { x: b @include(if: $yes) b } #"+strings.Repeat(" ", mostDocument), map[string]any{"yes": true})
	ps.asks(oc, "b")
	if got := ps.asking(oc); len(got)+len(ps.made)+len(ps.asked)+len(ps.variables) > 0 {
		t.Errorf("asked: %v, kept: %d, %d, %d", got, len(ps.made), len(ps.asked), len(ps.variables))
	}
}

// Who sends long or many different values must not make plans of them.
func TestAPlanIsMadeForTheConditionsOfItsOperationAlone(t *testing.T) {
	tests := map[string]struct {
		document  string
		variables map[string]any
		want      string
	}{
		"no directive":        {"query($x: String) { a(of: $x) { b } }", map[string]any{"x": "long"}, ""},
		"both conditions":     {"query($yes: Boolean!, $no: Boolean!) { x: b @include(if: $yes) b @skip(if: $no) }", map[string]any{"yes": true, "no": false}, "false true "},
		"in fragments":        {"query($yes: Boolean!) { ...F ... on Query @include(if: $yes) { b } } fragment F on Query { a { b @skip(if: $yes) } }", map[string]any{"yes": true}, "true "},
		"a label is no if":    {"query($l: String, $yes: Boolean!) { a { ... @defer(label: $l) @include(if: $yes) { b } } }", map[string]any{"l": "long", "yes": true}, "true "},
		"nor is another's if": {"query($yes: Boolean) { a { ... @defer(if: $yes) { b } } }", map[string]any{"yes": true}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var ps plans
			if got := ps.conditions(operationOf(t, tt.document, tt.variables)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
