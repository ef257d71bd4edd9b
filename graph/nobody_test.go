package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/flow"
)

// filled is a value of an input type, as little as it takes.
func filled(typ *ast.Type) string {
	if typ.Elem != nil {
		return "[]"
	}
	def := contract.Types[typ.NamedType]
	switch {
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		var fields []string
		for _, f := range def.Fields {
			if f.Type.NonNull {
				fields = append(fields, f.Name+": "+filled(f.Type))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	case typ.NamedType == "Int":
		return "1"
	case typ.NamedType == "Date":
		return `"2026-03-02"`
	case typ.NamedType == "Cursor":
		return fmt.Sprintf("%q", flow.Cursor{Epoch: 1})
	}
	return `"1"`
}

func TestNobodySeesAndDoesNothing(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		for kind, def := range map[string]*ast.Definition{"query": contract.Query, "mutation": contract.Mutation} {
			for _, f := range def.Fields {
				if strings.HasPrefix(f.Name, "__") {
					continue
				}
				var args []string
				for _, arg := range f.Arguments {
					if arg.Type.NonNull {
						args = append(args, arg.Name+": "+filled(arg.Type))
					}
				}
				call := f.Name
				if len(args) > 0 {
					call += "(" + strings.Join(args, ", ") + ")"
				}
				got := a.ask(t, "", fmt.Sprintf("%s { %s { __typename } }", kind, call), nil)
				if len(got.Errors) != 1 || got.Errors[0].Extensions.Code != "UNAUTHENTICATED" || got.Data[f.Name] != nil {
					t.Errorf("%s: %+v", f.Name, got)
				}
			}
		}
		if got := a.ask(t, "", `{ __typename }`, nil); len(got.Errors) > 0 || got.Data["__typename"] != "Query" {
			t.Errorf("what stands in every schema: %+v", got)
		}
	})
}

func TestIdsThatNameNothingAreNull(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		session := "ses_01jd0000000000000000000000"
		for _, id := range []string{"", "x", "lead_x", "lead_01jd0000000000000000000000", session, "'; DROP TABLE leads"} {
			got := a.get(t, "sales", `query($id: ID!) { node(id: $id) { id } lead(id: $id) { id } account(id: $id) { id } journey(id: $id) { id } }`, vars{"id": id})
			for _, f := range []string{"node", "lead", "account", "journey"} {
				if got[f] != nil {
					t.Errorf("%s of %q = %v", f, id, got[f])
				}
			}
		}
		own := at(a.get(t, "sales", `{ viewer { id } }`, nil), "viewer.id")
		if got := a.get(t, "sales", `query($id: ID!) { lead(id: $id) { id } node(id: $id) { __typename } }`, vars{"id": own}); got["lead"] != nil || at(got, "node.__typename") != "User" {
			t.Errorf("a user's id names no lead: %v", got)
		}
	})
}

func TestWhoSignedInMayReadTheSchemaAsToolsDo(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		got := a.get(t, "sales", introspection, nil)
		if types, ok := at(got, "__schema.types").([]any); !ok || len(types) < 100 {
			t.Errorf("the schema has %d types", len(types))
		}
		deep := `{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }`
		if got := a.ask(t, "sales", deep, nil); len(got.Errors) == 0 {
			t.Errorf("a question without end: %v", got.Errors)
		}
	})
}

// introspection is what graphql-js asks.
const introspection = `query IntrospectionQuery { __schema {
	queryType { name } mutationType { name } subscriptionType { name }
	types { ...FullType } directives { name description locations args { ...InputValue } } } }
fragment FullType on __Type { kind name description
	fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
	inputFields { ...InputValue } interfaces { ...TypeRef }
	enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
	ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }`
