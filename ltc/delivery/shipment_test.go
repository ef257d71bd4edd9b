package delivery_test

import (
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAShipmentIsPlannedShippedAndDelivered(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		before := len(w.Changes(nil))
		s := arrived(t, w, planned(t, w, o, "6"))
		logged(t, w, before, "opened shipment >planned", "moved shipment planned>shipped", "moved shipment shipped>delivered")
		if s.ShippedOn.String() != "2026-03-02" || *s.ReceivedBy != "李工" {
			t.Errorf("shipment = %+v", s)
		}
		if got, want := quantities(t, w, o), "planned 0 shipped 6 delivered 6 accepted 0 rejected 0"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		p := ltctest.Got(delivery.ProgressOf(t.Context(), w.Reader(), []string{o.ID}))(t)[o.ID]
		if p.Shipped != delivery.Partial || p.Delivered != delivery.Partial || p.Accepted != delivery.None || p.Invoiced != delivery.None {
			t.Errorf("progress = %+v", p)
		}
	})
}

func TestNoMoreIsPlannedThanWasOrdered(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o, other := confirmed(t, w), confirmed(t, w)
		first := o.Edges.Lines[0].ID
		planned(t, w, o, "6")
		tests := map[string]struct {
			line    delivery.ShipmentLineInput
			rule    string
			version int
		}{
			"more than is left":           {delivery.ShipmentLineInput{OrderLineID: first, Quantity: quantity(t, "4.000001")}, "partial.exceeds_line", o.Version},
			"nothing":                     {delivery.ShipmentLineInput{OrderLineID: first}, "partial.not_positive", o.Version},
			"a line of another order":     {delivery.ShipmentLineInput{OrderLineID: other.Edges.Lines[0].ID, Quantity: 1}, "line.of_other_order", o.Version},
			"an order that moved already": {delivery.ShipmentLineInput{OrderLineID: first, Quantity: 1}, "record.stale", o.Version - 1},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				seen := *o
				seen.Version = tt.version
				code := fault.CodeInvalid
				if tt.rule == "record.stale" {
					code = fault.CodeStaleVersion
				}
				refuses(t, w, code, tt.rule, func() (string, error) { return plan(w, &seen, tt.line) })
			})
		}
		ltctest.Got(plan(w, o))(t)
		refuses(t, w, fault.CodeGuardFailed, "shipment.nothing_to_plan", func() (string, error) { return plan(w, o) })
	})
}

func TestTwoWhoPlanAtOnceShareWhatIsLeft(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		six := delivery.ShipmentLineInput{OrderLineID: o.Edges.Lines[0].ID, Quantity: quantity(t, "6")}
		var errs [2]error
		var both sync.WaitGroup
		for i := range errs {
			both.Go(func() { _, errs[i] = plan(w, o, six) })
		}
		both.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("of two shipments of 6 out of 10: %v, %v", errs[0], errs[1])
		}
		if got, want := quantities(t, w, o), "planned 6 shipped 0 delivered 0 accepted 0 rejected 0"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}

func TestWhatWasLostIsShippedAgain(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		s := shipped(t, w, planned(t, w, o, "10"))
		ltctest.Must(t, move(w, stage.Delivery, s.ID, "lost", "货车被盗"))
		if got, want := quantities(t, w, o), "planned 0 shipped 10 delivered 0 accepted 0 rejected 0"; got != want {
			t.Errorf("while it is lost: %s, want %s", got, want)
		}
		ltctest.Must(t, move(w, stage.Delivery, s.ID, "cancelled", "保险理赔"))
		arrived(t, w, planned(t, w, o, "10"))
		if got, want := quantities(t, w, o), "planned 0 shipped 10 delivered 10 accepted 0 rejected 0"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}

func TestDatesOfAShipment(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		s := planned(t, w, confirmed(t, w), "1")
		refuses(t, w, fault.CodeInvalid, "date.in_future", func() (string, error) {
			return delivery.Ship(w.As(stage.Delivery), w.Store, delivery.ShipInput{ID: s.ID, ExpectedVersion: s.Version, ShippedOn: ptr(monday.AddDays(1))})
		})
		s = shipped(t, w, s)
		refuses(t, w, fault.CodeInvalid, "shipment.arrived_before_it_left", func() (string, error) {
			return delivery.ConfirmDelivered(w.As(stage.Delivery), w.Store, delivery.ConfirmDeliveredInput{
				ID: s.ID, ExpectedVersion: s.Version, DeliveredOn: ptr(monday.AddDays(-1)),
			})
		})
		err := move(w, stage.Delivery, s.ID, "delivered", "")
		if f := fault.Of(err); f == nil || f.Code != fault.CodeTransitionNotAllowed || f.Help["verb"] != "confirmDelivered" {
			t.Errorf("a card moved to delivered: %v", err)
		}
	})
}
