package delivery

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/acceptance"
	"github.com/leadtocash/ltc/ent/db/acceptanceline"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ent/db/orderline"
	"github.com/leadtocash/ltc/ent/db/shipment"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
)

// LineQuantities is how far an order line is (R33): what waits in shipments that have not left, what has left, what of
// that has arrived, what was accepted, and what was ever refused.
type LineQuantities struct{ Planned, Shipped, Delivered, Accepted, Rejected money.Quantity }

// Quantities are how far the lines of orders are, by the lines' ids; a line of which nothing is done is missing.
func Quantities(ctx context.Context, c *db.Client, orderIDs []string) (map[string]LineQuantities, error) {
	lines := map[string]LineQuantities{}
	err := addShipments(ctx, c, orderIDs, lines)
	if err != nil {
		return nil, err
	}
	return lines, addAcceptances(ctx, c, orderIDs, lines)
}

func addShipments(ctx context.Context, c *db.Client, orderIDs []string, lines map[string]LineQuantities) error {
	found, err := c.Shipment.Query().
		Where(shipment.OrderIDIn(orderIDs...), shipment.StageCategoryNEQ(stage.Cancelled)).WithLines().All(ctx)
	for _, s := range found {
		for _, l := range s.Edges.Lines {
			q := lines[l.OrderLineID]
			switch s.StageCategory {
			case stage.Planned:
				q.Planned += l.Quantity
			case stage.Delivered:
				q.Shipped += l.Quantity
				q.Delivered += l.Quantity
			default: // under way, or in trouble on the way
				q.Shipped += l.Quantity
			}
			lines[l.OrderLineID] = q
		}
	}
	return err
}

func addAcceptances(ctx context.Context, c *db.Client, orderIDs []string, lines map[string]LineQuantities) error {
	found, err := c.AcceptanceLine.Query().Where(acceptanceline.HasAcceptanceWith(
		acceptance.OrderIDIn(orderIDs...), acceptance.StageCategoryIn(stage.Accepted, stage.Rejected))).All(ctx)
	for _, l := range found {
		q := lines[l.OrderLineID]
		q.Accepted += l.Accepted
		q.Rejected += l.Rejected
		lines[l.OrderLineID] = q
	}
	return err
}

// Progress is how much of something is done; derived, never set (R26).
type Progress string

// The steps of progress.
const (
	None    Progress = "none"
	Partial Progress = "partial"
	Full    Progress = "full"
)

// OrderProgress is how far an order is; billed and paid are of its gross.
type OrderProgress struct{ Shipped, Delivered, Accepted, Invoiced, Paid Progress }

// ProgressOf tells how far orders are, by their ids.
func ProgressOf(ctx context.Context, c *db.Client, orderIDs []string) (map[string]OrderProgress, error) {
	orders, err := c.Order.Query().Where(order.IDIn(orderIDs...)).WithLines().All(ctx)
	if err != nil {
		return nil, err
	}
	done, err := Quantities(ctx, c, orderIDs)
	if err != nil {
		return nil, err
	}
	billed, err := finance.ContractFigures(ctx, c, contractsOf(orders))
	out := make(map[string]OrderProgress, len(orders))
	for _, o := range orders {
		p := progress(o.Edges.Lines, done)
		p.Invoiced = of(billed[o.ContractID].InvoicedMinor, o.GrossMinor)
		p.Paid = of(billed[o.ContractID].PaidMinor, o.GrossMinor)
		out[o.ID] = p
	}
	return out, err
}

// progress sums the lines up: all of each line is full, nothing of any is none.
func progress(lines []*db.OrderLine, done map[string]LineQuantities) OrderProgress {
	var shipped, delivered, accepted []Progress
	for _, l := range lines {
		q := done[l.ID]
		shipped = append(shipped, of(q.Shipped, l.Quantity))
		delivered = append(delivered, of(q.Delivered, l.Quantity))
		accepted = append(accepted, of(q.Accepted, l.Quantity))
	}
	return OrderProgress{Shipped: all(shipped), Delivered: all(delivered), Accepted: all(accepted)}
}

func of[N ~int64](done, whole N) Progress {
	switch {
	case done <= 0:
		return None
	case done < whole:
		return Partial
	}
	return Full
}

func all(parts []Progress) Progress {
	sum := None
	for i, p := range parts {
		if i == 0 {
			sum = p
		} else if p != sum {
			sum = Partial
		}
	}
	return sum
}

// byPosition sorts an order's lines as the document has them.
func byPosition(q *db.OrderLineQuery) { q.Order(orderline.ByPosition()) }
