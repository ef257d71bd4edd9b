package read

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
)

// A plan says how the answer to one root field is read in one statement and written from what that answers. It is made
// once for a field of a document and kept; nothing in it depends on who asks, or for what values.
type plan struct {
	page   *pagePlan // of a connection
	record *object   // of a record
	board  *boardPlan
	stmt   statement
	sights []sightRef
	slots  []*object // the objects that need records in Go
	twice  bool      // something is computed for all records at once, before anything can be written
}

// sightRef is a field that can be kept back from a viewer: of a type of the API, and of the record that holds it.
type sightRef struct{ object, field, owner string }

// object is what is asked of records of one kind, in the order of the answer. A record is read as an array of cells,
// which its record in Go and then its fields take one after the other; no record is null.
type object struct {
	kind    id.Kind
	name    string
	fields  []field
	slot    int      // among the plan's slots, -1 where nothing needs a record in Go
	columns []string // of the record in Go
	loads   []figure
	added   []figure // whose sums stand behind the record's columns
	sets    []ast.SelectionSet
}

// field is one field of an object.
type field struct {
	key     []byte // "alias":
	part    part
	nonNull bool
	sight   int  // among the plan's sights, -1 for none
	text    bool // of which a masked sight shows the ends
}

// part is how a value is selected and written.
type part interface {
	// size is how many cells it takes.
	size() int
	// put adds its cells to the statement; the record stands there under the alias.
	put(s *statement, alias string)
	// write takes the cells and writes the value; it tells whether that is null.
	write(w *answer) (null bool)
}

// write writes a record.
func (o *object) write(w *answer) (null bool) {
	if w.c.null() {
		w.b = append(w.b, "null"...)
		return true
	}
	w.c.open()
	record, owner := w.record, w.in
	w.record, w.in = o.take(w), o
	w.b = append(w.b, '{')
	for i := range o.fields {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		o.fields[i].write(w)
	}
	w.b = append(w.b, '}')
	w.c.more()
	w.record, w.in = record, owner
	return false
}

// take makes the record in Go of the cells, or finds it where it was made before.
func (o *object) take(w *answer) db.Node {
	if o.slot < 0 {
		return nil
	}
	if w.plan.twice && !w.first {
		w.c.skip(len(o.columns) + o.sums())
		n := w.taken[o.slot]
		w.taken[o.slot]++
		return w.records[o.slot][n]
	}
	n, err := db.Filled(o.kind, o.columns, w.c.fill)
	if err != nil {
		w.fail(err)
	}
	o.add(w, n)
	if w.first {
		w.records[o.slot] = append(w.records[o.slot], n)
	}
	return n
}

// sums is how many sums stand behind the columns of a record in Go.
func (o *object) sums() (n int) {
	for _, f := range o.added {
		n += len(f.added.sums)
	}
	return n
}

// add makes figures of the sums that stand behind the record's columns.
func (o *object) add(w *answer, n db.Node) {
	for _, f := range o.added {
		sums := make([]int64, len(f.added.sums))
		for i := range sums {
			sums[i] = w.c.int()
		}
		if err := f.added.keep(w.ctx, w.st, n, sums); err != nil {
			w.fail(err)
		}
	}
}

func (f *field) write(w *answer) {
	w.b = append(w.b, f.key...)
	sight := w.sight(f.sight)
	if sight != "" && !f.nonNull {
		w.veiled(f, sight)
		return
	}
	if f.part.write(w) && f.nonNull {
		w.refuse("null in " + string(f.key))
	}
}
