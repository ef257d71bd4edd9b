package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

// contract is the schema that the API is generated from.
var contract = gen.NewExecutableSchema(gen.Config{}).Schema()

// all is a selection of every field of a type, and of the records that it leads to, so many deep.
func all(typ string, deep int) string { return allBut(typ, deep, nil) }

// allBut leaves fields out, by type and name.
func allBut(typ string, deep int, out map[string]bool) string {
	var b strings.Builder
	for _, f := range contract.Types[typ].Fields {
		of := contract.Types[f.Type.Name()]
		switch {
		case strings.HasPrefix(f.Name, "__") || len(f.Arguments) > 0 || out[typ+"."+f.Name]:
		case of.IsLeafType():
			b.WriteString(f.Name + " ")
		case of.Kind == ast.Interface:
			b.WriteString(f.Name + " { __typename id } ")
		case deep > 0 || of.Name == "Money" || of.Name == "Text":
			fmt.Fprintf(&b, "%s { %s} ", f.Name, allBut(of.Name, deep-1, out))
		}
	}
	return b.String()
}

func TestEveryFieldOfEveryRecordCanBeReadAtOnce(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "深圳蓝海科技有限公司").deliver().bill("10000.00")
		due := at(a.get(t, stage.Finance, "{ planItems(filter: {billable: true}) { edges { node { id } } } }", nil), "planItems.edges.0.node.id")
		credited := d.do(stage.Finance, "draftInvoice", "", vars{"planItemIds": []any{due}})
		d.do(stage.Finance, "postInvoice", "", vars{"id": credited["id"]})
		note := d.do(stage.Finance, "creditInvoice", "", vars{"id": credited["id"], "reason": "PRICE"})
		for typ, id := range map[string]any{
			"Lead": d.lead, "Account": d.account, "Opportunity": d.opportunity, "Quote": d.quote, "QuoteVersion": d.version,
			"Contract": d.contract, "Order": d.order, "Shipment": d.shipment, "Acceptance": d.acceptance, "Invoice": d.invoice,
			"PaymentPlanItem": d.item, "Payment": d.payment, "CreditNote": note["id"], "Journey": d.journey,
		} {
			got := a.get(t, boss, fmt.Sprintf("query($id: ID!) { node(id: $id) { __typename ... on %s { %s } } }", typ, all(typ, 1)), vars{"id": id})
			if at(got, "node.__typename") != typ || at(got, "node.id") != id {
				t.Errorf("%s %s: %v", typ, id, got)
			}
		}
	})
}

// lists are the queries that answer more than one record, each with all that its records lead to, by their names.
func lists() map[string]string {
	out := map[string]string{}
	for _, f := range contract.Query.Fields {
		of, args, deep := f.Type.Name(), "", 3
		isList := f.Type.Elem != nil || strings.HasSuffix(of, "Connection") || strings.HasSuffix(of, "Summary") || of == "Board"
		switch {
		case strings.HasPrefix(f.Name, "__") || !isList || f.Arguments.ForName("id") != nil || f.Arguments.ForName("userId") != nil:
			continue
		case f.Name == "board":
			args = "(process: OPPORTUNITY)"
		case f.Name == "waiting":
			args = "(department: FINANCE)"
		case f.Name == "search":
			args = `(text: "客户")`
		case f.Name == "journeys", of == "StageChangeConnection":
			deep = 2
		}
		out[f.Name] = "{ " + f.Name + args + " { " + all(of, deep) + "} }"
	}
	return out
}

func TestEveryListCanBeReadWithAllThatItsRecordsLeadTo(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		sell(t, a, "深圳蓝海科技有限公司").deliver().bill("10000.00")
		a.Drain()
		ltctest.Got(people.IssueToken(a.As(stage.Sales), a.Store, a.People[stage.Sales].Email, "ERP", nil))(t)
		a.ask(t, stage.Finance, captureLead, lead("陈晨")) // is refused, which the audit says
		for name, operation := range lists() {
			got := a.get(t, boss, operation, nil)
			if edges, ok := at(got, name+".edges").([]any); ok && len(edges) == 0 {
				t.Errorf("%s is empty", name)
			}
		}
	})
}
