package access

import (
	"maps"
	"slices"
	"sync"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// reach is how far the viewer's grants for a kind go: whose records, which departments' records, and which of the
// kind by a filter. It knows the rules that say so of any kind with an owner.
type reach struct {
	viewer      call.Viewer
	owners      []string
	reports     []string
	departments []string
	filters     [][]role.Condition
}

// reachOf adds the kind's grants up.
func reachOf(v call.Viewer, kind id.Kind) (r reach, all, any bool) {
	r.viewer = v
	for _, g := range v.Rights.Grants(kind) {
		any = true
		switch g.Scope {
		case role.All:
			return r, true, true
		case role.Reports:
			r.reports = v.Reports
		case role.Department:
			r.departments = append(r.departments, v.DepartmentID)
		case role.DepartmentTree:
			r.departments = append(r.departments, v.Below...)
			r.reports = v.Reports
		case role.Filter:
			r.filters = append(r.filters, g.Where)
		}
	}
	r.owners = append([]string{v.UserID}, v.Delegators...)
	slices.Sort(r.departments)
	r.departments = slices.Compact(r.departments)
	return r, false, any
}

// owned are the rules over the columns of an owner and a department.
func (r reach) owned() []Rule {
	out := []Rule{{Name: ByOwner, Holds: r.owns}}
	if len(r.reports) > 0 {
		out = append(out, in(ByReports, "owner_id", r.reports))
	}
	if len(r.departments) > 0 {
		out = append(out, in(ByDepartment, "department_id", r.departments))
	}
	return out
}

// owns holds for what the viewer owns, and for what nobody owns yet and they made.
func (r reach) owns(s *sql.Selector) *sql.Predicate {
	makers := r.owners
	if !slices.Contains(makers, r.viewer.Principal) { // a program of theirs
		makers = append(slices.Clone(makers), r.viewer.Principal)
	}
	return sql.Or(
		store.Among(s.C("owner_id"), r.owners),
		sql.And(sql.IsNull(s.C("owner_id")), store.Among(s.C("created_by"), makers)),
	)
}

// granted are the rules of a kind that roles grant.
func granted(v call.Viewer, kind id.Kind, w way) ([]Rule, bool) {
	r, all, any := reachOf(v, kind)
	if all {
		return []Rule{{Name: ByAll}}, true
	}
	if !any {
		rs := letIn(v, kind, w.edit)
		return rs[:min(1, len(rs))], false // somebody let them in on this very record
	}
	switch kind {
	case id.User:
		return r.people("id", "department_id"), false
	case id.Department:
		return []Rule{in(ByDepartment, "id", append(slices.Clone(r.departments), v.DepartmentID))}, false
	case id.Product, id.Role:
		return r.filtered(kind), false
	}
	out := append(r.owned(), r.filtered(kind)...)
	out = append(out, r.related(kind, w)...)
	return append(out, letIn(v, kind, w.edit)...), false
}

// people are the rules over the column that names a person, and the one of the person's department.
func (r reach) people(column, department string) []Rule {
	out := []Rule{in(BySelf, column, r.owners)}
	if len(r.reports) > 0 {
		out = append(out, in(ByReports, column, r.reports))
	}
	if len(r.departments) > 0 {
		out = append(out, in(ByDepartment, department, r.departments))
	}
	return out
}

// filtered are the rules of Filter scopes.
func (r reach) filtered(kind id.Kind) []Rule {
	var out []Rule
	for _, where := range r.filters {
		if len(where) == 0 || slices.ContainsFunc(where, func(c role.Condition) bool { return !Filterable(kind, c.Field) }) {
			continue // a filter that says nothing, or names what is not there, lets nothing through
		}
		out = append(out, Rule{Name: ByFilter, Holds: func(s *sql.Selector) *sql.Predicate {
			ps := make([]*sql.Predicate, len(where))
			for i, c := range where {
				ps[i] = store.Among(s.C(c.Field), c.Values)
			}
			return sql.And(ps...)
		}})
	}
	return out
}

// Filterable tells whether a Filter scope may compare the kind's column.
func Filterable(kind id.Kind, column string) bool {
	return slices.Contains(db.Tables[kind].Texts, column)
}

// related are the rules of relations: who owns an account sees all that belongs to it, whoever made it; a journey's
// people see the journey; and who works on a journey sees whose it is.
func (r reach) related(kind id.Kind, w way) []Rule {
	refs := db.Tables[kind].Refs
	mine := func(s *sql.Selector) { s.Where(either(s, r.owned())) }
	var out []Rule
	switch kind {
	case id.Account:
		out = append(out, w.through(ByAccount, id.Account, "parent_id", mine), r.worked("account_id", w))
	case id.Journey:
		out = append(out, w.through(ByAccount, id.Account, "account_id", mine))
		return append(out, r.journeys(w)...)
	case id.Contact:
		rs, all := rules(r.viewer, id.Account, way{of: w.of})
		if all {
			return append(out, Rule{Name: ByAccount, Via: id.Account, Holds: func(s *sql.Selector) *sql.Predicate { return sql.NotNull(s.C("account_id")) }})
		}
		return append(out, w.through(ByAccount, id.Account, "account_id", func(s *sql.Selector) { s.Where(w.holds(s, id.Account, rs)) }))
	default:
		if refs["account_id"] == id.Account {
			out = append(out, w.through(ByAccount, id.Account, "account_id", mine))
		}
	}
	if refs["journey_id"] == id.Journey {
		out = append(out, w.through(ByJourney, id.Journey, "journey_id", mine))
	}
	return out
}

// worked holds for what the viewer's own journeys name in a column.
func (r reach) worked(column string, w way) Rule {
	return Rule{Name: ByWork, Via: id.Journey, Holds: func(s *sql.Selector) *sql.Predicate {
		q := inside(s, id.Journey)
		q.Where(sql.And(sql.NotNull(q.C(column)), either(q, r.owned())))
		return w.names(s, "id", q, column)
	}}
}

// journeys are the rules by which a record lets its viewer see the journey that it belongs to.
func (r reach) journeys(w way) []Rule {
	var out []Rule
	for _, kind := range role.Kinds() {
		if db.Tables[kind].Refs["journey_id"] != id.Journey {
			continue
		}
		of, all, any := reachOf(r.viewer, kind)
		if !any {
			continue
		}
		out = append(out, Rule{Name: ByWork, Via: kind, Holds: func(s *sql.Selector) *sql.Predicate {
			q := inside(s, kind)
			if !all {
				q.Where(either(q, of.owned()))
			}
			return w.names(s, "id", q, "journey_id")
		}})
	}
	return out
}

// letIn are the rules of collaborators: those of the record itself, and those of what it belongs to where they were
// let in on all of it. The record's own rule is the first.
func letIn(v call.Viewer, kind id.Kind, edit bool) []Rule {
	if v.UserID == "" || !db.Tables[kind].HasOwner {
		return nil
	}
	out := []Rule{collaborates(v, "id", "", edit, false)}
	refs := db.Tables[kind].Refs
	for _, column := range slices.Sorted(maps.Keys(refs)) {
		if whole := refs[column]; db.Tables[whole].HasOwner {
			out = append(out, collaborates(v, column, whole, edit, true))
		}
	}
	return out
}

func collaborates(v call.Viewer, column string, via id.Kind, edit, cascade bool) Rule {
	return Rule{Name: ByCollaborator, Via: via, Holds: func(s *sql.Selector) *sql.Predicate {
		t := sql.Dialect(s.Dialect()).Table(tableOf(id.Collaborator))
		q := sql.Dialect(s.Dialect()).Select(t.C("record_id")).From(t).Where(sql.EQ(t.C("user_id"), v.UserID))
		if edit {
			q.Where(sql.EQ(t.C("level"), "edit"))
		}
		if cascade {
			q.Where(sql.EQ(t.C("cascade"), true))
		}
		return sql.In(s.C(column), q)
	}}
}

func tableOf(kind id.Kind) string { return db.Tables[kind].Name }

// columnTo is the column by which a part names its whole.
func columnTo(part, whole id.Kind) string {
	for column, kind := range db.Tables[part].Refs {
		if kind == whole {
			return column
		}
	}
	return ""
}

// subjects are the kinds that changes and collaborators are about.
var subjects = sync.OnceValue(func() []id.Kind {
	var out []id.Kind
	for kind, t := range db.Tables {
		if t.HasVersion && kind != id.Invitation && kind != id.Delegation && kind != id.Collaborator {
			out = append(out, kind)
		}
	}
	slices.Sort(out)
	return out
})

// Filterables are the kind's columns that a Filter scope may compare, but for those that say how the record was made.
func Filterables(kind id.Kind) []string {
	out := []string{}
	for _, c := range db.Tables[kind].Texts {
		if c != "id" && c != "created_by" && c != "updated_by" {
			out = append(out, c)
		}
	}
	return out
}
