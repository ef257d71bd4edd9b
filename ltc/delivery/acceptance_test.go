package delivery_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestInstalmentsFallDueWithTheWholeDeliveryAndTheWholeAcceptance(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		arrived(t, w, planned(t, w, o, "6"))
		ltctest.Got(accept(w, o))(t)
		if got := due(t, w, o); !slices.Equal(got, []stage.Category{stage.Planned, stage.Planned}) {
			t.Errorf("after a part: %v", got)
		}
		before := len(w.Changes(nil))
		deliveredWhole(t, w, o)
		ltctest.Got(accept(w, o))(t)
		logged(t, w, before,
			"opened shipment >planned", "moved shipment planned>shipped", "moved shipment shipped>delivered",
			"moved payment_plan_item planned>triggered",
			"opened acceptance >draft", "moved acceptance draft>in_test", "moved acceptance in_test>accepted",
			"moved payment_plan_item planned>triggered")
		if got := due(t, w, o); !slices.Equal(got, []stage.Category{stage.Triggered, stage.Triggered}) {
			t.Errorf("after all: %v", got)
		}
	})
}

func TestWhatWasRefusedIsOfferedAgain(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		deliveredWhole(t, w, o)
		first := o.Edges.Lines[0].ID
		before := len(w.Changes(nil))
		ltctest.Got(accept(w, o, delivery.AcceptanceLineInput{OrderLineID: first, Rejected: ptr(quantity(t, "10"))}))(t)
		logged(t, w, before, "opened acceptance >draft", "moved acceptance draft>in_test", "moved acceptance in_test>rejected")
		ltctest.Got(accept(w, o, delivery.AcceptanceLineInput{OrderLineID: first, Accepted: quantity(t, "7"), Rejected: ptr(quantity(t, "3"))}))(t)
		if got := due(t, w, o)[1]; got != stage.Planned {
			t.Errorf("with three refused the last instalment is %s", got)
		}
		ltctest.Got(accept(w, o))(t)
		if got, want := quantities(t, w, o), "planned 0 shipped 10 delivered 10 accepted 10 rejected 13"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := due(t, w, o)[1]; got != stage.Triggered {
			t.Errorf("with all accepted the last instalment is %s", got)
		}
	})
}

func TestAcceptingRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		first := o.Edges.Lines[0].ID
		refuses(t, w, fault.CodeGuardFailed, "acceptance.nothing_delivered", func() (string, error) { return accept(w, o) })
		arrived(t, w, planned(t, w, o, "6"))
		tests := map[string]struct {
			line delivery.AcceptanceLineInput
			rule string
		}{
			"more than was delivered":    {delivery.AcceptanceLineInput{OrderLineID: first, Accepted: quantity(t, "7")}, "partial.exceeds_line"},
			"more with what was refused": {delivery.AcceptanceLineInput{OrderLineID: first, Accepted: quantity(t, "4"), Rejected: ptr(quantity(t, "3"))}, "partial.exceeds_line"},
			"less than nothing":          {delivery.AcceptanceLineInput{OrderLineID: first, Accepted: -1}, "input.negative"},
			"no verdict":                 {delivery.AcceptanceLineInput{OrderLineID: first}, "partial.not_positive"},
			"what did not arrive":        {delivery.AcceptanceLineInput{OrderLineID: o.Edges.Lines[1].ID, Accepted: 1}, "partial.exceeds_line"},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				refuses(t, w, fault.CodeInvalid, tt.rule, func() (string, error) { return accept(w, o, tt.line) })
			})
		}
	})
}

// Whatever parts lead there, nothing is ever more than what it follows from, and in the end all is full.
func TestPartialShipmentsAndAcceptancesSumToTheWhole(t *testing.T) {
	shares := rapid.SliceOfN(rapid.Int64Range(1, 100), 1, 5)
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for seed := range 4 {
			o := confirmed(t, w)
			first, whole := o.Edges.Lines[0].ID, o.Edges.Lines[0].Quantity
			gone := money.Quantity(0)
			for _, part := range ltctest.Got(money.Split(int64(whole), shares.Example(seed), money.LastPart))(t) {
				part := money.Quantity(part)
				arrived(t, w, shipment(t, w, ltctest.Got(plan(w, o, delivery.ShipmentLineInput{OrderLineID: first, Quantity: part}))(t)))
				ltctest.Got(accept(w, o, delivery.AcceptanceLineInput{OrderLineID: first, Accepted: part / 2, Rejected: ptr(part - part/2)}))(t)
				gone += part
				q := ltctest.Got(delivery.Quantities(t.Context(), w.Reader(), []string{o.ID}))(t)[first]
				if q.Shipped != gone || q.Delivered != gone || q.Accepted+q.Rejected != gone {
					t.Fatalf("after %s of %s: %+v", gone, whole, q)
				}
			}
			deliveredWhole(t, w, o)
			ltctest.Got(accept(w, o))(t)
			p := ltctest.Got(delivery.ProgressOf(t.Context(), w.Reader(), []string{o.ID}))(t)[o.ID]
			if p.Shipped != delivery.Full || p.Delivered != delivery.Full || p.Accepted != delivery.Full {
				t.Fatalf("progress = %+v", p)
			}
		}
	})
}
