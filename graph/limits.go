package graph

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
)

// What one operation may ask for; more is LIMIT_EXCEEDED, before anything is read.
const (
	mostBytes     = 16 << 10 // of the document
	mostTokens    = 2000     // of the document; the parser stops there
	mostRepeats   = 100      // of one name in a document: validating compares fields of one name with each other
	mostDepth     = 12       // fields within fields
	mostAliases   = 30
	mostRoots     = 20
	mostMutations = 5
	mostCost      = 5000
	mostValues    = 10000 // in the variables
	mostNested    = 12    // in the variables
	mostPage      = 200   // rows

	// of a question about the schema, which is answered from memory: the usual tools' fits
	mostSchemaCost  = 20_000
	mostSchemaDepth = 16
)

// limits refuses operations that would cost too much: first by what can be told from their text, then by what their
// fields would cost, at last by what the caller has left.
type limits struct {
	schema    *ast.Schema
	documents graphql.Cache[*ast.QueryDocument] // those in it have been looked at
	throttle  *throttle
}

// ExtensionName is for gqlgen.
func (*limits) ExtensionName() string { return "Limits" }

// Validate is for gqlgen.
func (*limits) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters looks at what was sent before it is validated. Who has not signed in pays here already, for
// nothing but the parser's and the validator's work will come of it.
func (l *limits) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if err := l.throttle.knock(ctx); err != nil {
		return err
	}
	if len(p.Query) > mostBytes {
		return over("bytes", mostBytes)
	}
	values := 0
	if depth := sizeOf(p.Variables, 0, &values); depth > mostNested+1 || values > mostValues {
		return over("variables", mostValues)
	}
	if _, known := l.documents.Get(ctx, p.Query); known {
		return nil
	}
	d, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, mostTokens)
	switch {
	case err != nil && strings.Contains(err.Error(), "exceeded token limit"):
		return over("tokens", mostTokens)
	case err == nil && mostOften(d) > mostRepeats:
		return over("repeats", mostRepeats)
	}
	return nil // what cannot be parsed is told by the executor
}

// sizeOf counts the values and answers how deep they nest. It looks no deeper than what is too deep.
func sizeOf(v any, depth int, values *int) int {
	*values++
	deepest := depth
	if depth > mostNested+1 || *values > mostValues {
		return deepest
	}
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

// mostOften is how often a document asks for fields of one name, at most.
func mostOften(d *ast.QueryDocument) int {
	seen, most := map[string]int{}, 0
	var count func(ast.SelectionSet)
	count = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				seen[s.Alias]++
				most = max(most, seen[s.Alias])
				count(s.SelectionSet)
			case *ast.InlineFragment:
				count(s.SelectionSet)
			}
		}
	}
	for _, o := range d.Operations {
		count(o.SelectionSet)
	}
	for _, f := range d.Fragments {
		count(f.SelectionSet)
	}
	return most
}

// MutateOperationContext measures the operation. Who has not signed in may not look at the schema either.
func (l *limits) MutateOperationContext(ctx context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	m := newMeter(l.schema, oc.Variables)
	z := m.measure(oc.Operation.SelectionSet)
	roots := len(graphql.CollectFields(oc, oc.Operation.SelectionSet, []string{"Query", "Mutation", "Subscription"}))
	oc.DisableIntrospection = call.From(ctx).Viewer.Nobody()
	s := spendingOf(oc)
	if !call.From(ctx).Viewer.Nobody() {
		s.measured(z, m.roots)
	}
	switch {
	case z.depth > mostDepth:
		return over("depth", mostDepth)
	case z.aliases > mostAliases:
		return over("aliases", mostAliases)
	case roots > mostRoots:
		return over("roots", mostRoots)
	case oc.Operation.Operation == ast.Mutation && roots > mostMutations:
		return over("mutations", mostMutations)
	case z.cost() > mostCost:
		return over("cost", mostCost)
	case m.about.cost() > mostSchemaCost || m.about.depth > mostSchemaDepth:
		return over("schema", mostSchemaCost)
	}
	return l.throttle.pay(ctx, oc, s)
}

func over(what string, most int) *gqlerror.Error {
	return refusal(fault.New(fault.CodeLimitExceeded, "limit.operation").With("what", what).With("most", most))
}

func refusal(f *fault.Error) *gqlerror.Error {
	return &gqlerror.Error{Err: f, Message: f.Error(), Extensions: f.Extensions()}
}
