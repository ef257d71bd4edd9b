package finance_test

import (
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAPaymentIsClaimedAndConfirmedAtOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		account := standard(t, w).contract.AccountID
		before := len(w.Changes(nil))
		p := readPayment(t, w, ltctest.Got(pay(w, account, "500.05", ptr(" 工行 778 ")))(t))
		logged(t, w, before, "opened payment >unclaimed", "moved payment unclaimed>claimed", "moved payment claimed>confirmed by system")
		if p.AmountMinor != 50_005 || *p.BankReference != "工行 778" || p.Method != "bank" || p.ReceivedOn != monday {
			t.Errorf("payment = %+v", p)
		}
		if c := w.Changes(nil)[before]; c.JourneyID != nil || *c.AccountID != account {
			t.Errorf("its rows belong to journey %v, account %v", c.JourneyID, c.AccountID)
		}
		same(t, owes(t, w, account), "invoiced 0 paid 0 outstanding 0 credit 50005")
	})
}

func TestTheSameBankReferenceIsTheSamePayment(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d, other := standard(t, w), standard(t, w)
		account, reference := d.contract.AccountID, ptr("778")
		first := ltctest.Got(pay(w, account, "500", reference))(t)
		before := len(w.Changes(nil))
		same(t, ltctest.Got(pay(w, account, "500", reference))(t), first)
		logged(t, w, before)
		refuses(t, w, fault.CodeConflict, "payment.reference_used", func() (string, error) { return pay(w, account, "501", reference) })
		refuses(t, w, fault.CodeConflict, "payment.reference_used", func() (string, error) {
			return pay(w, other.contract.AccountID, "500", reference)
		})
		if again := ltctest.Got(pay(w, account, "500", nil))(t); again == first {
			t.Error("payments without a reference are not the same")
		}
	})
}

func TestTwoWhoRecordTheSameReferenceAtOnceRecordOnePayment(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		account := standard(t, w).contract.AccountID
		var ids [8]string
		var all sync.WaitGroup
		for i := range ids {
			all.Go(func() {
				id, err := pay(w, account, "500", ptr("778"))
				if err != nil {
					t.Error(err)
				}
				ids[i] = id
			})
		}
		all.Wait()
		for _, id := range ids {
			same(t, id, ids[0])
		}
		same(t, owes(t, w, account), "invoiced 0 paid 0 outstanding 0 credit 50000")
	})
}

func TestPaymentsSettleInvoicesManyToMany(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		d.deliver(t, w)
		d.accept(t, w, "")
		account := d.contract.AccountID
		items := d.items(t, w)
		first, second := posted(t, w, ltctest.Got(billItems(w, items[0]))(t)), posted(t, w, ltctest.Got(billItems(w, items[1]))(t))
		before := len(w.Changes(nil))
		p := readPayment(t, w, ltctest.Got(pay(w, account, "400", nil, to(first, "339"), to(second, "11")))(t))
		logged(t, w, before, "opened payment >unclaimed", "moved payment unclaimed>claimed", "moved payment claimed>confirmed by system",
			"opened allocation >", "moved invoice posted>closed", "opened allocation >")
		same(t, stands(t, w, first.ID), "closed paid 33900 credited 0 outstanding 0")
		same(t, stands(t, w, second.ID), "posted paid 1100 credited 0 outstanding 78000")
		ltctest.Got(finance.AllocatePayment(w.As(stage.Finance), w.Store, finance.AllocatePaymentInput{
			ID: p.ID, ExpectedVersion: p.Version, Allocations: []finance.AllocationInput{to(second, "50")},
		}))(t)
		ltctest.Got(pay(w, account, "800", nil, to(second, "730")))(t)
		same(t, stands(t, w, second.ID), "closed paid 79100 credited 0 outstanding 0")
		same(t, owes(t, w, account), "invoiced 113000 paid 113000 outstanding 0 credit 7000")
		f := ltctest.Got(finance.PlanItemFigures(t.Context(), w.Reader(), items))(t)
		if f[items[1]] != (finance.PlanItemFigure{InvoicedMinor: 79_100, PaidMinor: 79_100}) {
			t.Errorf("figures = %v", f)
		}
		c := ltctest.Got(finance.ContractFigures(t.Context(), w.Reader(), []string{d.contract.ID}))(t)[d.contract.ID]
		if c != (finance.ContractFigure{InvoicedMinor: 113_000, PaidMinor: 113_000}) {
			t.Errorf("figures = %+v", c)
		}
	})
}

func TestAllocatingRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d, other := standard(t, w), standard(t, w)
		draft := readInvoice(t, w, ltctest.Got(billItems(w, other.items(t, w)[0]))(t))
		inv := posted(t, w, ltctest.Got(billItems(w, d.items(t, w)[0]))(t))
		p := readPayment(t, w, ltctest.Got(pay(w, d.contract.AccountID, "100", nil))(t))
		big := readPayment(t, w, ltctest.Got(pay(w, d.contract.AccountID, "1000", nil))(t))
		theirs := readPayment(t, w, ltctest.Got(pay(w, other.contract.AccountID, "100", nil))(t))
		tests := map[string]struct {
			of   string
			to   []finance.AllocationInput
			code fault.Code
			rule string
		}{
			"nothing":                    {p.ID, nil, fault.CodeInvalid, "input.required"},
			"no money":                   {p.ID, []finance.AllocationInput{to(inv, "0")}, fault.CodeInvalid, "input.not_positive"},
			"negative money":             {p.ID, []finance.AllocationInput{to(inv, "-1")}, fault.CodeInvalid, "input.negative"},
			"another currency":           {p.ID, []finance.AllocationInput{{InvoiceID: inv.ID, Amount: money.Input{Amount: "1", Currency: "USD"}}}, fault.CodeInvalid, "money.other_currency"},
			"more than the payment":      {p.ID, []finance.AllocationInput{to(inv, "60"), to(inv, "40.01")}, fault.CodeInvalid, "allocation.exceeds_payment"},
			"more than the invoice owes": {big.ID, []finance.AllocationInput{to(inv, "200"), to(inv, "139.01")}, fault.CodeInvalid, "allocation.exceeds_invoice"},
			"a draft":                    {theirs.ID, []finance.AllocationInput{to(draft, "1")}, fault.CodeGuardFailed, "invoice.not_posted"},
			"another account's invoice":  {theirs.ID, []finance.AllocationInput{to(inv, "1")}, fault.CodeInvalid, "allocation.other_account"},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				refuses(t, w, tt.code, tt.rule, func() (string, error) {
					return finance.AllocatePayment(w.As(stage.Finance), w.Store, finance.AllocatePaymentInput{
						ID: tt.of, ExpectedVersion: p.Version, Allocations: tt.to,
					})
				})
			})
		}
		same(t, owes(t, w, d.contract.AccountID), "invoiced 33900 paid 0 outstanding 33900 credit 110000")
	})
}

