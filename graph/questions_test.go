package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// questions makes random operations over the whole schema: any record by its id, any list with any of its arguments,
// and whatever they lead to; with aliases, fragments, conditions, and cursors that were answered before.
type questions struct {
	roots   []string // lists and records
	ids     []string // of all records
	byKind  map[id.Kind][]string
	cursors map[string][]string // by list
	viewers []call.Viewer
}

// newQuestions fills the company with three deals at different points, one of them with a settlement that was taken back, and knows people of every sort.
func newQuestions(t *testing.T, a *api) *questions {
	t.Helper()
	paid := sell(t, a, "深圳蓝海 \"科技\"\t有限公司").deliver().bill("3000.00")
	paid.takeBack()
	due := at(a.get(t, stage.Finance, "{ planItems(filter: {billable: true}) { edges { node { id } } } }", nil), "planItems.edges.0.node.id")
	credited := paid.do(stage.Finance, "draftInvoice", "", vars{"planItemIds": []any{due}})
	paid.do(stage.Finance, "postInvoice", "", vars{"id": credited["id"]})
	paid.do(stage.Finance, "creditInvoice", "", vars{"id": credited["id"], "reason": "PRICE"})
	sell(t, a, "苏州博远智造有限公司").deliver()
	d := sell(t, a, "Acme \\ Söhne")
	a.get(t, boss, `mutation($in: AddCollaboratorInput!) { addCollaborator(input: $in) { id } }`,
		vars{"in": vars{"recordId": d.opportunity, "userId": a.People[stage.Finance].ID, "cascade": true}})
	for i := range 4 {
		a.get(t, stage.Marketing, captureLead, lead(fmt.Sprint("线索 ", i)))
	}
	a.Drain()
	q := &questions{byKind: map[id.Kind][]string{}, cursors: map[string][]string{}}
	for _, kind := range read.KindsOfAPI() {
		for _, n := range ltctest.Got(db.Nodes(t.Context(), a.Reader(), kind))(t) {
			q.ids = append(q.ids, n.NodeID())
			q.byKind[kind] = append(q.byKind[kind], n.NodeID())
		}
	}
	slices.Sort(q.ids)
	for _, f := range contract.Query.Fields {
		if of := contract.Types[f.Type.Name()]; f.Name == "board" || strings.HasSuffix(of.Name, "Connection") && of.Fields.ForName("totalCount") != nil ||
			f.Type.Elem == nil && len(f.Arguments) == 1 && f.Arguments[0].Name == "id" {
			q.roots = append(q.roots, f.Name)
		}
	}
	q.people(t, a)
	return q
}

// takeBack takes back what the deal's payment settled, and settles less.
func (d *deal) takeBack() {
	d.t.Helper()
	settled := at(d.api.get(d.t, stage.Finance, `query($id: ID!) { payment(id: $id) { allocations { id } } }`, vars{"id": d.payment}), "payment.allocations.0.id")
	d.do(stage.Finance, "reverseAllocation", "", vars{"id": settled, "expectedVersion": d.version1(d.payment), "reason": "记错发票"})
	d.do(stage.Finance, "allocatePayment", "", vars{"id": d.payment, "allocations": []any{vars{"invoiceId": d.invoice, "amount": cny("2000.00")}}})
}

// people are everyone with a ready-made role of their own, some who stand in for others, one who looks through another's
// eyes, and some from whom fields are kept.
func (q *questions) people(t *testing.T, a *api) {
	t.Helper()
	q.viewers = append(q.viewers, call.Viewer{}, call.System(""))
	m := &matrix{api: a, t: t}
	hide := map[id.Kind]map[string]role.Sight{}
	for kind, fields := range m.maskable() {
		hide[kind] = map[string]role.Sight{}
		for i, f := range fields {
			hide[kind][f] = []role.Sight{role.Hidden, role.Masked, ""}[i%3]
		}
	}
	for i, b := range role.Builtins() {
		d := stage.Departments()[i%len(stage.Departments())]
		v := call.From(a.As(d)).Viewer
		v.Rights = role.Union(b.Rights)
		q.viewers = append(q.viewers, v)
		v.Delegators = []string{a.People[stage.Sales].ID, a.People[stage.Legal].ID}
		q.viewers = append(q.viewers, v)
		masked := b.Rights
		masked.Administrator, masked.Fields = false, hide
		v.Delegators, v.SeenBy, v.Rights = nil, a.People[stage.Sales].ID, role.Union(masked)
		q.viewers = append(q.viewers, v)
	}
	all := role.Document{Grants: map[id.Kind]role.Grant{}, Fields: hide}
	for _, k := range role.Kinds() {
		all.Grants[k] = role.Grant{Scope: role.All}
	}
	v := call.From(a.As(stage.Care)).Viewer
	v.Rights = role.Union(all)
	q.viewers = append(q.viewers, v, v, ltctest.Got(people.Viewer(t.Context(), a.Store, a.People[stage.Sales].ID))(t))
}

// learn keeps the cursors of all lists in all their orders.
func (q *questions) learn(t *testing.T, b *both) {
	t.Helper()
	for _, name := range q.roots {
		f := contract.Query.Fields.ForName(name)
		if f.Arguments.ForName("first") == nil || name == "board" {
			continue
		}
		orders := []string{""}
		if by := f.Arguments.ForName("orderBy"); by != nil {
			for _, v := range contract.Types[contract.Types[by.Type.Name()].Fields.ForName("field").Type.Name()].EnumValues {
				orders = append(orders, "(orderBy: {field: "+v.Name+", direction: ASC})")
			}
		}
		for _, order := range orders {
			page := b.get(t, boss, "{ "+name+order+" { edges { cursor } } }", nil)
			edges, _ := at(page, name+".edges").([]any)
			for _, e := range edges {
				q.cursors[name] = append(q.cursors[name], at(e, "cursor").(string))
			}
		}
	}
}

