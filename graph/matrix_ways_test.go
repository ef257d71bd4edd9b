package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/errgroup"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/stage"
)

// unstable are queries whose answers change by being asked, or are about the asker's own browser only.
var unstable = map[string]bool{"auditEntries": true, "sessions": true, "tokens": true, "rightsCatalogue": true, "apiLimits": true}

// ask asks in every way there is, and answers what was answered, by the way.
func (m *matrix) ask(as string) map[string]string {
	m.t.Helper()
	ltctest.Must(m.t, search.Rebuild(m.t.Context(), m.Store)) // what changed behind the API's back is no news to a reader
	out := map[string]string{}
	ways := m.ways()
	answers := make([]string, len(ways))
	var group errgroup.Group
	group.SetLimit(8)
	for i, way := range ways {
		group.Go(func() error {
			text, err := json.Marshal(m.api.ask(m.t, stage.Department(as), way, nil))
			answers[i] = string(text)
			return err
		})
	}
	ltctest.Must(m.t, group.Wait())
	for i, way := range ways {
		text := answers[i]
		if strings.Contains(text, `"INTERNAL"`) || strings.Contains(text, "must not be null") {
			m.t.Errorf("%s: %.100s answers %.300s\n%.2000s", as, way, text, m.log)
		}
		out[way] = text
	}
	return out
}

// ways are queries of every root field: each record by its id with all that it leads to, each list plain, by each value
// of each filter, in each order and counted, and each figure.
func (m *matrix) ways() []string {
	var out []string
	for _, r := range m.records() {
		out = append(out, fmt.Sprintf("{ node(id: %q) { __typename ... on %s { %s } } }", r.id, r.typ, m.all(r.typ, 1)))
	}
	for _, f := range contract.Query.Fields {
		if strings.HasPrefix(f.Name, "__") || unstable[f.Name] {
			continue
		}
		out = append(out, m.waysOf(f)...)
	}
	return out
}

// facts are what a document tells of its own progress, true for all who see it whoever sees the documents that brought
// it there: they are no way to a hidden row.
var facts = map[string]bool{
	"Contract.invoiced": true, "Contract.paid": true, "PaymentPlanItem.invoiced": true, "PaymentPlanItem.paid": true,
	"Order.shipped": true, "Order.delivered": true, "Order.accepted": true, "Order.invoicedProgress": true,
	"Order.paidProgress": true, "Order.invoiced": true, "Order.paid": true, "OrderLine.plannedQuantity": true,
	"OrderLine.shippedQuantity": true, "OrderLine.deliveredQuantity": true, "OrderLine.acceptedQuantity": true,
	"OrderLine.rejectedQuantity": true, "OrderLine.invoicedQuantity": true, "Invoice.paid": true, "Invoice.credited": true,
	"Invoice.outstanding": true, "Invoice.paymentStatus": true, "Invoice.overdueDays": true, "Payment.allocated": true,
	"Payment.unallocated": true,
}

// all is every field of a type, so many deep; without the facts of documents where rows are hidden.
func (m *matrix) all(typ string, deep int) string {
	if !m.rows {
		return all(typ, deep)
	}
	return allBut(typ, deep, facts)
}

func (m *matrix) waysOf(f *ast.FieldDefinition) []string {
	of := contract.Types[f.Type.Name()]
	selection := "{ " + m.all(of.Name, 2) + "}"
	if of.IsAbstractType() {
		selection = "{ __typename ... on Node { id } }"
	}
	required := m.required(f)
	var out []string
	for _, args := range required {
		out = append(out, query(f.Name, args, selection))
		for _, arg := range f.Arguments {
			for _, value := range m.optional(arg) {
				few := selection
				if strings.HasSuffix(of.Name, "Connection") && contract.Types[strings.TrimSuffix(of.Name, "Connection")] != nil {
					few = "{ totalCount edges { node { id } } }"
					if of.Fields.ForName("totalCount") == nil {
						few = "{ edges { cursor } }"
					}
				}
				out = append(out, query(f.Name, append(args[:len(args):len(args)], arg.Name+": "+value), few))
			}
		}
	}
	return out
}