func TestTwoWhoAllocateAtOnceOneIsTold(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		inv := posted(t, w, ltctest.Got(billItems(w, d.items(t, w)[0]))(t))
		p := readPayment(t, w, ltctest.Got(pay(w, d.contract.AccountID, "100", nil))(t))
		var errs [2]error
		var both sync.WaitGroup
		for i := range errs {
			both.Go(func() {
				_, errs[i] = finance.AllocatePayment(w.As(stage.Finance), w.Store, finance.AllocatePaymentInput{
					ID: p.ID, ExpectedVersion: p.Version, Allocations: []finance.AllocationInput{to(inv, "40")},
				})
			})
		}
		both.Wait()
		if (errs[0] == nil) == (errs[1] == nil) || fault.CodeOf(errs[0]) != fault.CodeStaleVersion && fault.CodeOf(errs[1]) != fault.CodeStaleVersion {
			t.Errorf("errs = %v", errs)
		}
		same(t, stands(t, w, inv.ID), "posted paid 4000 credited 0 outstanding 29900")
	})
}

func TestAnAllocationIsTakenBackByARowOfItsOwn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		inv := posted(t, w, ltctest.Got(billItems(w, d.items(t, w)[0]))(t))
		p := readPayment(t, w, ltctest.Got(pay(w, d.contract.AccountID, "400", nil, to(inv, "339")))(t))
		a := ltctest.Got(w.Reader().Allocation.Query().Where(allocation.PaymentID(p.ID)).Only(t.Context()))(t)
		in := finance.ReverseAllocationInput{ID: a.ID, ExpectedVersion: p.Version, Reason: "记错发票"}
		before := len(w.Changes(nil))
		same(t, ltctest.Got(finance.ReverseAllocation(w.As(stage.Finance), w.Store, in))(t), p.ID)
		logged(t, w, before, "opened allocation >", "moved invoice closed>posted")
		same(t, stands(t, w, inv.ID), "posted paid 0 credited 0 outstanding 33900")
		same(t, owes(t, w, d.contract.AccountID), "invoiced 33900 paid 0 outstanding 33900 credit 40000")
		refuses(t, w, fault.CodeStaleVersion, "record.stale", func() (string, error) {
			return finance.ReverseAllocation(w.As(stage.Finance), w.Store, in)
		})
		in.ExpectedVersion++
		refuses(t, w, fault.CodeConflict, "allocation.reversed", func() (string, error) {
			return finance.ReverseAllocation(w.As(stage.Finance), w.Store, in)
		})
		in.ID = ltctest.Got(w.Reader().Allocation.Query().Where(allocation.ReversesID(a.ID)).OnlyID(t.Context()))(t)
		refuses(t, w, fault.CodeConflict, "allocation.reversed", func() (string, error) {
			return finance.ReverseAllocation(w.As(stage.Finance), w.Store, in)
		})
	})
}

func TestABouncedPaymentSettlesNothingAndIsNoCredit(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		first := standard(t, w)
		one := posted(t, w, ltctest.Got(billItems(w, first.items(t, w)[0]))(t))
		p := readPayment(t, w, ltctest.Got(pay(w, first.contract.AccountID, "400", nil, to(one, "300"), to(one, "39")))(t))
		in := finance.ReversePaymentInput{ID: p.ID, ExpectedVersion: p.Version, Reason: "退票"}
		before := len(w.Changes(nil))
		ltctest.Got(finance.ReversePayment(w.As(stage.Finance), w.Store, in))(t)
		logged(t, w, before, "moved payment confirmed>reversed", "opened allocation >", "moved invoice closed>posted", "opened allocation >")
		same(t, stands(t, w, one.ID), "posted paid 0 credited 0 outstanding 33900")
		same(t, owes(t, w, first.contract.AccountID), "invoiced 33900 paid 0 outstanding 33900 credit 0")
		in.ExpectedVersion++
		refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", func() (string, error) {
			return finance.ReversePayment(w.As(stage.Finance), w.Store, in)
		})
		refuses(t, w, fault.CodeInvalid, "allocation.exceeds_payment", func() (string, error) {
			return finance.AllocatePayment(w.As(stage.Finance), w.Store, finance.AllocatePaymentInput{
				ID: p.ID, ExpectedVersion: in.ExpectedVersion, Allocations: []finance.AllocationInput{to(one, "1")},
			})
		})
		refuses(t, w, fault.CodeForbidden, "access.verb", func() (string, error) {
			return finance.ReversePayment(w.As(stage.Sales), w.Store, finance.ReversePaymentInput{ID: p.ID, Reason: "x"})
		})
	})
}