// asking is an operation that is being made.
type asking struct {
	*questions
	t         *rapid.T
	fragments []string
	aliases   int
	left      int    // how much more may be asked
	concrete  string // the type that is being asked; "" within an interface
}

// operation is a document, what its variables are, and which of its operations to ask: "" where it has one only.
func (q *questions) operation(t *rapid.T) (document string, variables vars, operations []string) {
	a := &asking{questions: q, t: t, left: 30}
	if a.chance(4) {
		document, operations = a.two(), []string{"A", "B", "A"}
	} else {
		document, operations = a.only(), []string{""}
	}
	variables = vars{}
	if a.chance(4) {
		variables["yes"] = a.chance(2)
	}
	if a.chance(4) {
		variables["no"] = a.chance(2)
	}
	return document + strings.Join(a.fragments, " "), variables, operations
}

// given are the variables of an operation, which it asks.
const given = "($yes: Boolean = true, $no: Boolean = false) { a: __typename @include(if: $yes) b: __typename @skip(if: $no)"

// only is one operation.
func (a *asking) only() string {
	var roots strings.Builder
	for i := range rapid.IntRange(1, 2).Draw(a.t, "roots") {
		field, set := a.root()
		fmt.Fprintf(&roots, " r%d: %s", i, field+set())
	}
	return "query" + given + roots.String() + " } "
}

// two are operations that share a root field, of which each asks more.
func (a *asking) two() string {
	shared, set := a.root()
	other, of := a.root()
	shared = " r0: " + shared
	return "query A" + given + " ...Shared" + shared + set() + " } query B" + given + " ...Shared r1: " + other + of() +
		" } fragment Shared on Query {" + shared + set() + " } "
}

// chance is true once in n.
func (a *asking) chance(n int) bool { return rapid.IntRange(1, n).Draw(a.t, "chance") == 1 }

func (a *asking) one(of []string) string { return rapid.SampledFrom(of).Draw(a.t, "one") }

// root is a root field, and what may be asked of it.
func (a *asking) root() (field string, set func() string) {
	f := contract.Query.Fields.ForName(a.one(a.roots))
	depth := 5
	switch {
	case f.Name == "board":
		field, depth = "board(process: "+a.one([]string{"LEAD", "OPPORTUNITY", "OPPORTUNITY", "INVOICE"})+a.board()+")", 4
	case f.Arguments.ForName("first") == nil:
		field, depth = fmt.Sprintf("%s(id: %q)", f.Name, a.idFor(f)), 3
	default:
		field = f.Name + a.arguments(f)
	}
	return field, func() string { return a.set(contract.Types[f.Type.Name()], depth) }
}

func (a *asking) board() string {
	if a.chance(2) {
		return ""
	}
	return fmt.Sprintf(", first: %d, filter: %s", rapid.IntRange(0, 3).Draw(a.t, "cards"), a.input(contract.Types["BoardFilter"]))
}

// idFor is mostly the id of a record of the field's type.
func (a *asking) idFor(f *ast.FieldDefinition) string {
	var own []string
	for kind, ids := range a.byKind {
		if read.TypeName(kind) == f.Type.Name() {
			own = ids
		}
	}
	if len(own) == 0 || a.chance(10) {
		return a.one(a.ids)
	}
	return a.one(own)
}

func (a *asking) arguments(f *ast.FieldDefinition) string {
	var out []string
	for _, d := range f.Arguments {
		switch {
		case d.Name == "filter" && a.chance(2):
			out = append(out, "filter: "+a.input(contract.Types[d.Type.Name()]))
		case d.Name == "orderBy" && a.chance(2):
			out = append(out, fmt.Sprintf("orderBy: {field: %s, direction: %s}",
				a.value(contract.Types[d.Type.Name()].Fields.ForName("field").Type), a.one([]string{"ASC", "DESC"})))
		case d.Name == "first" && a.chance(2), d.Name == "last" && a.chance(5):
			out = append(out, fmt.Sprintf("%s: %d", d.Name, rapid.IntRange(0, 5).Draw(a.t, d.Name)))
		case (d.Name == "after" || d.Name == "before") && a.chance(3) && len(a.cursors[f.Name]) > 0:
			out = append(out, fmt.Sprintf("%s: %q", d.Name, a.one(append([]string{"nonsense"}, a.cursors[f.Name]...))))
		case d.Name == "account" || d.Name == "overdue":
			if a.chance(3) {
				out = append(out, d.Name+": "+a.value(d.Type))
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "(" + strings.Join(out, ", ") + ")"
}

func (a *asking) input(def *ast.Definition) string {
	var out []string
	for _, f := range def.Fields {
		if a.chance(4) {
			out = append(out, f.Name+": "+a.value(f.Type))
		}
	}
	return "{" + strings.Join(out, ", ") + "}"
}

func (a *asking) value(t *ast.Type) string {
	if t.Elem != nil {
		return "[" + a.value(t.Elem) + "]"
	}
	switch def := contract.Types[t.NamedType]; {
	case def.Kind == ast.Enum:
		return def.EnumValues[rapid.IntRange(0, len(def.EnumValues)-1).Draw(a.t, "enum")].Name
	case def.Name == "ID":
		return fmt.Sprintf("%q", a.one(a.ids))
	case def.Name == "Boolean":
		return fmt.Sprint(a.chance(2))
	case def.Name == "Date":
		return `"2026-05-01"`
	}
	return fmt.Sprintf("%q", a.one([]string{"公司", "1", "a", "100%", "new", "陈", ""}))
}
