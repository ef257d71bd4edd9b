package role

import "github.com/leadtocash/ltc/ltc/id"

// ref is a field of a kind, by its name in the API.
type ref struct {
	kind  id.Kind
	field string
}

// tellers are, by a field, those from which it could be computed: they are hidden with it.
var tellers = func() map[ref][]ref {
	t := map[ref][]ref{}
	for _, group := range groups {
		for _, a := range group {
			for _, b := range group {
				if a != b {
					t[a] = append(t[a], b)
				}
			}
		}
	}
	for field, of := range sums {
		t[field] = append(t[field], of...)
	}
	return t
}()

func fields(kind id.Kind, names ...string) []ref {
	out := make([]ref, len(names))
	for i, n := range names {
		out[i] = ref{kind, n}
	}
	return out
}

func join(parts ...[]ref) (out []ref) {
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// groups are fields any of which tells the others: net, tax and gross add up, and so do a document's lines.
var groups = [][]ref{
	join(
		fields(id.QuoteVersion, "net", "tax", "gross", "list", "discountTotal", "headerDiscount"),
		fields(id.QuoteLine, "net", "tax", "gross", "list", "discountAmount", "unitPrice", "discount"),
	),
	join(fields(id.Contract, "net", "tax", "gross"), fields(id.PaymentPlanItem, "amount")),
	join(fields(id.Order, "net", "tax", "gross"), fields(id.OrderLine, "net", "tax", "gross", "unitPrice", "discount")),
	join(
		fields(id.Invoice, "net", "tax", "gross", "paid", "credited", "outstanding"),
		fields(id.InvoiceLine, "net", "tax", "gross", "unitPrice", "discount"),
	),
	join(fields(id.Payment, "amount", "allocated", "unallocated"), fields(id.Allocation, "amount")),
	fields(id.CreditNote, "net", "tax", "gross"),
}

// sums are fields that add another kind's up.
var sums = map[ref][]ref{
	{id.Opportunity, "amount"}: fields(id.Account, "openPipeline", "won"),
	{id.Invoice, "gross"}: join(
		fields(id.Account, "invoiced", "outstanding", "paid", "credit"), fields(id.Contract, "invoiced", "paid"),
		fields(id.Order, "invoiced", "paid"), fields(id.PaymentPlanItem, "invoiced", "paid"),
	),
	{id.Allocation, "amount"}: join(
		fields(id.Invoice, "paid", "outstanding"), fields(id.Account, "outstanding", "paid", "credit"),
		fields(id.Contract, "paid"), fields(id.Order, "paid"), fields(id.PaymentPlanItem, "paid"),
	),
	{id.CreditNote, "gross"}: join(fields(id.Invoice, "credited", "outstanding"), fields(id.Account, "outstanding")),
}
