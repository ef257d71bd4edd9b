package read

import (
	"context"
	"reflect"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// relation is a field that leads to records which name this one.
type relation struct {
	to id.Kind
	link
}

// relations are computed fields that a statement follows as it follows edges; the files of this package add theirs.
var relations = map[id.Kind]map[string]relation{}

func relate(kind id.Kind, name string, r relation) {
	if relations[kind] == nil {
		relations[kind] = map[string]relation{}
	}
	relations[kind][name] = r
}

// lookup is a computed field that the record's version of its process says, which is kept in memory.
type lookup func(stage.Stage) any

// lookups are such fields by kind and name.
var lookups = map[id.Kind]map[string]lookup{}

func look(kind id.Kind, name string, l lookup) {
	if lookups[kind] == nil {
		lookups[kind] = map[string]lookup{}
	}
	lookups[kind][name] = l
}

// stageOf is a stage as a version of a kind's process has it.
func stageOf(ctx context.Context, st *store.Store, kind id.Kind, version int, key string) (stage.Stage, error) {
	d, err := flow.Document(ctx, st, st.Reader(), kind, version)
	s, _ := d.Find(key)
	return s, store.Translate(err)
}

// lookupPart writes what a lookup says of the record's stage.
type lookupPart struct {
	kind  id.Kind
	look  lookup
	shape shape
}

func (*lookupPart) size() int { return 2 }

func (*lookupPart) put(s *statement, alias string) {
	s.say(s.column(alias, "process_version"), ", ", s.column(alias, "stage"))
}

func (p *lookupPart) write(w *answer) bool {
	version := int(w.c.int())
	s, err := stageOf(w.ctx, w.st, p.kind, version, w.c.string())
	if err != nil {
		w.fail(err)
		return false
	}
	return p.shape(w, reflect.ValueOf(p.look(s)))
}

func (k *compiling) lookup(o *object, f graphql.CollectedField) (part, error) {
	l := lookups[o.kind][f.Name]
	s, err := k.shapeOf(f.Definition.Type, reflect.TypeOf(l(stage.Stage{})), f.Selections, sightRef{o.name, f.Name, o.name})
	return &lookupPart{o.kind, l, s}, err
}

// computed plans what a resolver answers of the record in Go, after what is computed for all records at once.
func (k *compiling) computed(o *object, f graphql.CollectedField) (part, error) {
	get, to := k.c.resolved(o.name, f.Name, false)
	s, err := k.shapeOf(f.Definition.Type, to, f.Selections, sightRef{o.name, f.Name, o.name})
	if err != nil {
		return nil, err
	}
	g, ok := figureOf(o.kind, f.Name)
	o.needs(k, g.columns)
	switch {
	case !ok:
	case g.added != nil:
		o.added = with(o.added, g)
	default:
		k.plan.twice = true
		o.loads = with(o.loads, g)
	}
	return &valuePart{func(w *answer) (reflect.Value, error) { return get(w, reflect.ValueOf(w.record)) }, s}, nil
}

// with are figures and another one, once.
func with(all []figure, f figure) []figure {
	if slices.ContainsFunc(all, func(l figure) bool { return slices.Equal(l.names, f.names) }) {
		return all
	}
	return append(all, f)
}

// document plans a column of JSON, which the record in Go reads.
func (k *compiling) document(o *object, f graphql.CollectedField) (part, error) {
	get, to := memberNamed(reflect.TypeOf(recordOf(o.kind)).Elem(), f.Name)
	if get == nil {
		return nil, ordinary(o.name + "." + f.Name)
	}
	s, err := k.shapeOf(f.Definition.Type, to, f.Selections, sightRef{o.name, f.Name, o.name})
	column, _ := columnOf(o.kind, f.Name)
	o.needs(k, []string{column.Name})
	return &valuePart{func(w *answer) (reflect.Value, error) { return get(w, reflect.ValueOf(w.record).Elem()) }, s}, err
}

// needs makes the object's records in Go hold columns; all of them for nil.
func (o *object) needs(k *compiling, columns []string) {
	if o.slot < 0 {
		o.slot = len(k.plan.slots)
		k.plan.slots = append(k.plan.slots, o)
		o.columns = []string{"id"}
	}
	if columns == nil {
		for _, c := range db.Columns[o.kind] {
			columns = append(columns, c.Name)
		}
		slices.Sort(columns)
	}
	for _, c := range columns {
		if !slices.Contains(o.columns, c) {
			o.columns = append(o.columns, c)
		}
	}
}

// recordOf is an empty record of a kind.
func recordOf(kind id.Kind) db.Node {
	n, _ := db.Filled(kind, nil, func([]any) error { return nil })
	return n
}

// figureOf is the figure that serves a computed field.
func figureOf(kind id.Kind, name string) (figure, bool) {
	for _, f := range figures[kind] {
		if slices.Contains(f.names, name) {
			return f, true
		}
	}
	return figure{}, false
}
