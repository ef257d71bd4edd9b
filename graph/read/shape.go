package read

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/money"
)

// shape writes a value of Go as gqlgen does: what is computed, and what a document holds. It tells whether it wrote null.
type shape func(w *answer, v reflect.Value) (null bool)

// valuePart is a field whose value is made in Go from the record.
type valuePart struct {
	get   func(w *answer) (reflect.Value, error)
	shape shape
}

func (*valuePart) size() int              { return 0 }
func (*valuePart) put(*statement, string) {}

func (p *valuePart) write(w *answer) bool {
	if w.first || w.err != nil {
		return false // what it is made from is not there yet
	}
	v, err := p.get(w)
	if err != nil {
		w.fail(err)
		return false
	}
	return p.shape(w, v)
}

var (
	amountType    = reflect.TypeFor[money.Amount]()
	marshalerType = reflect.TypeFor[graphql.Marshaler]()
)

// shapeOf is the shape of values of a type of Go as a type of the API, for a record of the owner's type.
func (k *compiling) shapeOf(t *ast.Type, from reflect.Type, sets ast.SelectionSet, at sightRef) (shape, error) {
	if from.Kind() == reflect.Pointer {
		return k.pointerTo(t, from.Elem(), sets, at)
	}
	if t.Elem != nil {
		return k.listOf(t, from, sets, at)
	}
	def := k.c.schema.Types[t.NamedType]
	switch {
	case from == amountType && def.Name == "Money":
		m := k.moneyOf(sets, at)
		return func(w *answer, v reflect.Value) bool {
			m.write(w, v.Interface().(money.Amount))
			return false
		}, nil
	case def.Kind == ast.Enum && from.Kind() == reflect.String:
		return enumShape(def), nil
	case def.Kind == ast.Scalar:
		return scalarShape(def, from)
	case def.Kind == ast.Object && from.Kind() == reflect.Struct && k.c.kinds[def.Name] == "":
		return k.structOf(def, from, sets, at.owner)
	}
	return nil, ordinary(def.Name + " from " + from.String())
}

func (k *compiling) pointerTo(t *ast.Type, from reflect.Type, sets ast.SelectionSet, at sightRef) (shape, error) {
	inner, err := k.shapeOf(t, from, sets, at)
	return func(w *answer, v reflect.Value) bool {
		if v.IsNil() {
			w.b = append(w.b, "null"...)
			return true
		}
		return inner(w, v.Elem())
	}, err
}

func (k *compiling) listOf(t *ast.Type, from reflect.Type, sets ast.SelectionSet, at sightRef) (shape, error) {
	if from.Kind() != reflect.Slice {
		return nil, ordinary("a list from " + from.String())
	}
	inner, err := k.shapeOf(t.Elem, from.Elem(), sets, at)
	return func(w *answer, v reflect.Value) bool {
		if v.IsNil() && !t.NonNull {
			w.b = append(w.b, "null"...)
			return true
		}
		w.b = append(w.b, '[')
		for i := range v.Len() {
			if i > 0 {
				w.b = append(w.b, ',')
			}
			if inner(w, v.Index(i)) && t.Elem.NonNull {
				w.refuse("null in a list")
			}
		}
		w.b = append(w.b, ']')
		return false
	}, err
}

func enumShape(def *ast.Definition) shape {
	names := map[string]string{}
	for _, v := range def.EnumValues {
		names[strings.ToLower(v.Name)] = strconv.Quote(v.Name)
	}
	return func(w *answer, v reflect.Value) bool {
		name, ok := names[v.String()]
		if !ok {
			w.refuse("a value of " + def.Name)
		}
		w.b = append(w.b, name...)
		return false
	}
}

func scalarShape(def *ast.Definition, from reflect.Type) (shape, error) {
	switch {
	case from.Implements(marshalerType):
		return func(w *answer, v reflect.Value) bool {
			out := bytes.NewBuffer(w.b)
			v.Interface().(graphql.Marshaler).MarshalGQL(out)
			w.b = out.Bytes()
			return bytes.HasSuffix(w.b, []byte("null"))
		}, nil
	case from.String() == "time.Time":
		return func(w *answer, v reflect.Value) bool {
			out := bytes.NewBuffer(w.b)
			m := MarshalTime(v.Interface().(time.Time))
			m.MarshalGQL(out)
			w.b = out.Bytes()
			return m == graphql.Null
		}, nil
	case from.Kind() == reflect.String && (def.Name == "String" || def.Name == "ID" || def.Name == "Decimal"):
		return func(w *answer, v reflect.Value) bool { w.b = quoted(w.b, v.String()); return false }, nil
	case from.Kind() == reflect.Bool && def.Name == "Boolean":
		return func(w *answer, v reflect.Value) bool { w.b = strconv.AppendBool(w.b, v.Bool()); return false }, nil
	case from.Kind() >= reflect.Int && from.Kind() <= reflect.Int64 && def.Name == "Int":
		return func(w *answer, v reflect.Value) bool { w.b = strconv.AppendInt(w.b, v.Int(), 10); return false }, nil
	}
	return nil, ordinary(def.Name + " from " + from.String())
}

