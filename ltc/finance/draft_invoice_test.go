package finance_test

import (
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAnInstalmentIsBilledByTaxRate(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := agreed(t, w, []finance.LineInput{line(t, "堆垛机", "1", "100", "13"), line(t, "安装", "1", "50", "6")},
			term(t, "预付款", pricing.OnSign, "30"), term(t, "验收款", pricing.OnAcceptance, "70"))
		before := len(w.Changes(nil))
		inv := readInvoice(t, w, ltctest.Got(billItems(w, d.items(t, w)[0]))(t))
		logged(t, w, before, "opened invoice >draft")
		if inv.GrossMinor != 4_980 || inv.NetMinor != 4_500 || inv.TaxMinor != 480 || inv.Number != nil || inv.Kind != "advance" {
			t.Errorf("invoice = %d + %d = %d, %s", inv.NetMinor, inv.TaxMinor, inv.GrossMinor, inv.Kind)
		}
		if *inv.Title != "苏州恒力装备有限公司" || *inv.Bank != "招商银行苏州分行 6225 8888" || *inv.OrderID != d.order.ID || inv.DueDays != 30 {
			t.Errorf("invoice = %+v", inv)
		}
		lines := inv.Edges.Lines
		if len(lines) != 2 || lines[0].Description != "预付款 13%" || lines[0].NetMinor != 3_000 || lines[0].UnitPrice.String() != "30" || lines[1].TaxMinor != 90 {
			t.Errorf("lines = %+v", lines)
		}
	})
}

func TestInvoicesOfAllInstalmentsSumToTheContract(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := agreed(t, w, []finance.LineInput{line(t, "螺丝", "3", "0.3333", "13"), line(t, "培训", "1", "33.33", "6"), line(t, "出口件", "7", "1.01", "0")},
			term(t, "一", pricing.OnSign, "33.3333"), term(t, "二", pricing.OnSign, "33.3333"), term(t, "三", pricing.OnSign, "33.3334"))
		left := map[money.Rate]pricing.RateTotal{}
		for _, l := range d.contract.Lines {
			left[l.TaxRate] = pricing.RateTotal{NetMinor: l.NetMinor, TaxMinor: l.TaxMinor}
		}
		ids := d.items(t, w)
		for _, item := range []string{ids[2], ids[0], ids[1]} { // in any order
			for _, l := range readInvoice(t, w, ltctest.Got(billItems(w, item))(t)).Edges.Lines {
				was := left[l.TaxRate]
				left[l.TaxRate] = pricing.RateTotal{NetMinor: was.NetMinor - l.NetMinor, TaxMinor: was.TaxMinor - l.TaxMinor}
			}
		}
		for rate, l := range left {
			if l.NetMinor != 0 || l.TaxMinor != 0 {
				t.Errorf("at %s%% there is %+v left", rate, l)
			}
		}
		f := ltctest.Got(finance.PlanItemFigures(t.Context(), w.Reader(), ids))(t)
		if f[ids[0]].InvoicedMinor+f[ids[1]].InvoicedMinor+f[ids[2]].InvoicedMinor != d.contract.GrossMinor {
			t.Errorf("figures = %v of %d", f, d.contract.GrossMinor)
		}
	})
}

func TestBillingInstalmentsRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d, other := standard(t, w), standard(t, w)
		item := d.items(t, w)[0]
		bill := func(in finance.DraftInvoiceInput) func() (string, error) {
			return func() (string, error) { return finance.DraftInvoice(w.As(stage.Finance), w.Store, in) }
		}
		refuses(t, w, fault.CodeInvalid, "invoice.basis_needed", bill(finance.DraftInvoiceInput{}))
		refuses(t, w, fault.CodeInvalid, "invoice.basis_needed", bill(finance.DraftInvoiceInput{PlanItemIDs: []string{item}, OrderID: &d.order.ID, ExpectedVersion: ptr(1)}))
		refuses(t, w, fault.CodeInvalid, "invoice.several_contracts", bill(finance.DraftInvoiceInput{PlanItemIDs: []string{item, other.items(t, w)[0]}}))
		refuses(t, w, fault.CodeGuardFailed, "invoice.item_not_due", bill(finance.DraftInvoiceInput{PlanItemIDs: d.items(t, w)}))
		refuses(t, w, fault.CodeNotFound, "record.not_found", bill(finance.DraftInvoiceInput{PlanItemIDs: []string{d.order.ID}}))
		ltctest.Must(t, move(w, stage.Legal, d.contract.ID, "terminated", "双方同意"))
		refuses(t, w, fault.CodeGuardFailed, "invoice.contract_over", bill(finance.DraftInvoiceInput{PlanItemIDs: []string{item}}))
	})
}

