package demo

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/orderline"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

func (d *deal) confirm(ctx context.Context) error {
	_, err := delivery.ConfirmOrder(ctx, d.st, delivery.ConfirmOrderInput{
		ID: d.order, ExpectedVersion: flow.Newest, PromisedOn: d.today(40),
	})
	if d.rng.IntN(3) == 0 {
		d.then(d.hours(24, 100), d.deliver, "plan a first shipment", d.planPart)
	} else {
		d.then(d.hours(24, 140), d.deliver, "plan the shipment", d.planRest)
	}
	return err
}

// planPart plans half of each line, and the rest later.
func (d *deal) planPart(ctx context.Context) error {
	lines, err := inTx(ctx, d.st, func(tx *store.Tx) ([]*db.OrderLine, error) {
		return tx.OrderLine.Query().Where(orderline.OrderID(d.order)).Order(orderline.ByPosition()).All(ctx)
	})
	if err != nil {
		return err
	}
	var half []delivery.ShipmentLineInput
	for _, l := range lines {
		if whole := l.Quantity / 2_000_000 * 1_000_000; whole > 0 {
			half = append(half, delivery.ShipmentLineInput{OrderLineID: l.ID, Quantity: whole})
		}
	}
	if len(half) == 0 {
		return d.planRest(ctx)
	}
	return d.plan(ctx, half, func() { d.then(d.hours(30, 90), d.deliver, "plan the rest", d.planRest) })
}

func (d *deal) planRest(ctx context.Context) error {
	return d.plan(ctx, nil, func() { d.then(d.hours(16, 80), d.deliver, "record the acceptance", d.acceptance) })
}

// plan plans a shipment; it leaves and arrives, and then the deal goes on.
func (d *deal) plan(ctx context.Context, lines []delivery.ShipmentLineInput, arrived func()) error {
	carrier := pick(d.company, []string{"德邦物流", "顺丰速运", "跨越速运", "自有车队"})
	shipment, err := delivery.PlanShipment(ctx, d.st, delivery.PlanShipmentInput{
		OrderID: d.order, ExpectedVersion: flow.Newest, Lines: lines, PlannedOn: d.today(3), Carrier: &carrier,
	})
	if err != nil {
		return err
	}
	d.then(d.hours(4, 30), "何军", "ship", func(ctx context.Context) error {
		tracking := "SF" + string(rune('0'+d.n%10)) + shipment[len(shipment)-8:]
		_, err := delivery.Ship(ctx, d.st, delivery.ShipInput{ID: shipment, ExpectedVersion: flow.Newest, TrackingNumber: &tracking})
		d.then(d.hours(8, 40), "何军", "confirm the delivery", func(ctx context.Context) error {
			_, err := delivery.ConfirmDelivered(ctx, d.st, delivery.ConfirmDeliveredInput{
				ID: shipment, ExpectedVersion: flow.Newest, ReceivedBy: &d.contact,
			})
			d.then(d.hours(2, 20), "朱莉", "bill what is due", d.bill)
			arrived()
			return err
		})
		return err
	})
	return nil
}

func (d *deal) acceptance(ctx context.Context) error {
	_, err := delivery.RecordAcceptance(ctx, d.st, delivery.RecordAcceptanceInput{
		OrderID: d.order, ExpectedVersion: flow.Newest, Signer: &d.contact,
	})
	d.then(d.hours(2, 24), "朱莉", "bill the acceptance", d.bill)
	return err
}