func query(name string, args []string, selection string) string {
	if len(args) > 0 {
		name += "(" + strings.Join(args, ", ") + ")"
	}
	return "{ " + name + " " + selection + " }"
}

// required are the ways to give a field's required arguments: one for each record where it asks for an id.
func (m *matrix) required(f *ast.FieldDefinition) [][]string {
	var names []string
	for _, arg := range f.Arguments {
		if arg.Type.NonNull {
			names = append(names, arg.Name)
			if arg.Type.Name() == "RecordKind" {
				return [][]string{{arg.Name + ": OPPORTUNITY"}, {arg.Name + ": LEAD"}}
			}
		}
	}
	if len(names) == 0 {
		return [][]string{nil}
	}
	var out [][]string
	if f.Name == "search" {
		for _, text := range []string{"深圳", "蓝海", "slan", "sz", "1", "1380000", "example", "copy", "changed"} {
			out = append(out, []string{fmt.Sprintf("%s: %q, first: 50", names[0], text)})
		}
		return out
	}
	for _, r := range m.records() {
		if f.Type.Name() == r.typ || f.Name == "whyCanISee" || f.Name == "whoCanSee" || f.Name == "collaborators" || f.Name == "holdings" && r.typ == "User" {
			out = append(out, []string{fmt.Sprintf("%s: %q", names[0], r.id)})
		}
	}
	return out
}

// optional are values of an optional argument: each order, and each value of each condition of a filter.
func (m *matrix) optional(arg *ast.ArgumentDefinition) []string {
	def := contract.Types[arg.Type.Name()]
	switch {
	case arg.Type.NonNull || def.Kind != ast.InputObject && arg.Type.Name() != "ID" && arg.Type.Name() != "Boolean":
		return nil
	case arg.Type.Name() == "ID" || arg.Type.Name() == "Boolean":
		return m.values(arg.Type)
	}
	if o := def.Fields.ForName("direction"); o != nil {
		var out []string
		for _, v := range contract.Types[def.Fields.ForName("field").Type.Name()].EnumValues {
			out = append(out, "{field: "+v.Name+", direction: ASC}", "{field: "+v.Name+", direction: DESC}")
		}
		return out
	}
	var out []string
	for _, f := range def.Fields {
		for _, v := range m.values(f.Type) {
			out = append(out, "{"+f.Name+": "+v+"}")
		}
	}
	return out
}

// values are values of a filter's condition.
func (m *matrix) values(t *ast.Type) []string {
	if t.Elem != nil {
		var out []string
		for _, v := range m.values(t.Elem) {
			out = append(out, "["+v+"]")
		}
		return out
	}
	def := contract.Types[t.Name()]
	switch {
	case t.Name() == "StageCategory":
		return m.categories()
	case def.Kind == ast.Enum:
		var out []string
		for _, v := range def.EnumValues {
			out = append(out, v.Name)
		}
		return out
	case t.Name() == "Boolean":
		return []string{"true", "false"}
	case t.Name() == "ID":
		var out []string
		last := ""
		for _, r := range m.records() {
			if r.typ == last {
				continue // the first of each is enough
			}
			last = r.typ
			switch r.typ {
			case "Account", "Opportunity", "User", "Journey", "Contract", "Order", "Product":
				out = append(out, fmt.Sprintf("%q", r.id))
			}
		}
		return out
	case t.Name() == "String":
		return []string{`"深圳"`, `"changed"`, `"-0"`, `"copy"`}
	case t.Name() == "Date":
		return []string{`"2026-05-01"`, `"2031-01-01"`}
	case t.Name() == "Time":
		return []string{`"2026-03-02T01:30:00Z"`}
	}
	return nil
}
