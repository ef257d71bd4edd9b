package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

// deal is one journey from a lead to a paid invoice, walked through the API; it holds the ids of its records.
type deal struct {
	api  *api
	t    *testing.T
	name string // of the customer, whatever else has to differ from deal to deal

	journey, lead, account, opportunity, quote, version, contract, order, shipment, acceptance, item, invoice, payment string
}

// do runs a verb with the record's present version, and answers a field of what it made or changed.
func (d *deal) do(as stage.Department, verb, fields string, in vars) map[string]any {
	d.t.Helper()
	if id, ok := in["id"].(string); ok && in["expectedVersion"] == nil {
		in["expectedVersion"] = d.version1(id)
	}
	input := strings.ToUpper(verb[:1]) + verb[1:] + "Input"
	op := fmt.Sprintf("mutation($in: %s!) { %s(input: $in) { id %s } }", input, verb, fields)
	return at(d.api.get(d.t, as, op, vars{"in": in}), verb).(map[string]any)
}

// version1 is a record's present version.
func (d *deal) version1(id string) any {
	d.t.Helper()
	return at(d.api.get(d.t, boss, `query($id: ID!) { node(id: $id) { ... on Staged { version } ... on Quote { version } } }`,
		vars{"id": id}), "node.version")
}

func cny(amount string) vars { return vars{"amount": amount, "currency": "CNY"} }

// sell walks from the lead to the accepted quote: two lines, 13 % and 6 %, half on signature, half on acceptance.
func sell(t *testing.T, a *api, to string) *deal {
	t.Helper()
	d := &deal{api: a, t: t, name: to}
	in := lead("陈晨")["in"].(vars)
	in["company"], in["phone"] = to, nil
	in["wechat"] = "wx-" + to
	l := d.do(stage.Marketing, "captureLead", "journey { id }", in)
	d.lead, d.journey = l["id"].(string), at(l, "journey.id").(string)
	d.do(stage.Marketing, "assignLead", "", vars{"id": d.lead, "ownerId": a.People[stage.Sales].ID})
	d.do(stage.Sales, "qualifyLead", "", vars{"id": d.lead, "budget": cny("30000.00"), "authority": "王总", "pain": "库存不准"})
	l = d.do(stage.Sales, "convertLead", "account { id } opportunity { id }", vars{"id": d.lead, "amount": cny("22000.00"), "expectedClose": "2026-04-30"})
	d.account, d.opportunity = at(l, "account.id").(string), at(l, "opportunity.id").(string)
	p := d.do(stage.Sales, "createProduct", "", vars{"sku": "AGV-" + to, "name": "搬运机器人", "unit": "台", "listPrice": "8000", "taxRate": "13"})
	q := d.do(stage.Sales, "createQuote", "quote { id }", vars{"opportunityId": d.opportunity, "lines": []any{
		vars{"productId": p["id"], "quantity": "2"},
		vars{"description": "安装调试", "unit": "项", "quantity": "1", "unitPrice": "3000", "taxRate": "6"},
	}, "paymentTerms": []any{
		vars{"name": "预付款", "trigger": "SIGN", "percent": "50"},
		vars{"name": "验收款", "trigger": "ACCEPTANCE", "percent": "50"},
	}})
	d.version, d.quote = q["id"].(string), at(q, "quote.id").(string)
	d.do(stage.Sales, "submitQuote", "", vars{"id": d.version})
	d.do(stage.Sales, "sendQuote", "", vars{"id": d.version})
	q = d.do(stage.Sales, "acceptQuote", "stageCategory contract { id }", vars{"id": d.version, "acceptedBy": "王总"})
	d.contract = at(q, "contract.id").(string)
	return d
}

