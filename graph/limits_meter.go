package graph

import (
	"encoding/json"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// What fields cost of themselves; a scalar costs nothing. A record costs one, wherever it may appear.
const (
	costRecord       = 1
	costPage         = 2 // a connection, beside its rows
	costMutation     = 10
	costSubscription = 20
	costReport       = 100
	costBoard        = 20 // beside its cards
	costSearch       = 20 // beside its hits: it may rank very many
)

// How many records a list is taken for, where the operation does not say.
const (
	usualPage    = 20
	usualList    = 10
	usualColumns = 8  // of a board
	usualCards   = 50 // of a column
)

// reports are the root fields that add up many rows to answer a few.
var reports = map[string]bool{"receivablesSummary": true, "pipelineSummary": true, "waiting": true}

// size is what selections ask for. What lies below the rows of a page is counted apart, for one row, until the field is
// reached that says how many rows there are.
type size struct{ once, each, depth, aliases int }

// cost is the whole cost, a page's rows counted once where nothing says how many there are.
func (z size) cost() int { return limited(z.once + z.each) }

func (z size) and(y size) size {
	return size{limited(z.once + y.once), limited(z.each + y.each), max(z.depth, y.depth), limited(z.aliases + y.aliases)}
}

// or is one of two, whichever is more; names are written for both.
func (z size) or(y size) size {
	return size{max(z.once, y.once), max(z.each, y.each), max(z.depth, y.depth), limited(z.aliases + y.aliases)}
}

// meter measures selections, each fragment once, so that measuring is linear in the document; questions about the
// schema are measured apart.
type meter struct {
	schema    *ast.Schema
	variables map[string]any
	fragments map[string]size
	about     size // the schema
	roots     int  // what the root fields cost of themselves, beyond their being records
}

func newMeter(schema *ast.Schema, variables map[string]any) *meter {
	return &meter{schema: schema, variables: variables, fragments: map[string]size{}}
}

// measure adds up what selections ask for. Of parts for different types a record has the dearest: it is of one type.
func (m *meter) measure(set ast.SelectionSet) (sum size) {
	var parts map[string]size
	for _, s := range set {
		z, of := m.one(s), m.only(s)
		if of == "" {
			sum = sum.and(z)
			continue
		}
		if parts == nil {
			parts = map[string]size{}
		}
		parts[of] = parts[of].and(z)
	}
	var dearest size
	for _, z := range parts {
		dearest = dearest.or(z)
	}
	return sum.and(dearest)
}

// only is the type of records that a part is for; "" where it is for all.
func (m *meter) only(s ast.Selection) string {
	var on string
	switch s := s.(type) {
	case *ast.InlineFragment:
		on = s.TypeCondition
	case *ast.FragmentSpread:
		on = s.Definition.TypeCondition
	}
	if def := m.schema.Types[on]; def == nil || def.Kind != ast.Object {
		return ""
	}
	return on
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
		return m.field(s)
	}
	return size{}
}

func (m *meter) field(f *ast.Field) size {
	z := m.measure(f.SelectionSet)
	if f.Definition != nil && len(f.SelectionSet) > 0 {
		z = m.priced(f, z)
	}
	if root := rootCost(f); root > 0 {
		z.once = limited(z.once + root)
		m.roots = limited(m.roots + root)
	}
	z.depth++
	if f.Alias != f.Name {
		z.aliases++
	}
	if f.Name == "__schema" || f.Name == "__type" {
		m.about = m.about.and(z)
		return size{aliases: z.aliases}
	}
	return z
}

// priced is what a field costs with what is below it: own + children x n.
func (m *meter) priced(f *ast.Field, below size) size {
	paged := f.Definition.Arguments.ForName("first") != nil
	switch {
	case values[f.Definition.Type.Name()]: // one, or some of a text
	case f.Definition.Type.Elem != nil && sized[f.Name]: // a row, which is there as often as the page says
		below.once, below.each = 0, limited(costRecord+below.cost())
	case f.Definition.Type.Elem != nil:
		n := usualList
		if paged {
			n = m.rows(f)
		} else if f.Name == "columns" {
			n = usualColumns
		}
		below.once, below.each = limited(n*limited(costRecord+below.once)), limited(n*below.each)
	case f.Name == "board":
		below.once, below.each = limited(costRecord+below.once+limited(m.rows(f)*below.each)), 0
	case paged || strings.HasSuffix(f.Definition.Type.NamedType, "Connection"):
		below.once, below.each = limited(costPage+below.once+limited(m.rows(f)*below.each)), 0
	default:
		below.once = limited(costRecord + below.once)
	}
	return below
}

// values are types that stand for one thing: they cost what a scalar does.
var values = map[string]bool{"Text": true, "Money": true, "SearchMatch": true, "SearchPart": true}

// rootCost is what a field of the first level costs beyond its records.
func rootCost(f *ast.Field) int {
	if f.ObjectDefinition == nil {
		return 0
	}
	switch f.ObjectDefinition.Name {
	case "Mutation":
		return costMutation
	case "Subscription":
		return costSubscription
	case "Query":
		switch {
		case reports[f.Name]:
			return costReport
		case f.Name == "board":
			return costBoard
		case f.Name == "search":
			return costSearch
		}
	}
	return 0
}

// rows is how many records a page, a list or a board's column may have.
func (m *meter) rows(f *ast.Field) int {
	args := f.ArgumentMap(m.variables)
	for _, name := range []string{"first", "last"} {
		if n, ok := number(args[name]); ok && n > 0 {
			return min(n, mostPage)
		}
	}
	if f.Name == "board" {
		return usualCards
	}
	return usualPage
}

// sized are the lists whose length a field above them says.
var sized = map[string]bool{"edges": true, "cards": true}

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
