package read

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/id"
)

// planKey names a plan: what the operation asks (a field in a fragment is one field of all operations of its document), the
// field, and the kind that its record is of.
type planKey struct {
	askedKey
	field *ast.Field
	kind  id.Kind
}

// askedKey names what an operation asks, by what the variables of its conditions say.
type askedKey struct {
	operation  *ast.OperationDefinition
	conditions string
}

// plans are the plans that were made, or why none could be, as long as they are few; of a document that is too large to be
// kept itself nothing is kept.
type plans struct {
	mu        sync.RWMutex
	made      map[planKey]planned
	variables map[*ast.OperationDefinition][]string
	asked     map[askedKey]map[string]bool
}

type planned struct {
	plan *plan
	err  error
}

const (
	mostPlans    = 1000
	mostDocument = 8 << 10 // bytes
)

// large tells whether an operation's document is too large to be kept.
func large(oc *graphql.OperationContext) bool { return len(oc.RawQuery) > mostDocument }

// find is the plan of a field; it is made where there is none yet.
func (ps *plans) find(oc *graphql.OperationContext, f graphql.CollectedField, kind id.Kind, make func() (*plan, error)) (*plan, error) {
	if large(oc) {
		return make()
	}
	key := planKey{ps.key(oc), f.Field, kind}
	ps.mu.RLock()
	p, ok := ps.made[key]
	ps.mu.RUnlock()
	if ok {
		return p.plan, p.err
	}
	p.plan, p.err = make()
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if ps.made == nil || len(ps.made) >= mostPlans {
		ps.made = map[planKey]planned{}
	}
	ps.made[key] = p
	return p.plan, p.err
}

// asks notes that a root field asks a statement.
func (ps *plans) asks(oc *graphql.OperationContext, alias string) {
	if oc.Operation.Operation != ast.Query || large(oc) {
		return
	}
	key := ps.key(oc)
	ps.mu.RLock()
	known := ps.asked[key][alias]
	ps.mu.RUnlock()
	if known {
		return
	}
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if ps.asked == nil || len(ps.asked) >= mostPlans {
		ps.asked = map[askedKey]map[string]bool{}
	}
	if ps.asked[key] == nil {
		ps.asked[key] = map[string]bool{}
	}
	ps.asked[key][alias] = true
}

// asking are the root fields, by their names in the answer, that asked statements when the operation ran before; the
// caller's own.
func (ps *plans) asking(oc *graphql.OperationContext) map[string]bool {
	if large(oc) {
		return nil
	}
	key := ps.key(oc)
	ps.mu.RLock()
	defer ps.mu.RUnlock()
	return maps.Clone(ps.asked[key])
}

func (ps *plans) key(oc *graphql.OperationContext) askedKey {
	return askedKey{oc.Operation, ps.conditions(oc)}
}

// conditions are the values, true or false, of the variables that decide what is included and skipped.
func (ps *plans) conditions(oc *graphql.OperationContext) string {
	ps.mu.RLock()
	names, ok := ps.variables[oc.Operation]
	ps.mu.RUnlock()
	if !ok {
		names = conditioned(oc.Doc)
		ps.mu.Lock()
		if ps.variables == nil || len(ps.variables) >= mostPlans {
			ps.variables = map[*ast.OperationDefinition][]string{}
		}
		ps.variables[oc.Operation] = names
		ps.mu.Unlock()
	}
	if len(names) == 0 {
		return ""
	}
	var b strings.Builder
	for _, n := range names {
		fmt.Fprint(&b, oc.Variables[n], " ")
	}
	return b.String()
}

// conditioned are the variables that decide what a document includes and skips.
func conditioned(d *ast.QueryDocument) []string {
	var names []string
	for _, o := range d.Operations {
		names = inDirectives(o.SelectionSet, names)
	}
	for _, f := range d.Fragments {
		names = inDirectives(f.SelectionSet, names)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func inDirectives(set ast.SelectionSet, names []string) []string {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			names = inDirectives(s.SelectionSet, ofDirectives(s.Directives, names))
		case *ast.InlineFragment:
			names = inDirectives(s.SelectionSet, ofDirectives(s.Directives, names))
		case *ast.FragmentSpread:
			names = ofDirectives(s.Directives, names)
		}
	}
	return names
}

func ofDirectives(ds ast.DirectiveList, names []string) []string {
	for _, d := range ds {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		if of := d.Arguments.ForName("if"); of != nil && of.Value.Kind == ast.Variable {
			names = append(names, of.Value.Raw)
		}
	}
	return names
}
