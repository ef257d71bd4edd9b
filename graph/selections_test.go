package graph_test

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

// set is a random selection of a type.
func (a *asking) set(def *ast.Definition, depth int) string {
	outer := a.concrete
	defer func() { a.concrete = outer }()
	if def.Kind == ast.Object {
		a.concrete = def.Name
	}
	out := []string{a.selection(def, depth)}
	for range rapid.IntRange(0, 4).Draw(a.t, "fields") {
		if a.left > 0 {
			out = append(out, a.selection(def, depth))
		}
	}
	return " { " + strings.Join(out, " ") + " }"
}

func (a *asking) selection(def *ast.Definition, depth int) string {
	a.left--
	if a.left < 0 {
		return "__typename"
	}
	switch rapid.IntRange(0, 15).Draw(a.t, "selection") {
	case 0:
		return "... on " + def.Name + a.condition() + a.set(def, depth)
	case 1:
		name := fmt.Sprint("F", len(a.fragments))
		i := len(a.fragments)
		a.fragments = append(a.fragments, "")
		a.fragments[i] = "fragment " + name + " on " + def.Name + a.set(def, depth)
		return "..." + name + a.condition()
	case 2:
		return a.general(def, depth)
	case 3:
		return "__typename"
	}
	return a.field(def, depth)
}

// general asks through an interface that the type has, or a type that the interface stands for.
func (a *asking) general(def *ast.Definition, depth int) string {
	if def.Kind == ast.Interface {
		of := contract.PossibleTypes[def.Name]
		one := of[rapid.IntRange(0, len(of)-1).Draw(a.t, "type")]
		if a.concrete != "" {
			one = contract.Types[a.concrete]
		}
		return "... on " + one.Name + a.set(one, depth)
	}
	if len(def.Interfaces) == 0 {
		return a.field(def, depth)
	}
	i := contract.Types[a.one(def.Interfaces)]
	return "... on " + i.Name + a.condition() + a.set(i, depth)
}

func (a *asking) condition() string {
	if !a.chance(4) {
		return ""
	}
	return a.one([]string{" @include(if: $yes)", " @skip(if: $no)", " @include(if: $no)", " @skip(if: true)", " @include(if: true)"})
}

func (a *asking) field(def *ast.Definition, depth int) string {
	var names []string
	for _, f := range def.Fields {
		of := contract.Types[f.Type.Name()]
		if strings.HasPrefix(f.Name, "__") || depth <= 0 && len(of.Fields) > 0 && of.Name != "Money" && of.Name != "Text" {
			continue
		}
		names = append(names, f.Name)
		if strings.HasSuffix(def.Name, "Connection") && f.Name == "edges" || strings.HasSuffix(def.Name, "Edge") && f.Name == "node" {
			names = append(names, f.Name, f.Name)
		}
	}
	if len(names) == 0 {
		return "__typename"
	}
	f := def.Fields.ForName(a.one(names))
	text := f.Name
	if a.chance(8) {
		a.aliases++
		text = fmt.Sprintf("x%d: %s", a.aliases, f.Name)
	}
	text += a.condition()
	if of := contract.Types[f.Type.Name()]; len(of.Fields) > 0 {
		outer := a.concrete
		a.concrete = ""
		text += a.set(of, depth-1)
		a.concrete = outer
	}
	return text
}
