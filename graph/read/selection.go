package read

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
)

// Selection is what an operation asks of one type: the selection sets of all fields that lead to it.
type Selection struct {
	oc   *graphql.OperationContext
	sets []ast.SelectionSet
	name string // the type's, in the API
}

// Asked is what the operation asks of the field that is being resolved.
func Asked(ctx context.Context) Selection {
	f := graphql.GetFieldContext(ctx).Field
	return Selection{graphql.GetOperationContext(ctx), []ast.SelectionSet{f.Selections}, f.Definition.Type.Name()}
}

// as is the same selection, for a record of another type: what its fragments ask of that type.
func (s Selection) as(kind id.Kind) Selection {
	s.name = TypeName(kind)
	return s
}

// TypeName is the API's name of a kind: quote_version is QuoteVersion.
func TypeName(kind id.Kind) string {
	var b strings.Builder
	for word := range strings.SplitSeq(string(kind), "_") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// asked is a field and what is asked of its type, however often it is named.
type asked struct {
	name string
	Selection
}

// fields are what is asked, each field once, in the order of the document.
func (s Selection) fields() []asked {
	var out []asked
	at := map[string]int{}
	for _, set := range s.sets {
		for _, f := range graphql.CollectFields(s.oc, set, []string{s.name, "Node", "Staged"}) {
			i, ok := at[f.Name]
			if !ok {
				i = len(out)
				at[f.Name] = i
				out = append(out, asked{f.Name, Selection{oc: s.oc}})
				if f.Definition != nil {
					out[i].Selection.name = f.Definition.Type.Name()
				}
			}
			out[i].sets = append(out[i].sets, f.Selections)
		}
	}
	return out
}

// at is what is asked at the end of a path of fields, and whether it is asked at all.
func (s Selection) at(path ...string) (Selection, bool) {
next:
	for _, name := range path {
		for _, f := range s.fields() {
			if f.name == name {
				s = f.Selection
				continue next
			}
		}
		return Selection{oc: s.oc}, false
	}
	return s, true
}

// has tells whether any of the fields is asked.
func (s Selection) has(names ...string) bool {
	for _, n := range names {
		if _, ok := s.at(n); ok {
			return true
		}
	}
	return false
}

// and is what this and another selection of the same type ask together.
func (s Selection) and(t Selection) Selection {
	s.sets = append(s.sets[:len(s.sets):len(s.sets)], t.sets...)
	s.name = cmp.Or(s.name, t.name)
	return s
}

// KindsOfAPI are the kinds that the API shows records of, by name.
func KindsOfAPI() []id.Kind {
	var out []id.Kind
	for kind := range db.Tables {
		if !hidden[kind] && kind.Prefix() != "" {
			out = append(out, kind)
		}
	}
	slices.Sort(out)
	return out
}
