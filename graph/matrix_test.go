package graph_test

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// The matrix (hardening.md, promise 6): what a viewer may not see gives no signal, by whatever way they ask. It is
// generated: the kinds from ent's description, the ways from the API's schema. A way is asked, then what is hidden
// changes behind the API's back, then it is asked again: the two answers have to be the same, byte for byte. A new kind,
// field, list, filter, order, figure or verb is found by itself.

// matrix is a company with two deals, of which the viewers of the matrix own nothing.
type matrix struct {
	*api
	t      *testing.T
	deals  []*deal
	known  []subject
	raw    *sql.DB
	inUse  []string // categories
	undo   []string // statements that take copies back
	copies int
	rows   bool // rows are hidden, not fields
}

func newMatrix(t *testing.T, a *api) *matrix {
	t.Helper()
	m := &matrix{api: a, t: t}
	for i, name := range []string{"深圳蓝海科技有限公司", "苏州博远智造有限公司"} {
		m.deals = append(m.deals, sell(t, a, name).deliver().bill(fmt.Sprintf("%d000.00", 3+i)))
	}
	due := at(a.get(t, stage.Finance, "{ planItems(filter: {billable: true}) { edges { node { id } } } }", nil), "planItems.edges.0.node.id")
	credited := m.deals[0].do(stage.Finance, "draftInvoice", "", vars{"planItemIds": []any{due}})
	m.deals[0].do(stage.Finance, "postInvoice", "", vars{"id": credited["id"]})
	m.deals[0].do(stage.Finance, "creditInvoice", "", vars{"id": credited["id"], "reason": "PRICE"})
	a.Drain()
	return m
}

// viewer is a newcomer with a role of the given rights, who owns nothing.
func (m *matrix) viewer(name string, rights ...role.Document) string {
	m.t.Helper()
	ctx := m.As(stage.Sales)
	u := ltctest.Got(people.AddUser(ctx, m.Store, people.NewUser{Name: name, Email: name + "@matrix.example", Department: stage.Sales}))(m.t)
	v := ltctest.Got(people.Viewer(ctx, m.Store, u.ID))(m.t)
	v.DepartmentID, v.Below = "dep_of_nobody", nil
	v.Rights = role.Union(rights...)
	m.viewers[name] = v
	return name
}

func TestAHiddenRowGivesNoSignal(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		m.rows = true
		roles := map[string]role.Document{"none": {}}
		for _, b := range role.Builtins() {
			if !b.Rights.Administrator {
				roles[b.Key] = b.Rights
			}
		}
		for _, kind := range role.Kinds() { // all but one kind
			d := role.Document{Grants: map[id.Kind]role.Grant{}}
			for _, k := range role.Kinds() {
				d.Grants[k] = role.Grant{Scope: role.All}
			}
			d.Grants[kind] = role.Grant{Scope: role.Own}
			roles["all_but_"+string(kind)] = d
		}
		tried := map[id.Kind]bool{}
		for _, name := range slices.Sorted(maps.Keys(roles)) {
			as := m.viewer(name, roles[name])
			before := m.ask(as)
			for _, kind := range m.copyHidden(a.viewers[as]) {
				tried[kind] = true
			}
			after := m.ask(as)
			if name == "all_but_credit_note" { // what an invoice still asks for is its fact, whoever sees the notes
				forget(before, "receivablesSummary")
			}
			m.compare(name, before, after)
			m.takeBack()
		}
		for _, kind := range role.Kinds() {
			if !tried[kind] {
				t.Errorf("no %s was hidden from anyone, so none was tried", kind)
			}
		}
	})
}

// forget leaves out the ways of a root field.
func forget(ways map[string]string, field string) {
	maps.DeleteFunc(ways, func(way, _ string) bool { return strings.HasPrefix(way, "{ "+field) })
}

// together is how many fields of a kind are hidden at once.
const together = 3

func TestAHiddenFieldGivesNoSignal(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		fields := m.maskable()
		rounds := 0
		for _, of := range fields {
			rounds = max(rounds, (len(of)+together-1)/together)
		}
		for round := range rounds {
			d := role.Document{Grants: map[id.Kind]role.Grant{}, Fields: map[id.Kind]map[string]role.Sight{}}
			for _, k := range role.Kinds() {
				d.Grants[k] = role.Grant{Scope: role.All}
			}
			hidden := map[id.Kind][]string{}
			for kind, of := range fields {
				d.Fields[kind] = map[string]role.Sight{}
				for i := round; i < len(of); i += rounds {
					hidden[kind] = append(hidden[kind], of[i])
					d.Fields[kind][of[i]] = role.Hidden
				}
			}
			as := m.viewer(fmt.Sprintf("round_%d", round), d)
			before := m.ask(as)
			m.changeHidden(a.viewers[as], hidden)
			m.compare(fmt.Sprintf("hidden %v", hidden), before, m.ask(as))
		}
	})
}

// maskable are the fields that can be hidden, by kind, as the API tells them.
func (m *matrix) maskable() map[id.Kind][]string {
	m.t.Helper()
	out := map[id.Kind][]string{}
	for _, k := range at(m.get(m.t, stage.Sales, "{ rightsCatalogue { kind fields } }", nil), "rightsCatalogue").([]any) {
		kind := id.Kind(strings.ToLower(at(k, "kind").(string)))
		for _, f := range at(k, "fields").([]any) {
			out[kind] = append(out[kind], f.(string))
		}
	}
	return out
}

// compare tells every way whose two answers differ.
func (m *matrix) compare(what string, before, after map[string]string) {
	m.t.Helper()
	for _, way := range slices.Sorted(maps.Keys(before)) {
		if before[way] != after[way] {
			m.t.Errorf("%s: a signal by %.160s\n%s", what, way, difference(before[way], after[way]))
		}
	}
}

// difference is where two answers part.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, min(i, len(s))-160):min(len(s), i+120)] }
	return "before ..." + cut(a) + "\nafter  ..." + cut(b)
}

// hiddenOf are the ids of a kind's records that a viewer does not see.
func (m *matrix) hiddenOf(v call.Viewer, kind id.Kind) []string {
	m.t.Helper()
	seen := map[string]bool{}
	for _, n := range ltctest.Got(db.Nodes(m.t.Context(), m.Reader(), kind, access.Rows(v, kind)))(m.t) {
		seen[n.NodeID()] = true
	}
	var out []string
	for _, n := range ltctest.Got(db.Nodes(m.t.Context(), m.Reader(), kind))(m.t) {
		if !seen[n.NodeID()] {
			out = append(out, n.NodeID())
		}
	}
	return out
}