// member is a field of an object that Go holds as a struct.
type member struct {
	key     []byte
	typed   []byte // the value of __typename
	get     func(w *answer, v reflect.Value) (reflect.Value, error)
	shape   shape
	nonNull bool
	sight   int
}

func (k *compiling) structOf(def *ast.Definition, from reflect.Type, sets ast.SelectionSet, owner string) (shape, error) {
	var members []member
	for _, f := range k.collect(def, sets) {
		m := member{key: keyOf(f.Alias), sight: -1}
		if f.Name == "__typename" {
			m.typed = []byte(strconv.Quote(def.Name))
		} else if err := k.memberOf(&m, def, from, f, owner); err != nil {
			return nil, err
		}
		members = append(members, m)
	}
	return func(w *answer, v reflect.Value) bool {
		w.b = append(w.b, '{')
		for i := range members {
			if i > 0 {
				w.b = append(w.b, ',')
			}
			members[i].write(w, v)
		}
		w.b = append(w.b, '}')
		return false
	}, nil
}

func (m *member) write(w *answer, v reflect.Value) {
	w.b = append(w.b, m.key...)
	switch {
	case m.typed != nil:
		w.b = append(w.b, m.typed...)
		return
	case w.sight(m.sight) != "" && !m.nonNull:
		w.b = append(w.b, "null"...)
		return
	}
	got, err := m.get(w, v)
	if err != nil {
		w.fail(err)
		return
	}
	if m.shape(w, got) && m.nonNull {
		w.refuse("null in " + string(m.key))
	}
}

func (k *compiling) memberOf(m *member, def *ast.Definition, from reflect.Type, f graphql.CollectedField, owner string) error {
	t := f.Definition.Type
	m.nonNull = t.NonNull
	at := sightRef{def.Name, f.Name, owner}
	if !t.NonNull {
		m.sight = k.sight(at)
	}
	var err error
	if def.Name == "BoardColumn" && f.Name == "cards" {
		m.get, m.shape, err = k.cardsOf(f.Selections)
		return err
	}
	get, to := k.c.resolved(def.Name, f.Name, true)
	if get == nil {
		get, to = memberNamed(from, f.Name)
	}
	if get == nil {
		return ordinary(def.Name + "." + f.Name)
	}
	m.get = get
	m.shape, err = k.shapeOf(t, to, f.Selections, at)
	return err
}

type getter = func(w *answer, v reflect.Value) (reflect.Value, error)

// memberNamed is how a struct holds a field of the API, by its name in whatever case, as gqlgen finds it.
func memberNamed(from reflect.Type, name string) (getter, reflect.Type) {
	f, ok := from.FieldByNameFunc(func(n string) bool { return strings.EqualFold(n, name) })
	if !ok || !f.IsExported() {
		return nil, nil
	}
	return func(_ *answer, v reflect.Value) (reflect.Value, error) { return v.FieldByIndex(f.Index), nil }, f.Type
}

// resolved is how a resolver written by hand answers a field; nil where there is none. The value that it is asked of is
// a record, or a struct of which it takes the address.
func (c *Compiler) resolved(object, name string, address bool) (getter, reflect.Type) {
	method, ok := c.resolver(object, name)
	if !ok {
		return nil, nil
	}
	return func(w *answer, v reflect.Value) (reflect.Value, error) {
		if address {
			of := reflect.New(v.Type())
			of.Elem().Set(v)
			v = of
		}
		out := method.Call([]reflect.Value{reflect.ValueOf(w.ctx), v})
		err, _ := out[1].Interface().(error)
		return out[0], err
	}, method.Type().Out(0)
}

// resolver is the method of the resolvers for a field of a type.
func (c *Compiler) resolver(object, name string) (reflect.Value, bool) {
	of := c.resolvers.MethodByName(object)
	if !of.IsValid() || of.Type().NumIn() != 0 {
		return reflect.Value{}, false
	}
	r := of.Call(nil)[0].Elem()
	for i := range r.NumMethod() {
		if strings.EqualFold(r.Type().Method(i).Name, name) {
			return r.Method(i), true
		}
	}
	return reflect.Value{}, false
}
