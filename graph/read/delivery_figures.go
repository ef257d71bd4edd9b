package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

func init() {
	compute(batch(finance.ContractFigures, func(c *db.Contract, f finance.ContractFigure) {
		c.Derive("invoiced", amount(f.InvoicedMinor, c.Currency))
		c.Derive("paid", amount(f.PaidMinor, c.Currency))
	}), id.Contract, "invoiced", "paid")
	compute(batch(delivery.ProgressOf, func(o *db.Order, p delivery.OrderProgress) {
		o.Derive("shipped", p.Shipped)
		o.Derive("delivered", p.Delivered)
		o.Derive("accepted", p.Accepted)
		o.Derive("invoicedProgress", p.Invoiced)
		o.Derive("paidProgress", p.Paid)
	}), id.Order, "shipped", "delivered", "accepted", "invoicedProgress", "paidProgress")
	compute(ordersBilled, id.Order, "invoiced", "paid")
	compute(quantities, id.OrderLine, "plannedQuantity", "shippedQuantity", "deliveredQuantity", "acceptedQuantity",
		"rejectedQuantity", "invoicedQuantity")
}

// ordersBilled are what was billed and paid of orders: their contracts' figures, for a contract has one order.
func ordersBilled(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	contracts := make([]string, len(rs))
	for i, r := range rs {
		contracts[i] = r.(*db.Order).ContractID
	}
	figures, err := finance.ContractFigures(ctx, st.Reader(), contracts)
	for _, r := range rs {
		o := r.(*db.Order)
		o.Derive("invoiced", amount(figures[o.ContractID].InvoicedMinor, o.Currency))
		o.Derive("paid", amount(figures[o.ContractID].PaidMinor, o.Currency))
	}
	return store.Translate(err)
}

// quantities are how far the lines of orders are (R33).
func quantities(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	seen := map[string]bool{}
	var orders []string
	for _, r := range rs {
		if of := r.(*db.OrderLine).OrderID; !seen[of] {
			seen[of] = true
			orders = append(orders, of)
		}
	}
	done, err := delivery.Quantities(ctx, st.Reader(), orders)
	if err != nil {
		return store.Translate(err)
	}
	invoiced, err := finance.InvoicedQuantities(ctx, st.Reader(), orders)
	for _, r := range rs {
		q := done[r.NodeID()]
		r.Derive("plannedQuantity", q.Planned)
		r.Derive("shippedQuantity", q.Shipped)
		r.Derive("deliveredQuantity", q.Delivered)
		r.Derive("acceptedQuantity", q.Accepted)
		r.Derive("rejectedQuantity", q.Rejected)
		r.Derive("invoicedQuantity", invoiced[r.NodeID()])
	}
	return store.Translate(err)
}
