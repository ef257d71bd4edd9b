package read

import (
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ltc/stage"
)

// filter gathers the conditions of a list; those that were not given are none.
type filter struct{ where []narrow }

// is keeps records whose column holds the value.
func is[T any](f *filter, column string, value *T) {
	if value != nil {
		f.where = append(f.where, sql.FieldEQ(column, *value))
	}
}

// among keeps records whose column holds one of the values.
func among[T ~string](f *filter, column string, values []T) {
	if values != nil {
		f.where = append(f.where, sql.FieldIn(column, values...))
	}
}

// inCategories keeps records in stages of the categories.
func (f *filter) inCategories(cs []stage.Category) { among(f, "stage_category", cs) }

// empty keeps records whose column is empty, or is not; nil keeps all.
func (f *filter) empty(column string, want *bool) {
	switch {
	case want == nil:
	case *want:
		f.where = append(f.where, sql.FieldIsNull(column))
	default:
		f.where = append(f.where, sql.FieldNotNull(column))
	}
}

// holds keeps records of which one of the columns holds the text, in whatever case.
func (f *filter) holds(text *string, columns ...string) {
	if text == nil || *text == "" {
		return
	}
	f.where = append(f.where, func(s *sql.Selector) {
		any := make([]*sql.Predicate, len(columns))
		for i, c := range columns {
			any[i] = sql.ContainsFold(s.C(c), *text)
		}
		s.Where(sql.Or(any...))
	})
}

// either keeps records for which the condition is what is wanted; nil keeps all.
func (f *filter) either(want *bool, condition func(*sql.Selector) *sql.Predicate) {
	if want == nil {
		return
	}
	f.where = append(f.where, func(s *sql.Selector) {
		p := condition(s)
		if !*want {
			p = sql.Not(p)
		}
		s.Where(p)
	})
}
