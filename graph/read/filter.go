package read

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// filter gathers the conditions of a list of one kind; those that were not given are none. It refuses a field that the
// viewer does not see whole: a list would tell its values.
type filter struct {
	viewer call.Viewer
	kind   id.Kind
	where  []narrow
	few    bool // what it keeps is found by an index, and little
	err    error
}

func filterOf(ctx context.Context, kind id.Kind) filter {
	return filter{viewer: call.From(ctx).Viewer, kind: kind}
}

// sees refuses a field that the viewer does not see whole.
func (f *filter) sees(field string) bool {
	if access.Sees(f.viewer, f.kind, field) {
		return true
	}
	f.err = fault.New(fault.CodeForbidden, "access.field").At("filter."+field).With("field", field)
	return false
}

// sound tells whether a database can hold a text: PostgreSQL's hold no NUL.
func sound(text string) bool { return !strings.ContainsRune(text, 0) }

// soundly refuses a text of a filter's field that no database can hold.
//
// Errors: INVALID filter.text.
func soundly(field string, texts ...string) error {
	for _, text := range texts {
		if !sound(text) {
			return fault.Invalid("filter.text", nil).At("filter." + field)
		}
	}
	return nil
}

// takes refuses a text that no database can hold, and a field that the viewer does not see whole.
func (f *filter) takes(field string, texts ...string) bool {
	if !f.sees(field) {
		return false
	}
	err := soundly(field, texts...)
	f.err = cmp.Or(f.err, err)
	return err == nil
}

// is keeps records whose column holds the value. A column that names another record tells nothing of one that the
// viewer does not see.
func is[T any](f *filter, column string, value *T) {
	if value == nil {
		return
	}
	text, _ := any(*value).(string)
	if !f.takes(access.Field(column), text) {
		return
	}
	f.where = append(f.where, sql.FieldEQ(column, *value))
	to, ok := db.Tables[f.kind].Refs[column]
	f.few = f.few || ok && to != id.User && to != id.Department
	if ok && access.Partial(f.viewer, to) {
		f.where = append(f.where, func(s *sql.Selector) {
			d := sql.Dialect(s.Dialect())
			t := d.Table(db.Tables[to].Name)
			q := d.Select(t.C("id")).From(t).Where(sql.EQ(t.C("id"), *value))
			access.Rows(f.viewer, to)(q)
			s.Where(sql.In(s.C(column), q))
		})
	}
}

// among keeps records whose column holds one of the values.
func among[T ~string](f *filter, column string, values []T) {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	if values != nil && f.takes(access.Field(column), texts...) {
		f.where = append(f.where, sql.FieldIn(column, values...))
	}
}

// inCategories keeps records in stages of the categories.
func (f *filter) inCategories(cs []stage.Category) { among(f, "stage_category", cs) }

// empty keeps records whose column is empty, or is not; nil keeps all.
func (f *filter) empty(column string, want *bool) {
	switch {
	case want == nil || !f.sees(access.Field(column)):
	case *want:
		f.where = append(f.where, sql.FieldIsNull(column))
	default:
		f.where = append(f.where, sql.FieldNotNull(column))
	}
}

// holds keeps records of which one of the columns that the viewer sees holds the text, in whatever case.
func (f *filter) holds(text *string, columns ...string) {
	if text == nil || *text == "" {
		return
	}
	if err := soundly("text", *text); err != nil {
		f.err = cmp.Or(f.err, err)
		return
	}
	columns = slices.DeleteFunc(columns, func(c string) bool { return !access.Sees(f.viewer, f.kind, access.Field(c)) })
	f.where = append(f.where, func(s *sql.Selector) {
		any := []*sql.Predicate{sql.False()}
		for _, c := range columns {
			any = append(any, contains(s.C(c), *text))
		}
		s.Where(sql.Or(any...))
	})
}

// contains holds where a column holds a text, A to Z being a to z. Nothing else is folded: what SQLite folds is no more,
// and what PostgreSQL folds depends on its locale.
func contains(column, text string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		if b.Dialect() == dialect.SQLite {
			b.WriteString("INSTR(LOWER(").Ident(column).WriteString("), ")
		} else {
			b.WriteString("STRPOS(LOWER(").Ident(column).WriteString(` COLLATE "C"), `)
		}
		b.Arg(folded(text)).WriteString(") > 0")
	})
}

func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// either keeps records for which the condition, which tells something of a field, is what is wanted; nil keeps all.
func (f *filter) either(want *bool, field string, condition func(*sql.Selector) *sql.Predicate) {
	if want == nil || !f.sees(field) {
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
