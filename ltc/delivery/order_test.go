package delivery_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAnOrderIsConfirmedWithItsPromise(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := ordered(t, w, nil)
		before := len(w.Changes(nil))
		in := delivery.ConfirmOrderInput{ID: o.ID, ExpectedVersion: o.Version, PromisedOn: ptr(monday.AddDays(30))}
		ltctest.Got(delivery.ConfirmOrder(w.As(stage.Delivery), w.Store, in))(t)
		logged(t, w, before, "edited order draft>draft", "moved order draft>confirmed")
		if now := read(t, w, o.ID); *now.PromisedOn != monday.AddDays(30) || *now.ShipTo != "苏州工业园区 1 号" {
			t.Errorf("promised on %s to %s", now.PromisedOn, *now.ShipTo)
		}
		refuses(t, w, fault.CodeStaleVersion, "record.stale", func() (string, error) {
			return delivery.ConfirmOrder(w.As(stage.Delivery), w.Store, in)
		})
	})
}

func TestAnOrderWaitsForItsContractToHold(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := ordered(t, w, ptr(monday.AddDays(7)))
		in := delivery.ConfirmOrderInput{ID: o.ID, ExpectedVersion: o.Version, PromisedOn: ptr(monday.AddDays(30))}
		refuses(t, w, fault.CodeGuardFailed, "order.contract_not_effective", func() (string, error) {
			return delivery.ConfirmOrder(w.As(stage.Delivery), w.Store, in)
		})
		if now := read(t, w, o.ID); now.PromisedOn != nil {
			t.Error("a refused confirmation left its date behind")
		}
		ways := ltctest.Got(flow.Available(w.As(stage.Delivery), w.Store, w.Reader(), []stage.Record{{
			Kind: "order", ID: o.ID, ProcessVersion: o.ProcessVersion, Stage: o.Stage, Category: o.StageCategory,
		}}))(t)[o.ID]
		if len(ways) != 2 || ways[0].Verb != "confirmOrder" || ways[0].Open || ways[0].Missing[0].Rule != "order.contract_not_effective" {
			t.Errorf("ways = %+v", ways)
		}
	})
}

func TestCancellingEndsWithTheFirstShipment(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		untouched, touched := confirmed(t, w), confirmed(t, w)
		s := planned(t, w, untouched, "3")
		shipped(t, w, planned(t, w, touched, "3"))
		if err := move(w, stage.Sales, untouched.ID, "cancelled", "客户取消"); err != nil {
			t.Errorf("an untouched order is not cancelled: %v", err)
		}
		err := move(w, stage.Sales, touched.ID, "cancelled", "客户取消")
		if fault.RuleOf(err) != "order.shipped" {
			t.Errorf("a shipped order is cancelled: %v", err)
		}
		if err := move(w, stage.Sales, touched.ID, "short_closed", "余量不再需要"); err != nil {
			t.Errorf("a shipped order is not closed short: %v", err)
		}
		w.Drain()
		if got := shipment(t, w, s.ID).StageCategory; got != stage.Cancelled {
			t.Errorf("the cancelled order's shipment is %s", got)
		}
	})
}

func TestAnOrderOnHoldShipsNothing(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := confirmed(t, w)
		s := planned(t, w, o, "3")
		ltctest.Must(t, move(w, stage.Finance, o.ID, "on_hold", "信用额度"))
		refuses(t, w, fault.CodeGuardFailed, "order.not_confirmed", func() (string, error) {
			return delivery.Ship(w.As(stage.Delivery), w.Store, delivery.ShipInput{ID: s.ID, ExpectedVersion: s.Version})
		})
		refuses(t, w, fault.CodeGuardFailed, "order.not_confirmed", func() (string, error) { return plan(w, read(t, w, o.ID)) })
		ltctest.Must(t, move(w, stage.Finance, o.ID, "confirmed", ""))
		shipped(t, w, s)
	})
}
