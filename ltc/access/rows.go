package access

import (
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Rows is the predicate of the rows of a kind that the viewer may see: the only one, which lists, edges, filters,
// counts, sums, subscriptions and verbs all take. Nobody sees nothing.
func Rows(v call.Viewer, kind id.Kind) func(*sql.Selector) { return narrowed(v, kind, way{}) }

// Editable is the predicate of the rows that the viewer's verbs may work on: all that can be seen, but for what
// somebody was let in on for reading only.
func Editable(v call.Viewer, kind id.Kind) func(*sql.Selector) {
	return narrowed(v, kind, way{edit: true})
}

// Walked is Rows for a query that goes along an index until it has enough rows: what leads to the viewer's is found once,
// not for each row that is passed.
func Walked(v call.Viewer, kind id.Kind) func(*sql.Selector) {
	return narrowed(v, kind, way{of: ofMany})
}

// Listed is Rows for a query that goes through a whole table, as counts and sums do. Where the viewer's rules lead to few
// rows, it looks these up, rule by rule along an index each, and not at every row.
func Listed(v call.Viewer, kind id.Kind) func(*sql.Selector) {
	return narrowed(v, kind, way{of: ofAll})
}

// way is what the rules are asked for: of which rows they hold, that may be worked on or only be seen.
type way struct {
	of   extent
	edit bool
}

// extent is of how many rows a query asks: some that it has in hand, many, or all of a table.
type extent int

const (
	ofSome extent = iota
	ofMany
	ofAll
)

func narrowed(v call.Viewer, kind id.Kind, w way) func(*sql.Selector) {
	rs, all := rules(v, kind, w)
	return func(s *sql.Selector) {
		if !all {
			s.Where(w.holds(s, kind, rs))
		}
	}
}

// holds holds where one of the rules of a kind does.
func (w way) holds(s *sql.Selector, kind id.Kind, rs []Rule) *sql.Predicate {
	if w.of != ofAll || kind == id.Change || len(rs) < 2 || slices.ContainsFunc(rs, broad) {
		return either(s, rs)
	}
	return sql.In(s.C("id"), each(s.Dialect(), kind, rs))
}

// broad tells whether a rule may hold for a good part of a table.
func broad(r Rule) bool { return r.Name == ByDepartment || r.Name == ByFilter || r.Name == ByAll }

// each are the ids of the rows for which one of the rules holds.
func each(dialect string, kind id.Kind, rs []Rule) *sql.Selector {
	var all *sql.Selector
	for _, r := range rs {
		t := sql.Dialect(dialect).Table(tableOf(kind))
		q := sql.Dialect(dialect).Select(t.C("id")).From(t)
		q.Where(r.Holds(q))
		if all == nil {
			all = q
		} else {
			all.Union(q)
		}
	}
	return all
}

// either holds where one of the rules does.
func either(s *sql.Selector, rs []Rule) *sql.Predicate {
	if len(rs) == 0 {
		return sql.False()
	}
	ps := make([]*sql.Predicate, len(rs))
	for i, r := range rs {
		ps[i] = r.Holds(s)
	}
	return sql.Or(ps...)
}

// Rule is one reason for which a row can be seen.
type Rule struct {
	Name Cause
	Via  id.Kind // the kind of the record that leads to this one; "" where it is the row itself
	// Holds is the rule as a condition of a query over the kind's table.
	Holds func(*sql.Selector) *sql.Predicate
}

// Cause is what makes a row visible.
type Cause string

// The causes.
const (
	ByAdministrator Cause = "administrator"
	ByAll           Cause = "all"
	ByOpen          Cause = "open" // everyone in the company
	BySelf          Cause = "self"
	ByOwner         Cause = "owner"
	ByReports       Cause = "reports"
	ByDepartment    Cause = "department"
	ByFilter        Cause = "filter"
	ByAccount       Cause = "account"
	ByJourney       Cause = "journey"
	ByWork          Cause = "work" // on something that belongs to it
	ByCollaborator  Cause = "collaborator"
	ByWhole         Cause = "whole"
	BySubject       Cause = "subject"
)

// Rules are the reasons for which the viewer can see rows of a kind; any one is enough. The second result says that
// no condition is needed: the first rule's name tells why.
func Rules(v call.Viewer, kind id.Kind) ([]Rule, bool) { return rules(v, kind, way{}) }

func rules(v call.Viewer, kind id.Kind, w way) ([]Rule, bool) {
	switch none, all := outright(v, kind); {
	case none:
		return nil, false
	case all:
		return []Rule{{Name: ByAdministrator}}, true
	}
	switch kind {
	case id.LegalEntity, id.Process:
		return []Rule{{Name: ByOpen}}, true
	case id.Change:
		return bySubject(v, "subject_kind", "subject_id"), false
	case id.Collaborator:
		return append(bySubject(v, "record_kind", "record_id"), is(BySelf, "user_id", v.UserID)), false
	case id.AuditEntry:
		if v.Rights.Auditor {
			return []Rule{{Name: ByAll}}, true
		}
		return nil, false
	case id.Token:
		if v.Rights.Allows("revokeUserToken") {
			return []Rule{{Name: ByAll}}, true
		}
		return []Rule{is(BySelf, "user_id", v.UserID)}, false
	case id.Session:
		return []Rule{is(BySelf, "user_id", v.UserID)}, false
	case id.Role:
		rs, all := granted(v, kind, w)
		return append(rs, Rule{Name: BySelf, Holds: func(s *sql.Selector) *sql.Predicate { return hasRole(s, v.UserID) }}), all
	case id.Delegation:
		return []Rule{is(BySelf, "user_id", v.UserID), is(BySelf, "delegate_id", v.UserID)}, false
	}
	if len(wholes[kind]) > 0 {
		return byWhole(v, kind, w)
	}
	return granted(v, kind, w)
}

// outright tells whether it needs no rule to say that the viewer sees none, or all, of a kind.
func outright(v call.Viewer, kind id.Kind) (none, all bool) {
	none = v.Nobody() || !v.Rights.Reads(kind)
	return none, !none && v.Admin()
}

// wholes are the kinds that a part belongs to; who sees one of them sees the part.
var wholes = map[id.Kind][]id.Kind{
	id.QuoteVersion: {id.Quote}, id.QuoteLine: {id.QuoteVersion}, id.PaymentPlanItem: {id.Contract},
	id.OrderLine: {id.Order}, id.ShipmentLine: {id.Shipment}, id.AcceptanceLine: {id.Acceptance},
	id.InvoiceLine: {id.Invoice}, id.Allocation: {id.Invoice, id.Payment},
}

// hasRole holds for the roles of a user.
func hasRole(s *sql.Selector, userID string) *sql.Predicate {
	t := sql.Dialect(s.Dialect()).Table("user_roles")
	return sql.In(s.C("id"), sql.Dialect(s.Dialect()).Select(t.C("role_id")).From(t).Where(sql.EQ(t.C("user_id"), userID)))
}

// IsPart tells whether the kind's records belong to others, whose grants hold for them.
func IsPart(kind id.Kind) bool { return len(wholes[kind]) > 0 }

func byWhole(v call.Viewer, part id.Kind, w way) ([]Rule, bool) {
	var out []Rule
	for _, whole := range wholes[part] {
		rs, all := rules(v, whole, w)
		if all {
			return rs, true
		}
		if len(rs) == 0 {
			continue
		}
		out = append(out, w.through(ByWhole, whole, columnTo(part, whole), func(s *sql.Selector) { s.Where(w.holds(s, whole, rs)) }))
	}
	return out, false
}

// bySubject are the rows that are about a record of any kind, named by two columns.
func bySubject(v call.Viewer, kindColumn, idColumn string) []Rule {
	var open []any
	var out []Rule
	for _, kind := range subjects() {
		rs, all := rules(v, kind, way{of: ofAll}) // the log and the like are gone through
		switch {
		case all:
			open = append(open, string(kind))
		case len(rs) > 0:
			out = append(out, Rule{Name: BySubject, Via: kind, Holds: func(s *sql.Selector) *sql.Predicate {
				t := sql.Dialect(s.Dialect()).Table(tableOf(kind))
				q := sql.Dialect(s.Dialect()).Select(t.C("id")).From(t)
				q.Where(way{of: ofAll}.holds(q, kind, rs))
				return sql.And(sql.EQ(s.C(kindColumn), string(kind)), sql.In(s.C(idColumn), q))
			}})
		}
	}
	if len(open) > 0 {
		out = append(out, Rule{Name: ByAll, Holds: func(s *sql.Selector) *sql.Predicate { return unsought(s, sql.In(s.C(kindColumn), open...)) }})
	}
	return out
}

// unsought is a condition on a column that holds for a good part of a table. SQLite, which knows nothing of how much
// that is, would look all of it up by an index and sort it: it does not where the column is an expression.
func unsought(s *sql.Selector, p *sql.Predicate) *sql.Predicate {
	if s.Dialect() != dialect.SQLite {
		return p
	}
	return sql.P(func(b *sql.Builder) { b.WriteString("+").Join(p) })
}

// Changes tells how much of what happens to records of a kind the viewer may see: all, or what happens to the records
// of a predicate, which are none where it is nil. It says of a change in hand what Rows says of the log.
func Changes(v call.Viewer, kind id.Kind) (of func(*sql.Selector), all bool) {
	if none, all := outright(v, id.Change); none || all {
		return nil, all
	}
	if !slices.Contains(subjects(), kind) {
		return nil, false
	}
	rs, all := rules(v, kind, way{})
	if len(rs) == 0 || all {
		return nil, all
	}
	return func(s *sql.Selector) { s.Where(either(s, rs)) }, false
}

// is holds where a column names one record.
func is(name Cause, column, value string) Rule {
	return Rule{Name: name, Holds: func(s *sql.Selector) *sql.Predicate { return sql.EQ(s.C(column), value) }}
}

// in holds where a column names one of several records.
func in(name Cause, column string, values []string) Rule {
	return Rule{Name: name, Holds: func(s *sql.Selector) *sql.Predicate { return store.Among(s.C(column), values) }}
}

// through holds where a column names a record of another kind that a condition holds for.
func (w way) through(name Cause, via id.Kind, column string, where func(*sql.Selector)) Rule {
	return Rule{Name: name, Via: via, Holds: func(s *sql.Selector) *sql.Predicate {
		q := inside(s, via)
		where(q)
		return w.names(s, column, q, "id")
	}}
}

// inside is a query of a kind that stands inside another, under a name of its own: it may be of the same table.
func inside(s *sql.Selector, kind id.Kind) *sql.Selector {
	outer := strings.FieldsFunc(s.C("id"), func(r rune) bool { return r == '"' || r == '`' || r == '.' })[0]
	d := sql.Dialect(s.Dialect())
	return d.Select().From(d.Table(tableOf(kind)).As(outer + "_" + tableOf(kind)))
}

// names holds where a column of the outer query is a key that the inner one finds: for some rows it is looked up whether it
// finds theirs, for many all keys are found once. SQLite finds them once either way.
func (w way) names(s *sql.Selector, column string, q *sql.Selector, key string) *sql.Predicate {
	if w.of != ofSome || s.Dialect() == dialect.SQLite {
		return sql.In(s.C(column), q.Select(q.C(key)))
	}
	found := q.P()
	q.SetP(sql.ColumnsEQ(q.C(key), s.C(column)))
	if found != nil {
		q.Where(sql.P(func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(found) }) }))
	}
	return sql.Exists(q.Select(q.C(key)))
}