func TestAnInstalmentIsBilledOnceWhileItsInvoiceStands(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		item := standard(t, w).items(t, w)[0]
		again := func() (string, error) { return billItems(w, item) }
		draft := ltctest.Got(again())(t)
		refuses(t, w, fault.CodeGuardFailed, "plan.item_billed", again)
		if err := move(w, stage.Finance, item, "waived", "赠送"); fault.RuleOf(err) != "plan.item_billed" {
			t.Errorf("a billed instalment is waived: %v", err)
		}
		ltctest.Got(finance.DiscardInvoice(w.As(stage.Finance), w.Store, finance.DiscardInvoiceInput{ID: draft, ExpectedVersion: 1}))(t)
		inv := posted(t, w, ltctest.Got(again())(t))
		refuses(t, w, fault.CodeGuardFailed, "plan.item_billed", again)
		ltctest.Got(finance.CreditInvoice(w.As(stage.Finance), w.Store, finance.CreditInvoiceInput{ID: inv.ID, ExpectedVersion: inv.Version, Reason: "price"}))(t)
		ltctest.Got(again())(t)
	})
}

func TestTwoWhoBillAtOnceBillOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		item := standard(t, w).items(t, w)[0]
		var errs [2]error
		var both sync.WaitGroup
		for i := range errs {
			both.Go(func() { _, errs[i] = billItems(w, item) })
		}
		both.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("errs = %v", errs)
		}
	})
}

func TestPartialInvoicesOfAcceptedLinesSumToTheLine(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := agreed(t, w, []finance.LineInput{line(t, "服务", "3", "0.3333", "13")})
		d.deliver(t, w)
		d.accept(t, w, "2")
		bill := func(howMuch string) func() (string, error) {
			return func() (string, error) { return d.billOrder(t, w, howMuch) }
		}
		refuses(t, w, fault.CodeInvalid, "partial.exceeds_line", bill("2.5"))
		first := readInvoice(t, w, ltctest.Got(bill("1")())(t))
		refuses(t, w, fault.CodeInvalid, "partial.exceeds_line", bill("2"))
		second := readInvoice(t, w, ltctest.Got(bill("")())(t))
		refuses(t, w, fault.CodeGuardFailed, "invoice.nothing_to_bill", bill(""))
		d.accept(t, w, "")
		last := readInvoice(t, w, ltctest.Got(bill("")())(t))
		net, tax := first.NetMinor+second.NetMinor+last.NetMinor, first.TaxMinor+second.TaxMinor+last.TaxMinor
		if net != d.order.NetMinor || tax != d.order.TaxMinor || first.Kind != "standard" {
			t.Errorf("%d + %d, want %d + %d", net, tax, d.order.NetMinor, d.order.TaxMinor)
		}
		quantities := ltctest.Got(finance.InvoicedQuantities(t.Context(), w.Reader(), []string{d.order.ID}))(t)
		same(t, quantities[d.order.Edges.Lines[0].ID].String(), "3")
		inv := posted(t, w, second.ID)
		ltctest.Got(finance.CreditInvoice(w.As(stage.Finance), w.Store, finance.CreditInvoiceInput{ID: inv.ID, ExpectedVersion: inv.Version, Reason: "service"}))(t)
		again := readInvoice(t, w, ltctest.Got(bill("")())(t))
		if again.NetMinor != second.NetMinor || again.TaxMinor != second.TaxMinor {
			t.Errorf("billed again: %d + %d, first it was %d + %d", again.NetMinor, again.TaxMinor, second.NetMinor, second.TaxMinor)
		}
	})
}

func TestAContractIsBilledInOneWay(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		d.deliver(t, w)
		d.accept(t, w, "")
		draft := ltctest.Got(billItems(w, d.items(t, w)[0]))(t)
		refuses(t, w, fault.CodeGuardFailed, "invoice.billed_otherwise", func() (string, error) { return d.billOrder(t, w, "") })
		ltctest.Got(finance.DiscardInvoice(w.As(stage.Finance), w.Store, finance.DiscardInvoiceInput{ID: draft, ExpectedVersion: 1}))(t)
		ltctest.Got(d.billOrder(t, w, "4"))(t)
		refuses(t, w, fault.CodeGuardFailed, "invoice.billed_otherwise", func() (string, error) { return billItems(w, d.items(t, w)[0]) })
	})
}

func TestADraftGoesThroughReviewOrDirectly(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		draft := ltctest.Got(billItems(w, standard(t, w).items(t, w)[0]))(t)
		ltctest.Must(t, move(w, stage.Sales, draft, "in_review", ""))
		ways := ltctest.Got(flow.Available(w.As(stage.Finance), w.Store, w.Reader(), []stage.Record{readInvoice(t, w, draft).LogRecord()}))(t)[draft]
		if len(ways) != 3 || ways[1].Verb != "postInvoice" || !ways[1].Allowed {
			t.Errorf("ways = %+v", ways)
		}
		same(t, *posted(t, w, draft).Number, "INV-2026-000001")
	})
}
