package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/acceptance"
	"github.com/leadtocash/ltc/ent/db/acceptanceline"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/orderline"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Left is how much is left of each line of an order, by the line's id: to ship, to accept or to bill.
type Left map[string]money.Quantity

// None tells whether nothing is left of any line.
func (left Left) None() bool {
	for _, q := range left {
		if q > 0 {
			return false
		}
	}
	return true
}

// Take takes a quantity off a line; field is where the quantity stands in the line's input.
//
// Errors: INVALID line.of_other_order, partial.not_positive, partial.exceeds_line.
func (left Left) Take(lineID, field string, q money.Quantity) *fault.Error {
	most, known := left[lineID]
	switch {
	case !known:
		return fault.Invalid("line.of_other_order", nil).At("orderLineId")
	case q <= 0:
		return fault.Invalid("partial.not_positive", nil).At(field)
	case q > most:
		return fault.Invalid("partial.exceeds_line", map[string]any{"left": most.String()}).At(field)
	}
	left[lineID] = most - q
	return nil
}

// billed is how much of an order line is on standing invoices, and for how much money in minor units.
type billed struct {
	Quantity           money.Quantity
	NetMinor, TaxMinor int64
}

// InvoicedQuantities are what standing invoices, drafts too, bill of the lines of orders, by the lines' ids.
func InvoicedQuantities(ctx context.Context, c *db.Client, orderIDs []string) (map[string]money.Quantity, error) {
	lines, err := billedLines(ctx, c, orderIDs)
	quantities := make(map[string]money.Quantity, len(lines))
	for line, b := range lines {
		quantities[line] = b.Quantity
	}
	return quantities, err
}

func billedLines(ctx context.Context, c *db.Client, orderIDs []string) (map[string]billed, error) {
	var rows []struct {
		OrderLineID string `json:"order_line_id"`
		Quantity    int64  `json:"quantity"`
		Net         int64  `json:"net"`
		Tax         int64  `json:"tax"`
	}
	err := c.InvoiceLine.Query().
		Where(invoiceline.HasOrderLineWith(orderline.OrderIDIn(orderIDs...)), invoiceline.HasInvoiceWith(standing())).
		GroupBy(invoiceline.FieldOrderLineID).
		Aggregate(db.As(db.Sum(invoiceline.FieldQuantity), "quantity"),
			db.As(db.Sum(invoiceline.FieldNetMinor), "net"), db.As(db.Sum(invoiceline.FieldTaxMinor), "tax")).
		Scan(ctx, &rows)
	lines := make(map[string]billed, len(rows))
	for _, r := range rows {
		lines[r.OrderLineID] = billed{money.Quantity(r.Quantity), r.Net, r.Tax}
	}
	return lines, err
}

// acceptedQuantities are what customers accepted of an order's lines: the basis of billing by line (R39).
func acceptedQuantities(ctx context.Context, c *db.Client, orderID string) (map[string]money.Quantity, error) {
	var rows []struct {
		OrderLineID string `json:"order_line_id"`
		Accepted    int64  `json:"accepted"`
	}
	err := c.AcceptanceLine.Query().
		Where(acceptanceline.HasAcceptanceWith(acceptance.OrderID(orderID), acceptance.StageCategoryIn(stage.Accepted, stage.Rejected))).
		GroupBy(acceptanceline.FieldOrderLineID).
		Aggregate(db.As(db.Sum(acceptanceline.FieldAccepted), "accepted")).Scan(ctx, &rows)
	accepted := make(map[string]money.Quantity, len(rows))
	for _, r := range rows {
		accepted[r.OrderLineID] = money.Quantity(r.Accepted)
	}
	return accepted, err
}
