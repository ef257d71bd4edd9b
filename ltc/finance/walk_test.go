package finance_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
)

// status is where the deal's order, contract and journey are.
func (d deal) status(t *testing.T, w *ltctest.World) string {
	t.Helper()
	ct := ltctest.Got(w.Reader().Contract.Get(t.Context(), d.contract.ID))(t)
	j := ltctest.Got(w.Reader().Journey.Get(t.Context(), ct.JourneyID))(t)
	return readOrder(t, w, d.order.ID).Stage + " " + ct.Stage + " " + string(j.Phase) + " " + string(j.Status)
}

func TestASignedContractBecomesCash(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		items := d.items(t, w)
		w.Drain()
		same(t, d.status(t, w), "confirmed effective order open")
		advance := posted(t, w, ltctest.Got(billItems(w, items[0]))(t))
		ltctest.Got(pay(w, d.contract.AccountID, "339", ptr("1"), to(advance, "339")))(t)
		w.Drain()
		same(t, d.status(t, w), "confirmed effective cash open")
		d.deliver(t, w)
		d.accept(t, w, "")
		last := posted(t, w, ltctest.Got(billItems(w, items[1]))(t))
		w.Drain()
		same(t, d.status(t, w), "confirmed effective cash open")
		before := len(w.Changes(nil))
		p := readPayment(t, w, ltctest.Got(pay(w, d.contract.AccountID, "800", ptr("2"), to(last, "791")))(t))
		w.Drain()
		logged(t, w, before,
			"opened payment >unclaimed", "moved payment unclaimed>claimed", "moved payment claimed>confirmed by system",
			"opened allocation >", "moved invoice posted>closed",
			"moved order confirmed>closed by system", "moved contract effective>completed by system")
		same(t, d.status(t, w), "closed completed cash cashed")

		ltctest.Got(finance.ReversePayment(w.As(stage.Finance), w.Store, finance.ReversePaymentInput{ID: p.ID, ExpectedVersion: p.Version, Reason: "退票"}))(t)
		w.Drain()
		same(t, d.status(t, w), "confirmed effective cash open")
		ltctest.Got(pay(w, d.contract.AccountID, "791", ptr("3"), to(last, "791")))(t)
		w.Drain()
		same(t, d.status(t, w), "closed completed cash cashed")
	})
}

func TestAContractBilledByLineBecomesCash(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		d.deliver(t, w)
		d.accept(t, w, "4")
		for range 2 {
			inv := posted(t, w, ltctest.Got(d.billOrder(t, w, ""))(t))
			f := ltctest.Got(finance.InvoiceFigures(t.Context(), w.Reader(), []string{inv.ID}))(t)[inv.ID]
			ltctest.Got(pay(w, d.contract.AccountID, "1000", nil, to(inv, amount(f.OutstandingMinor))))(t)
			w.Drain()
			if accepted := readOrder(t, w, d.order.ID).StageCategory; accepted == stage.Confirmed {
				d.accept(t, w, "")
			}
		}
		w.Drain()
		same(t, d.status(t, w), "closed completed cash cashed")
	})
}

func TestAWaivedInstalmentIsNotWaitedFor(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		items := d.items(t, w)
		advance := posted(t, w, ltctest.Got(billItems(w, items[0]))(t))
		ltctest.Got(pay(w, d.contract.AccountID, "339", nil, to(advance, "339")))(t)
		d.deliver(t, w)
		d.accept(t, w, "")
		w.Drain()
		same(t, d.status(t, w), "confirmed effective cash open")
		ltctest.Must(t, move(w, stage.Finance, items[1], "waived", "质量折让"))
		w.Drain()
		same(t, d.status(t, w), "closed completed cash cashed")
	})
}

func TestAnOrderClosedShortEndsWithWhatWasAccepted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		items := d.items(t, w)
		ltctest.Must(t, move(w, stage.Finance, items[1], "waived", "余量取消"))
		advance := posted(t, w, ltctest.Got(billItems(w, items[0]))(t))
		ltctest.Got(pay(w, d.contract.AccountID, "339", nil, to(advance, "339")))(t)
		w.Drain()
		same(t, d.status(t, w), "confirmed effective cash open")
		ltctest.Must(t, move(w, stage.Sales, d.order.ID, "short_closed", "客户只要三台"))
		w.Drain()
		same(t, d.status(t, w), "short_closed completed cash cashed")
	})
}
