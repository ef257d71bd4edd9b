package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/stage"
)

// payload is a verb that has been called once; under the same key it answers its record again, to any selection.
type payload struct {
	verb string
	as   call.Viewer
	in   vars
}

func (p payload) key() string { return "payload-" + p.verb }

// operation calls the verb with a selection of what it answers.
func (p payload) operation(selection string) string {
	return fmt.Sprintf("mutation($in: %s!, $yes: Boolean = true, $no: Boolean = false) { r: %s(input: $in) @include(if: $yes) @skip(if: $no) %s }",
		contract.Mutation.Fields.ForName(p.verb).Arguments.ForName("input").Type.Name(), p.verb, selection)
}

// payloads calls verbs of all departments that answer records of many kinds.
func payloads(t *testing.T, a *api) []payload {
	t.Helper()
	d := sell(t, a, "宁波海川机电有限公司").deliver().bill("100.00")
	var out []payload
	call := func(as stage.Department, verb string, in vars) string {
		p := payload{verb, a.viewers[string(as)], in}
		got := a.get(t, as, p.operation("{ __typename ... on Node { id } }"), vars{"in": in}, "Idempotency-Key", p.key())
		out = append(out, p)
		return at(got, "r.id").(string)
	}
	now := func(id string) any { return d.version1(id) }
	l := call(stage.Marketing, "captureLead", lead("孙悦")["in"].(vars))
	call(stage.Marketing, "assignLead", vars{"id": l, "ownerId": a.People[stage.Sales].ID, "expectedVersion": now(l)})
	call(stage.Sales, "createAccount", vars{"name": "青岛明远物流有限公司"})
	call(stage.Sales, "updateAccount", vars{"id": d.account, "region": "华东", "expectedVersion": now(d.account)})
	call(stage.Sales, "createContact", vars{"name": "周建国", "accountId": d.account})
	call(stage.Sales, "createProduct", vars{"sku": "PAYLOAD", "name": "滚筒线", "listPrice": "8000"})
	o := call(stage.Sales, "createOpportunity", vars{"name": "二期", "accountId": d.account, "amount": cny("22000.00")})
	call(stage.Sales, "moveStage", vars{"id": o, "to": "needs_confirmed", "expectedVersion": now(o)})
	v := call(stage.Sales, "createQuote", vars{"opportunityId": o, "lines": []any{vars{"description": "安装", "quantity": "1", "unitPrice": "3000"}}})
	call(stage.Sales, "submitQuote", vars{"id": v, "expectedVersion": now(v)})
	call(boss, "addCollaborator", vars{"recordId": o, "userId": a.People[stage.Finance].ID})
	i := call(stage.Finance, "draftInvoice", vars{"planItemIds": []any{billable(t, a)}})
	call(stage.Finance, "postInvoice", vars{"id": i, "expectedVersion": now(i)})
	call(stage.Finance, "creditInvoice", vars{"id": i, "reason": "PRICE", "expectedVersion": now(i)})
	call(stage.Finance, "recordPayment", vars{"accountId": d.account, "amount": cny("7.00"), "bankReference": "PAYLOAD",
		"allocations": []any{vars{"invoiceId": d.invoice, "amount": cny("3.00")}}})
	return out
}

// billable is an instalment that an invoice may be drafted of.
func billable(t *testing.T, a *api) string {
	t.Helper()
	return at(a.get(t, stage.Finance, "{ planItems(filter: {billable: true}) { edges { node { id } } } }", nil), "planItems.edges.0.node.id").(string)
}

func TestAVerbsCompiledAnswerIsTheOrdinaryAnswerByteForByte(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		b := bothWays(a)
		ps := payloads(t, a)
		q := newQuestions(t, a)
		rights := []call.Viewer{}
		for _, v := range q.viewers {
			if v.Kind == a.viewers[string(boss)].Kind { // people, not the system and nobody
				rights = append(rights, v)
			}
		}
		try(t, cases()/5, func(rt *rapid.T) {
			p := rapid.SampledFrom(ps).Draw(rt, "verb")
			ask := &asking{questions: q, t: rt, left: 30}
			operation := p.operation(ask.set(contract.Types[contract.Mutation.Fields.ForName(p.verb).Type.Name()], 3))
			v := p.as
			if ask.chance(2) { // the same person with other rights
				v = rapid.SampledFrom(rights).Draw(rt, "rights")
				v.Principal, v.UserID = p.as.Principal, p.as.UserID
			}
			b.compare(rt, v, operation+strings.Join(ask.fragments, " "), vars{"in": p.in}, "Idempotency-Key", p.key())
		})
		for _, p := range ps {
			if b.fields[p.verb] == 0 && !testing.Short() {
				t.Errorf("%s was never compiled: %v", p.verb, b.why)
			}
		}
		t.Logf("compiled %d; else: %v", b.why[""], b.why)
	})
}