// deliver goes on to the signature, the order, one shipment of all, and its acceptance.
func (d *deal) deliver() *deal {
	d.do(stage.Legal, "submitContract", "", vars{"id": d.contract})
	c := d.do(stage.Legal, "signContract", "order { id } planItems { id trigger }",
		vars{"id": d.contract, "signedByUs": "李总", "signedByCustomer": "王总"})
	d.order, d.item = at(c, "order.id").(string), at(c, "planItems.0.id").(string)
	d.do(stage.Delivery, "confirmOrder", "", vars{"id": d.order, "promisedOn": "2026-03-20"})
	s := d.do(stage.Delivery, "planShipment", "", vars{"orderId": d.order, "expectedVersion": d.version1(d.order)})
	d.shipment = s["id"].(string)
	d.do(stage.Delivery, "ship", "", vars{"id": d.shipment, "carrier": "顺丰"})
	d.do(stage.Delivery, "confirmDelivered", "", vars{"id": d.shipment, "receivedBy": "仓库"})
	a := d.do(stage.Delivery, "recordAcceptance", "", vars{"orderId": d.order, "expectedVersion": d.version1(d.order), "signer": "王总"})
	d.acceptance = a["id"].(string)
	return d
}

// bill goes on to a posted invoice for the advance, and a payment that settles part of it and leaves the rest.
func (d *deal) bill(pays string) *deal {
	i := d.do(stage.Finance, "draftInvoice", "", vars{"planItemIds": []any{d.item}})
	d.invoice = i["id"].(string)
	d.do(stage.Finance, "postInvoice", "", vars{"id": d.invoice})
	p := d.do(stage.Finance, "recordPayment", "", vars{"accountId": d.account, "amount": cny(pays), "bankReference": "B-" + d.name,
		"allocations": []any{vars{"invoiceId": d.invoice, "amount": cny(pays)}}})
	d.payment = p["id"].(string)
	return d
}

func TestOneLeadBecomesCashThroughTheAPI(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "深圳蓝海科技有限公司").deliver().bill("10000.00")
		a.Drain()
		got := a.get(t, boss, `query($id: ID!) { journey(id: $id) {
			phase status value { amount words } account { name outstanding { amount } invoiced { amount } won { amount } }
			lead { stageCategory } opportunities { stageCategory probability } quotes { current { gross { amount } taxes { taxRate net { amount } tax { amount } } } latest { number } }
			contracts { stageCategory gross { amount } invoiced { amount } paid { amount } lines { description gross { amount } } }
			orders { shipped delivered accepted invoicedProgress paidProgress lines { position shippedQuantity acceptedQuantity } }
			invoices { number gross { amount } outstanding { amount } paymentStatus overdueDays lines { planItem { name } } }
			allocations { amount { amount } reversed payment { number } }
			waiting { kind number title department transitions { verb open } }
			clock { handOvers } steps { kind number stage department actorName workedAt leftAt }
		} }`, vars{"id": d.journey})
		for path, want := range map[string]any{
			"phase": "CASH", "status": "OPEN", "value.amount": "21260.00", "account.invoiced.amount": "10630.00",
			"account.outstanding.amount": "630.00", "account.won.amount": "21260.00",
			"lead.stageCategory": "CONVERTED", "opportunities.0.stageCategory": "WON", "opportunities.0.probability": 100.0,
			"quotes.0.current.taxes.0.taxRate": "13", "quotes.0.current.taxes.0.tax.amount": "2080.00",
			"quotes.0.current.taxes.1.net.amount": "3000.00", "quotes.0.latest.number": 1.0,
			"contracts.0.gross.amount": "21260.00", "contracts.0.invoiced.amount": "10630.00", "contracts.0.paid.amount": "10000.00",
			"contracts.0.lines.1.gross.amount": "3180.00",
			"orders.0.shipped":                 "FULL", "orders.0.delivered": "FULL", "orders.0.accepted": "FULL",
			"orders.0.invoicedProgress": "PARTIAL", "orders.0.paidProgress": "PARTIAL",
			"orders.0.lines.0.shippedQuantity": "2", "orders.0.lines.1.acceptedQuantity": "1",
			"invoices.0.outstanding.amount": "630.00", "invoices.0.paymentStatus": "PARTLY_PAID", "invoices.0.overdueDays": 0.0,
			"invoices.0.lines.0.planItem.name": "预付款", "allocations.0.reversed": false,
		} {
			if have := at(got, "journey."+path); have != want {
				t.Errorf("%s = %v, want %v", path, have, want)
			}
		}
		if t.Failed() {
			t.Log(got)
		}
	})
}
