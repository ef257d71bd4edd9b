package web

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/leadtocash/ltc/graph"
)

func TestSocketsAreLookedAfterAtOnceWhereSomebodyMayLessFromThenOn(t *testing.T) {
	for text, want := range map[string]bool{
		`mutation { endSession(input: {id: "ses_a"}) { id } }`:                                                                 true,
		`mutation { updateUser(input: {id: "usr_a"}) { id } }`:                                                                 true, // to another department, or manager
		`mutation { endDelegation(input: {id: "del_a"}) { id } }`:                                                              true,
		`mutation { captureLead(input: {name: "a"}) { id } out: suspendUser(input: {}) { status } }`:                           true,
		`mutation { ...f } fragment f on Mutation { ...g } fragment g on Mutation { endSession(input: {id: "ses_a"}) { id } }`: true,
		`mutation { ... { ... on Mutation { endSession(input: {id: "ses_a"}) { id } } } }`:                                     true,
		`mutation { ...f } fragment f on Mutation { captureLead(input: {name: "a"}) { id } }`:                                  false,
		`mutation { captureLead(input: {name: "a"}) { id } }`:                                                                  false,
		`mutation { updateProfile(input: {theme: DARK}) { id } }`:                                                              false,
		`{ viewer { id } }`: false,
	} {
		d, err := parser.ParseQuery(&ast.Source{Input: text})
		if err != nil {
			t.Fatal(err)
		}
		if got := endsSomething(&graphql.OperationContext{Doc: d, Operation: d.Operations[0]}); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	_, schema := graph.Compiler()
	for _, verb := range ends {
		if schema.Mutation.Fields.ForName(verb) == nil {
			t.Errorf("there is no %s", verb)
		}
	}
}
