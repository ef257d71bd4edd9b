package finance

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/orderline"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/store"
)

// billOfOrder bills what was accepted of an order and is not billed yet, or the part of it that was asked for.
func billOfOrder(ctx context.Context, tx *store.Tx, in DraftInvoiceInput) (bill, error) {
	o, err := tx.Order.Get(ctx, *in.OrderID)
	if err != nil {
		return bill{}, err
	}
	if err := flow.Expect(o.LogRecord(), *in.ExpectedVersion); err != nil {
		return bill{}, err
	}
	b, err := billOf(ctx, tx, o.ContractID)
	if err != nil {
		return bill{}, err
	}
	if err := b.unless(ctx, tx, invoiceline.PlanItemIDNotNil()); err != nil {
		return bill{}, err
	}
	left, err := billable(ctx, tx.Client, o.ID)
	if err != nil {
		return bill{}, err
	}
	b.kind = invoice.KindStandard
	b.lines, err = acceptedLines(left, in.Lines)
	if net, tax := b.total(); err == nil && net+tax == 0 {
		return b, fault.Guard("invoice.nothing_to_bill", "acceptance")
	}
	return b, err
}

// billableLine is a position of an order with what was accepted of it and what standing invoices billed.
type billableLine struct {
	*db.OrderLine
	accepted money.Quantity
	billed
}

func (l billableLine) left() money.Quantity { return l.accepted - l.billed.Quantity }

// billable are an order's lines as they may be billed now; drafts count as billed (R39).
func billable(ctx context.Context, c *db.Client, orderID string) ([]billableLine, error) {
	lines, err := c.OrderLine.Query().Where(orderline.OrderID(orderID)).Order(orderline.ByPosition()).All(ctx)
	if err != nil {
		return nil, err
	}
	accepted, err := acceptedQuantities(ctx, c, orderID)
	if err != nil {
		return nil, err
	}
	billed, err := billedLines(ctx, c, []string{orderID})
	out := make([]billableLine, len(lines))
	for i, l := range lines {
		out[i] = billableLine{l, accepted[l.ID], billed[l.ID]}
	}
	return out, err
}

// acceptedLines are the lines of the bill: those asked for, or all that is left.
func acceptedLines(left []billableLine, asked []InvoiceLineInput) ([]billLine, error) {
	quantities, err := askedOf(left, asked)
	if err != nil {
		return nil, err
	}
	var lines []billLine
	for _, l := range left {
		q := quantities[l.ID]
		if q <= 0 {
			continue
		}
		line, err := l.bill(q)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}

func askedOf(lines []billableLine, asked []InvoiceLineInput) (map[string]money.Quantity, error) {
	left := make(Left, len(lines))
	for _, l := range lines {
		left[l.ID] = l.left()
	}
	if len(asked) == 0 {
		return left, nil
	}
	quantities := make(map[string]money.Quantity, len(asked))
	for i, a := range asked {
		if err := left.Take(a.OrderLineID, "quantity", a.Quantity); err != nil {
			return nil, err.Under(fmt.Sprintf("lines.%d", i))
		}
		quantities[a.OrderLineID] += a.Quantity
	}
	return quantities, nil
}

// bill is the line's part for a quantity; the part that completes the line takes what rounding left over (R7).
func (l billableLine) bill(q money.Quantity) (billLine, error) {
	net, err := pricing.Partial(l.OrderLine.NetMinor, l.OrderLine.Quantity, l.billed.Quantity, l.billed.NetMinor, q)
	if err != nil {
		return billLine{}, err
	}
	tax, err := pricing.Partial(l.OrderLine.TaxMinor, l.OrderLine.Quantity, l.billed.Quantity, l.billed.TaxMinor, q)
	return billLine{
		orderLine: &l.ID, product: l.ProductID, description: l.Description, unit: l.Unit, quantity: q,
		unitPrice: l.UnitPrice, discount: l.Discount, taxRate: l.TaxRate, netMinor: net, taxMinor: tax,
	}, err
}
