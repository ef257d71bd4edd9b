package graph_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	graphql "github.com/vektah/gqlparser/v2/ast"
)

// bound is what gqlgen.yml says of a type of the API.
type bound struct {
	Model  any                          `yaml:"model"`
	Values map[string]map[string]string `yaml:"enum_values"`
}

func bindings(t *testing.T) map[string]bound {
	t.Helper()
	text, err := os.ReadFile("../gqlgen.yml")
	if err != nil {
		t.Fatal(err)
	}
	var config struct {
		Models map[string]bound `yaml:"models"`
	}
	if err := yaml.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	return config.Models
}

// constants are the values of the constants that a package's source declares of a type, by their names.
func constants(t *testing.T, pkg, typ string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", strings.TrimPrefix(pkg, "github.com/leadtocash/ltc/"), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.ValueSpec); ok && named(s.Type) == typ {
				for i := range s.Values {
					if v, ok := s.Values[i].(*ast.BasicLit); ok {
						out[s.Names[i].Name], _ = strconv.Unquote(v.Value)
					}
				}
			}
			return true
		})
	}
	return out
}

func named(typ ast.Expr) string {
	switch t := typ.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	}
	return ""
}

// withoutName are Go values that the API has no name for: kinds that are no part of the chain, and no default.
func withoutName(enum string) bool {
	return enum == "RecordKind" || strings.HasSuffix(enum, "OrderField") || strings.HasSuffix(enum, "Field")
}

func TestEveryValueOfEveryEnumGoesBothWays(t *testing.T) {
	models := bindings(t)
	for name, def := range contract.Types {
		if def.Kind != graphql.Enum || strings.HasPrefix(name, "__") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			b := models[name]
			model, _ := b.Model.(string)
			pkg, typ := cut(model)
			used := map[string]string{}
			for _, v := range def.EnumValues {
				in, constant := cut(b.Values[v.Name]["value"])
				if in == "" {
					t.Errorf("%s has no Go value", v.Name)
					continue
				}
				if other := used[constant]; other != "" {
					t.Errorf("%s and %s are both %s", other, v.Name, constant)
				}
				used[constant] = v.Name
			}
			if withoutName(name) {
				return
			}
			have := constants(t, pkg, typ)
			if len(have) == 0 {
				t.Errorf("found no constant of %s", model)
			}
			for constant, value := range have {
				if used[constant] == "" {
					t.Errorf("%s (%q) has no name in the API", constant, value)
				}
			}
		})
	}
}

// cut divides what gqlgen.yml names into package and name.
func cut(path string) (pkg, name string) {
	i := strings.LastIndex(path, ".")
	if i < 0 {
		return "", ""
	}
	return path[:i], path[i+1:]
}

func TestAValueThatIsSentComesBack(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		for _, v := range contract.Types["LeadOrigin"].EnumValues {
			l := lead(v.Name)
			l["in"].(vars)["origin"] = v.Name
			got := a.get(t, "sales", `mutation($in: CaptureLeadInput!) { captureLead(input: $in) { origin } }`, l)
			if at(got, "captureLead.origin") != v.Name {
				t.Errorf("%s came back as %v", v.Name, got)
			}
			list := a.get(t, "sales", `query($f: LeadFilter) { leads(filter: $f) { edges { node { name origin } } } }`, vars{"f": vars{"origins": []any{v.Name}}})
			if len(names(at(list, "leads"))) != 1 || at(list, "leads.edges.0.node.origin") != v.Name {
				t.Errorf("leads of %s: %v", v.Name, list)
			}
		}
	})
}
