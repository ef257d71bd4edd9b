package read

import (
	"strconv"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/money"
)

// forms are how the next cell is written as a scalar of the API. Texts, dates and numbers are copied as they stand; what
// the two databases write differently is brought into one form in the same pass.
var forms = map[string]form{
	"ID": textForm, "String": textForm, "Date": textForm,
	"Int": numberForm, "Boolean": truthForm, "Time": timeForm,
	"Quantity":  func(w *answer) bool { return decimalForm(w, money.Quantity(w.c.int()).String()) },
	"UnitPrice": func(w *answer) bool { return decimalForm(w, money.Price(w.c.int()).String()) },
	"Percent":   func(w *answer) bool { return decimalForm(w, money.Rate(w.c.int()).String()) },
}

// formOf is the form of a type of the API; nil where it has none.
func formOf(def *ast.Definition) form {
	if def.Kind != ast.Enum {
		return forms[def.Name]
	}
	names := map[string]string{}
	for _, v := range def.EnumValues {
		names[strings.ToLower(v.Name)] = strconv.Quote(v.Name)
	}
	return func(w *answer) bool {
		if w.c.next() != '"' {
			return false
		}
		inside, _ := w.c.text()
		name, ok := names[string(inside)]
		w.b = append(w.b, name...)
		return ok
	}
}

func textForm(w *answer) bool {
	if w.c.next() != '"' {
		return false
	}
	inside, escaped := w.c.text()
	if escaped {
		w.b = quoted(w.b, unescaped(inside))
		return true
	}
	w.b = append(w.b, '"')
	w.b = append(w.b, inside...)
	w.b = append(w.b, '"')
	return true
}

func numberForm(w *answer) bool {
	b := w.c.scalar()
	w.b = append(w.b, b...)
	return len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9')
}

func truthForm(w *answer) bool {
	w.b = strconv.AppendBool(w.b, w.c.bool())
	return true
}

// timeForm makes "2026-11-24 02:00:00.5+00:00" or "2026-11-24T02:00:00.5+00:00" to "2026-11-24T02:00:00.5Z".
func timeForm(w *answer) bool {
	if w.c.next() != '"' {
		return false
	}
	inside, _ := w.c.text()
	end := len(inside) - len("+00:00")
	if end < len("2026-11-24T02:00:00") || string(inside[end:]) != "+00:00" {
		return zonedForm(w, string(inside)) // SQLite keeps the zone that it was given
	}
	w.b = append(w.b, '"')
	at := len(w.b)
	w.b = append(w.b, inside[:end]...)
	w.b[at+len("2026-11-24")] = 'T'
	w.b = append(w.b, 'Z', '"')
	return true
}

func zonedForm(w *answer, text string) bool {
	t := instant(text)
	w.b = t.AppendFormat(w.b, `"`+time.RFC3339Nano+`"`)
	return !t.IsZero()
}

func decimalForm(w *answer, decimal string) bool {
	w.b = quoted(w.b, decimal)
	return true
}
