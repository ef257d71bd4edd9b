package read

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// Veils say how much of a field a viewer sees: of a type of the API, and of the type of the record that holds it.
type Veils interface {
	Sight(v call.Viewer, object, field, owner string) role.Sight
}

// Compiler makes plans. What there is it knows from ent's description and the API's schema; what is computed in Go, from
// the resolvers.
type Compiler struct {
	st        *store.Store
	schema    *ast.Schema
	resolvers reflect.Value
	veils     Veils
	kinds     map[string]id.Kind // by their names in the API
	plans     plans
}

// NewCompiler makes a compiler for an API and its resolvers (gqlgen's root of them).
func NewCompiler(st *store.Store, schema *ast.Schema, resolvers any, veils Veils) *Compiler {
	c := &Compiler{st: st, schema: schema, resolvers: reflect.ValueOf(resolvers), veils: veils, kinds: map[string]id.Kind{}}
	for kind := range db.Tables {
		c.kinds[TypeName(kind)] = kind
	}
	return c
}

// ordinary is why a selection is left to the ordinary path.
type ordinary string

func (o ordinary) Error() string { return "not compiled: " + string(o) }

// compiling is a plan that is being made.
type compiling struct {
	c    *Compiler
	oc   *graphql.OperationContext
	plan *plan
}

// collect are the fields that a selection asks of a type, as gqlgen collects and writes them: of two that interfaces
// without a relation ask under one name, the first.
func (k *compiling) collect(def *ast.Definition, set ast.SelectionSet) []graphql.CollectedField {
	names := []string{def.Name}
	for _, i := range k.c.schema.GetImplements(def) {
		names = append(names, i.Name)
	}
	fields := graphql.CollectFields(k.oc, set, names)
	out := make([]graphql.CollectedField, 0, len(fields))
	for _, f := range fields {
		if !slices.ContainsFunc(out, func(o graphql.CollectedField) bool { return o.Alias == f.Alias }) {
			out = append(out, f)
		}
	}
	return out
}

func keyOf(alias string) []byte { return append(strconv.AppendQuote(nil, alias), ':') }

// sight notes a field that can be kept back.
func (k *compiling) sight(at sightRef) int {
	if i := slices.Index(k.plan.sights, at); i >= 0 {
		return i
	}
	k.plan.sights = append(k.plan.sights, at)
	return len(k.plan.sights) - 1
}

// object plans records of a kind.
func (k *compiling) object(kind id.Kind, set ast.SelectionSet) (*object, error) {
	def := k.c.schema.Types[TypeName(kind)]
	if def == nil || def.Kind != ast.Object {
		return nil, ordinary("no type for " + string(kind))
	}
	o := &object{kind: kind, name: def.Name, slot: -1, sets: []ast.SelectionSet{set}}
	for _, f := range k.collect(def, set) {
		one := field{key: keyOf(f.Alias), sight: -1}
		if err := k.field(o, &one, f); err != nil {
			return nil, err
		}
		o.fields = append(o.fields, one)
	}
	if o.cellCount() > mostCells {
		return nil, ordinary("too many fields of " + def.Name)
	}
	return o, nil
}

func (k *compiling) field(o *object, one *field, f graphql.CollectedField) (err error) {
	if f.Name == "__typename" {
		one.part = constant(strconv.Quote(o.name))
		return nil
	}
	t := f.Definition.Type
	one.nonNull = t.NonNull
	if !t.NonNull {
		one.sight = k.sight(sightRef{o.name, f.Name, o.name})
	}
	one.part, err = k.part(o, f)
	if _, ok := one.part.(columnPart); ok {
		one.text = t.NamedType == "String" || t.NamedType == "ID"
	}
	return err
}

// Way is how a field of a record is read.
type Way string

// The ways.
const (
	ByColumn   Way = "column"   // as its column holds it
	ByDocument Way = "document" // of a column of JSON
	ByEdge     Way = "edge"     // along an edge, in the same statement
	ByRelation Way = "relation" // the first or all of the records that belong to it, in the same statement
	ByLookup   Way = "lookup"   // from what is kept in memory
	BySum      Way = "sum"      // made of sums that the same statement adds up
	ByBatch    Way = "batch"    // computed for all records at once after the statement
	ByRecord   Way = "record"   // computed from the record's own columns
	ByOrdinary Way = "ordinary" // the ordinary path reads the root field
)

// Way tells how a field of a kind is read.
func (c *Compiler) Way(kind id.Kind, name string) Way {
	if _, ok := c.resolver(TypeName(kind), name); ok {
		return computedWay(kind, name)
	}
	column, isColumn := columnOf(kind, name)
	switch {
	case db.Edges[kind][name].To != "":
		return ByEdge
	case isColumn && column.Document:
		return ByDocument
	case isColumn:
		return ByColumn
	}
	return ByOrdinary
}

func computedWay(kind id.Kind, name string) Way {
	if _, ok := relations[kind][name]; ok {
		return ByRelation
	}
	if _, ok := lookups[kind][name]; ok {
		return ByLookup
	}
	f, ok := figureOf(kind, name)
	switch {
	case ok && f.leads:
		return ByOrdinary
	case ok && f.added != nil:
		return BySum
	case ok:
		return ByBatch
	}
	return ByRecord
}

// columnOf is the column of a field; of money, the one with its minor units.
func columnOf(kind id.Kind, name string) (db.Column, bool) {
	if c, ok := db.Columns[kind][name]; ok {
		return c, true
	}
	if kind == id.Journey && name == "value" { // as gqlgen.yml names it
		name = "amount"
	}
	c, ok := db.Columns[kind][name+"Minor"]
	return c, ok
}

func (k *compiling) part(o *object, f graphql.CollectedField) (part, error) {
	switch k.c.Way(o.kind, f.Name) {
	case ByColumn:
		return k.column(o, f)
	case ByDocument:
		return k.document(o, f)
	case ByEdge:
		edge := db.Edges[o.kind][f.Name]
		return k.edge(o.kind, edge, link{edge.Column, nil, inOrder(edge.To), edge.Many}, f)
	case ByRelation:
		r := relations[o.kind][f.Name]
		return k.edge(o.kind, db.Edge{To: r.to}, r.link, f)
	case ByLookup:
		return k.lookup(o, f)
	case BySum, ByBatch, ByRecord:
		return k.computed(o, f)
	}
	return nil, ordinary(o.name + "." + f.Name)
}

func (k *compiling) column(o *object, f graphql.CollectedField) (part, error) {
	column, _ := columnOf(o.kind, f.Name)
	t := f.Definition.Type
	if t.NamedType == "Money" {
		return &moneyPart{column.Name, *k.moneyOf(f.Selections, sightRef{o.name, f.Name, o.name})}, nil
	}
	if t.Elem != nil {
		return nil, ordinary(o.name + "." + f.Name)
	}
	write := formOf(k.c.schema.Types[t.NamedType])
	if write == nil {
		return nil, ordinary(o.name + "." + f.Name)
	}
	return columnPart{column.Name, write}, nil
}

func (k *compiling) moneyOf(set ast.SelectionSet, at sightRef) *moneyShape {
	m := &moneyShape{sight: k.sight(at)}
	for _, f := range k.collect(k.c.schema.Types["Money"], set) {
		m.keys, m.names = append(m.keys, keyOf(f.Alias)), append(m.names, f.Name)
	}
	return m
}

func (k *compiling) edge(kind id.Kind, edge db.Edge, l link, f graphql.CollectedField) (part, error) {
	to, err := k.object(edge.To, f.Selections)
	return &edgePart{kind, edge, l, to}, err
}
