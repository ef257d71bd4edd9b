package read

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A statement decides for so many viewers and has so many arguments at most: SQLite takes 500 parts and 32,766 arguments,
// PostgreSQL 65,535. A viewer brings a few, or each person below them for each way to the record.
const (
	mostSeers          = 100
	mostSeersArguments = 30_000
)

// Seers asks which of several viewers may see what happens to a record of a kind. It is made once for the same viewers: the
// text of a hundred viewers' rules takes longer to write than to answer.
type Seers struct {
	all   []bool // who sees whatever happens to such
	parts []seersPart
}

// seersPart is a statement and its arguments, with a mark where a record's id goes.
type seersPart struct {
	query string
	args  []any
}

// theRecord is the mark.
type theRecord struct{}

// about is the statement about a record.
func (p seersPart) about(recordID string) seersPart {
	p.args = slices.Clone(p.args)
	for i, a := range p.args {
		if a == (theRecord{}) {
			p.args[i] = recordID
		}
	}
	return p
}

// Query is that of a sql.Querier.
func (p seersPart) Query() (string, []any) { return p.query, p.args }

// SeersOf makes the question.
func SeersOf(st *store.Store, kind id.Kind, vs []call.Viewer) *Seers {
	s := &Seers{all: make([]bool, len(vs))}
	var texts []string
	var args []any
	end := func() {
		if len(texts) > 0 {
			s.parts = append(s.parts, seersPart{strings.Join(texts, " UNION ALL "), args})
		}
		texts, args = nil, nil
	}
	for n, v := range vs {
		of, all := access.Changes(v, kind)
		if s.all[n] = all; of == nil {
			continue
		}
		text, own := seer(st, n, kind, of, len(args))
		if len(texts) == mostSeers || len(args)+len(own) > mostSeersArguments {
			end()
			text, own = seer(st, n, kind, of, 0)
		}
		texts, args = append(texts, text), append(args, own...)
	}
	end()
	return s
}

// Of tells for each viewer, in their order, whether they may see what happens to a record now.
func (s *Seers) Of(ctx context.Context, st *store.Store, recordID string) ([]bool, error) {
	out := slices.Clone(s.all)
	for _, p := range s.parts {
		err := scan(ctx, st, p.about(recordID), func(next func(...any) error) error {
			var n int
			err := next(&n)
			out[n] = true
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// seer selects a viewer's place where a record is among theirs, behind so many arguments of others.
func seer(st *store.Store, n int, kind id.Kind, of narrow, behind int) (string, []any) {
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[kind].Name)
	q := d.SelectExpr(sql.ExprFunc(func(b *sql.Builder) { b.WriteString(strconv.Itoa(n)) })).From(t).Where(sql.EQ(t.C("id"), theRecord{}))
	of(q)
	q.SetTotal(behind)
	return q.Query()
}

// veil keeps back what a row of the log tells of fields and records that the viewer does not see.
func veil(ctx context.Context, st *store.Store, cs []*db.Change, s Selection) error {
	v := call.From(ctx).Viewer
	for _, c := range cs {
		c.Fields = veiled(v, c.SubjectKind, c.Fields)
	}
	if !s.has("journeyId", "accountId", "ownerId") {
		return nil
	}
	seen := map[string]bool{}
	for kind, of := range named(cs) {
		found, err := visible(ctx, st, kind, of)
		if err != nil {
			return err
		}
		for _, r := range found {
			seen[r] = true
		}
	}
	for _, c := range cs {
		for _, r := range []**string{&c.JourneyID, &c.AccountID, &c.OwnerID} {
			if *r != nil && !seen[**r] {
				*r = nil
			}
		}
	}
	return nil
}

// named are the records that rows of the log name beside their subjects, by kind.
func named(cs []*db.Change) map[id.Kind][]string {
	out := map[id.Kind][]string{}
	for _, c := range cs {
		for _, r := range []*string{c.JourneyID, c.AccountID, c.OwnerID} {
			if r == nil {
				continue
			}
			if kind, ok := id.KindOf(*r); ok && !slices.Contains(out[kind], *r) {
				out[kind] = append(out[kind], *r)
			}
		}
	}
	return out
}

// visible are those of a kind's records that the viewer sees.
func visible(ctx context.Context, st *store.Store, kind id.Kind, ids []string) ([]string, error) {
	if !access.Partial(call.From(ctx).Viewer, kind) {
		return ids, nil
	}
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[kind].Name)
	q := d.Select(t.C("id")).From(t).Where(sql.In(t.C("id"), anys(ids)...))
	rows(ctx, kind)(q)
	var out []string
	err := scan(ctx, st, q, func(next func(...any) error) error {
		var r string
		err := next(&r)
		out = append(out, r)
		return err
	})
	return out, err
}

// veiled are the fields of an edit as the viewer may see them. A field that names another record tells which one only
// by its id; that it was edited, the row tells anyway.
func veiled(v call.Viewer, kind id.Kind, fields []stage.FieldChange) []stage.FieldChange {
	mask := access.Mask(v, kind)
	if len(mask) == 0 {
		return fields
	}
	out := []stage.FieldChange{}
	for _, f := range fields {
		switch mask[access.Field(f.Name)] {
		case role.Hidden:
			continue
		case role.Masked:
			f.Old, f.New = ends(f.Old), ends(f.New)
		}
		out = append(out, f)
	}
	return out
}

func ends(v any) any {
	if text, ok := v.(string); ok {
		return access.Veil(text)
	}
	return nil
}
