package read

import (
	"context"
	"io"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// answer is the answer to a root field while it is written, in one pass over what the statement answered.
type answer struct {
	ctx    context.Context
	st     *store.Store
	plan   *plan
	viewer call.Viewer
	sights []role.Sight // by the plan's sights; nil where all is seen
	c      cells
	b      []byte

	first   bool // the first of two passes, which finds the records that something is computed for
	records [][]db.Node
	taken   []int
	record  db.Node // the one that is being written, where it has been made
	in      *object

	cards []map[string][]byte // of a board, by what is asked of them and by column

	refused string // why the ordinary path has to answer
	err     error
}

// MarshalGQL writes the answer.
func (w *answer) MarshalGQL(to io.Writer) { _, _ = to.Write(w.b) }

// refuse leaves the answer to the ordinary path, which knows what to say.
func (w *answer) refuse(why string) {
	if w.refused == "" {
		w.refused = why
	}
}

// fail ends the answer with an error.
func (w *answer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// sight is how much the viewer sees of a field; "" is all.
func (w *answer) sight(ref int) role.Sight {
	if ref < 0 || w.sights == nil {
		return ""
	}
	return w.sights[ref]
}

// veiled writes what is left of a field that is not seen whole.
func (w *answer) veiled(f *field, sight role.Sight) {
	if sight != role.Masked || !f.text {
		start := len(w.b)
		if f.part.size() > 0 {
			w.c.skip(f.part.size())
		}
		w.b = append(w.b[:start], "null"...)
		return
	}
	if w.c.null() {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = quoted(w.b, access.Veil(w.c.string()))
}

const hex = "0123456789ABCDEF"

// quoted writes a text as gqlgen does.
func quoted(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= 0x20 && c != '\\' && c != '"' {
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '\t':
			b = append(b, `\t`...)
		case '\r':
			b = append(b, `\r`...)
		case '\n':
			b = append(b, `\n`...)
		case '\\', '"':
			b = append(b, '\\', c)
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		from = i + 1
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}
