package graph

import (
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
)

// What one operation may ask for; more is LIMIT_EXCEEDED, before anything is read.
const (
	mostBytes     = 16 << 10 // of the document
	mostDepth     = 12       // fields within fields
	mostAliases   = 30
	mostRoots     = 20
	mostMutations = 5
	mostCost      = 5000  // nodes, roughly: each field by how often it can appear
	mostValues    = 10000 // in the variables
	mostNested    = 12    // in the variables

	// of a question about the schema, which is answered from memory: the usual tools' fits
	mostSchemaCost  = 20_000
	mostSchemaDepth = 16
)

// limits refuses operations that would cost too much. It measures every fragment once, so that measuring itself is
// linear in the document.
type limits struct{}

// ExtensionName is for gqlgen.
func (limits) ExtensionName() string { return "Limits" }

// Validate is for gqlgen.
func (limits) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters measures what is sent, before it is parsed.
func (limits) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	if len(p.Query) > mostBytes {
		return over("bytes", mostBytes)
	}
	values := 0
	if depth := sizeOf(p.Variables, 0, &values); depth > mostNested+1 || values > mostValues {
		return over("variables", mostValues)
	}
	return nil
}

// sizeOf counts the values and answers how deep they nest.
func sizeOf(v any, depth int, values *int) int {
	*values++
	deepest := depth
	switch v := v.(type) {
	case map[string]any:
		for _, x := range v {
			deepest = max(deepest, sizeOf(x, depth+1, values))
		}
	case []any:
		for _, x := range v {
			deepest = max(deepest, sizeOf(x, depth+1, values))
		}
	}
	return deepest
}

// MutateOperationContext measures the operation. Who has not signed in may not look at the schema either.
func (limits) MutateOperationContext(ctx context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	m := newMeter(oc.Variables)
	z := m.measure(oc.Operation.SelectionSet)
	roots := len(graphql.CollectFields(oc, oc.Operation.SelectionSet, []string{"Query", "Mutation", "Subscription"}))
	oc.DisableIntrospection = call.From(ctx).Viewer.Nobody()
	switch {
	case z.depth > mostDepth:
		return over("depth", mostDepth)
	case z.aliases > mostAliases:
		return over("aliases", mostAliases)
	case roots > mostRoots:
		return over("roots", mostRoots)
	case oc.Operation.Operation == ast.Mutation && roots > mostMutations:
		return over("mutations", mostMutations)
	case z.cost > mostCost:
		return over("cost", mostCost)
	case m.schema.cost > mostSchemaCost || m.schema.depth > mostSchemaDepth:
		return over("schema", mostSchemaCost)
	}
	return nil
}

func over(what string, most int) *gqlerror.Error {
	f := fault.New(fault.CodeLimitExceeded, "limit.operation").With("what", what).With("most", most)
	return &gqlerror.Error{Err: f, Message: f.Error(), Extensions: f.Extensions()}
}

type size struct{ cost, depth, aliases int }

// meter measures selections, each fragment once; questions about the schema apart.
type meter struct {
	variables map[string]any
	fragments map[string]size
	schema    size
}

func newMeter(variables map[string]any) *meter {
	return &meter{variables: variables, fragments: map[string]size{}}
}

func (m *meter) measure(set ast.SelectionSet) (sum size) {
	for _, s := range set {
		z := m.one(s)
		sum = size{limited(sum.cost + z.cost), max(sum.depth, z.depth), limited(sum.aliases + z.aliases)}
	}
	return sum
}

func (m *meter) one(s ast.Selection) size {
	switch s := s.(type) {
	case *ast.InlineFragment:
		return m.measure(s.SelectionSet)
	case *ast.FragmentSpread:
		z, ok := m.fragments[s.Name]
		if !ok {
			z = m.measure(s.Definition.SelectionSet)
			m.fragments[s.Name] = z
		}
		return z
	case *ast.Field:
		z := m.measure(s.SelectionSet)
		z.cost = limited(costOf(s) + limited(z.cost)*m.times(s))
		z.depth++
		if s.Alias != s.Name {
			z.aliases++
		}
		if s.Name == "__schema" || s.Name == "__type" {
			m.schema = size{limited(m.schema.cost + z.cost), max(m.schema.depth, z.depth), 0}
			return size{aliases: z.aliases}
		}
		return z
	}
	return size{}
}

// costOf is a field's own cost: a column none, a record one, a page two, a verb ten, a board twenty.
func costOf(f *ast.Field) int {
	switch {
	case f.Name == "board":
		return 20
	case f.ObjectDefinition != nil && f.ObjectDefinition.Name == "Mutation":
		return 10
	case len(f.SelectionSet) == 0:
		return 0
	case f.Definition != nil && f.Definition.Arguments.ForName("first") != nil:
		return 2
	}
	return 1
}

// times is how often what is below a field can appear: a page's size, or ten for a list without pages.
func (m *meter) times(f *ast.Field) int {
	if f.Definition == nil {
		return 1
	}
	if f.Definition.Arguments.ForName("first") != nil {
		args := f.ArgumentMap(m.variables)
		for _, name := range []string{"first", "last"} {
			if n, ok := number(args[name]); ok && n > 0 {
				return min(n, 200)
			}
		}
		return 20
	}
	if f.Definition.Type.Elem != nil && !sized[f.Name] && len(f.SelectionSet) > 0 {
		return 10
	}
	return 1
}

// sized are the lists whose length the field above them says.
var sized = map[string]bool{"edges": true, "columns": true, "cards": true}

func number(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case int64:
		return int(v), true
	case json.Number:
		n, err := v.Int64()
		return int(n), err == nil
	}
	return 0, false
}

// limited keeps sums and products from running over.
func limited(n int) int { return min(n, 1<<30) }
