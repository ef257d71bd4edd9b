package access

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
)

// Mask are the fields of a kind that the viewer does not see whole, by their names in the API. What tells the same as
// a hidden field is hidden with it.
func Mask(v call.Viewer, kind id.Kind) map[string]role.Sight {
	return v.Rights.Fields(kind)
}

// SeesWorth tells whether the viewer sees what records of the kind are worth.
func SeesWorth(v call.Viewer, kind id.Kind) bool { return Sees(v, kind, db.Tables[kind].Worth) }

// Sees tells whether the viewer sees a field whole, so that it may be filtered and sorted by.
func Sees(v call.Viewer, kind id.Kind, field string) bool {
	return Mask(v, kind)[field] == ""
}

// Veil shows the ends of a text only: 138****5678. A short one it does not show at all.
func Veil(text string) string {
	rs := []rune(text)
	if len(rs) < 6 {
		return "****"
	}
	ends := len(rs) / 3
	return string(rs[:min(ends, 3)]) + "****" + string(rs[len(rs)-min(ends, 4):])
}

// Field is the API's name of a column: amount_minor is amount, owner_id is owner.
func Field(column string) string {
	column = strings.TrimSuffix(strings.TrimSuffix(column, "_minor"), "_id")
	var b strings.Builder
	up := false
	for _, r := range column {
		switch {
		case r == '_':
			up = true
		case up:
			b.WriteRune(unicode.ToUpper(r))
			up = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Writes refuses a verb's input that gives a field which the viewer must not write.
//
// Errors: FORBIDDEN access.field, at the field.
func Writes(v call.Viewer, verb string, in any) error {
	kind := role.KindOf(verb)
	rv := reflect.Indirect(reflect.ValueOf(in))
	if rv.Kind() != reflect.Struct {
		return nil
	}
	for i := range rv.NumField() {
		f := rv.Type().Field(i)
		if !f.IsExported() || rv.Field(i).IsZero() {
			continue
		}
		name := lower(f.Name)
		if v.Rights.Locked(kind, strings.TrimSuffix(name, "Id")) || v.Rights.Locked(kind, name) {
			return fault.New(fault.CodeForbidden, "access.field").At(name).With("field", name)
		}
	}
	return nil
}

// lower is a Go field's name as the API has it: OwnerID is ownerId.
func lower(name string) string {
	if strings.HasSuffix(name, "ID") {
		name = strings.TrimSuffix(name, "ID") + "Id"
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}

// Named are all ids that an input names, wherever in it.
func Named(in any) []string {
	var out []string
	collect(reflect.ValueOf(in), &out)
	return out
}

func collect(v reflect.Value, out *[]string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			collect(v.Elem(), out)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			collect(v.Index(i), out)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				collect(v.Field(i), out)
			}
		}
	case reflect.String:
		if _, ok := id.KindOf(v.String()); ok {
			*out = append(*out, v.String())
		}
	}
}

// Locked tells whether the viewer must not write a column of the kind.
func Locked(v call.Viewer, kind id.Kind, column string) bool {
	return v.Rights.Locked(kind, Field(column))
}
