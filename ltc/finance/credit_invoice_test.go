package finance_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
)

func credit(w *ltctest.World, inv *db.Invoice) (string, error) {
	return finance.CreditInvoice(w.As(stage.Finance), w.Store, finance.CreditInvoiceInput{ID: inv.ID, ExpectedVersion: inv.Version, Reason: "return"})
}

func TestACreditedInvoiceOwesNothingAndItsMoneyIsCredit(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		inv := posted(t, w, ltctest.Got(billItems(w, d.items(t, w)[0]))(t))
		p := ltctest.Got(pay(w, d.contract.AccountID, "339", nil, to(inv, "339")))(t)
		inv = readInvoice(t, w, inv.ID)
		before := len(w.Changes(nil))
		note := ltctest.Got(w.Reader().CreditNote.Get(t.Context(), ltctest.Got(credit(w, inv))(t)))(t)
		logged(t, w, before,
			"opened allocation >", "moved invoice closed>posted",
			"opened credit_note >draft", "moved credit_note draft>approved by system", "moved credit_note approved>posted",
			"moved invoice posted>closed")
		if *note.Number != "CN-2026-000001" || note.GrossMinor != inv.GrossMinor || *note.IssuedOn != monday {
			t.Errorf("note = %+v", note)
		}
		same(t, stands(t, w, inv.ID), "closed paid 0 credited 33900 outstanding 0")
		same(t, owes(t, w, d.contract.AccountID), "invoiced 0 paid 0 outstanding 0 credit 33900")
		if v := readPayment(t, w, p).Version; v != 4 {
			t.Errorf("the payment is at version %d: whoever saw it before sees it anew", v)
		}
		refuses(t, w, fault.CodeGuardFailed, "invoice.credited", func() (string, error) { return credit(w, readInvoice(t, w, inv.ID)) })
	})
}

func TestCreditingRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		draft := readInvoice(t, w, ltctest.Got(billItems(w, d.items(t, w)[0]))(t))
		refuses(t, w, fault.CodeGuardFailed, "invoice.not_posted", func() (string, error) { return credit(w, draft) })
		w.Wait(24 * time.Hour)
		inv := posted(t, w, draft.ID)
		refuses(t, w, fault.CodeStaleVersion, "record.stale", func() (string, error) { return credit(w, draft) })
		refuses(t, w, fault.CodeInvalid, "credit.before_invoice", func() (string, error) {
			return finance.CreditInvoice(w.As(stage.Finance), w.Store, finance.CreditInvoiceInput{
				ID: inv.ID, ExpectedVersion: inv.Version, Reason: "price", IssuedOn: &monday,
			})
		})
	})
}

// Whatever is allocated, taken back and credited: an account owes what was invoiced and not paid, its payments are
// what is paid and what is credit, and no invoice is paid beyond its gross.
func TestMoneyIsNeitherMadeNorLost(t *testing.T) {
	steps := rapid.SliceOfN(rapid.IntRange(0, 99), 12, 12)
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for seed := range 3 {
			d := agreed(t, w, []finance.LineInput{line(t, "服务", "1", "100", "6")},
				term(t, "一", pricing.OnSign, "30"), term(t, "二", pricing.OnSign, "70"))
			account := d.contract.AccountID
			var invoices []*db.Invoice
			for _, item := range d.items(t, w) {
				invoices = append(invoices, posted(t, w, ltctest.Got(billItems(w, item))(t)))
			}
			payments := []string{ltctest.Got(pay(w, account, "60", nil))(t), ltctest.Got(pay(w, account, "70", nil))(t)}
			for _, n := range steps.Example(seed) {
				step(t, w, n, invoices[n%2], payments[n/2%2])
				f := ltctest.Got(finance.AccountFigures(t.Context(), w.Reader(), []string{account}, finance.Whole))(t)[account]
				if f.PaidMinor+f.CreditMinor != 13_000 || f.OutstandingMinor != f.InvoicedMinor-f.PaidMinor || f.CreditMinor < 0 || f.OutstandingMinor < 0 {
					t.Fatalf("after %d: %+v", n, f)
				}
				sums(t, w, invoices, payments, f)
			}
		}
	})
}

// step allocates what it can of a payment, or takes an allocation back, or, rarely, credits the invoice.
func step(t *testing.T, w *ltctest.World, n int, inv *db.Invoice, paymentID string) {
	t.Helper()
	p := readPayment(t, w, paymentID)
	switch {
	case n >= 95:
		_, err := credit(w, readInvoice(t, w, inv.ID))
		if rule := fault.RuleOf(err); err != nil && rule != "invoice.credited" {
			t.Fatal(err)
		}
	case n >= 60:
		a, err := w.Reader().Allocation.Query().Where(allocation.PaymentID(p.ID), allocation.ReversesIDIsNil(),
			allocation.Not(allocation.HasReversal())).First(t.Context())
		if err == nil {
			ltctest.Got(finance.ReverseAllocation(w.As(stage.Finance), w.Store, finance.ReverseAllocationInput{
				ID: a.ID, ExpectedVersion: p.Version, Reason: "x"}))(t)
		}
	default:
		left := ltctest.Got(finance.PaymentFigures(t.Context(), w.Reader(), []string{p.ID}))(t)[p.ID].UnallocatedMinor
		owed := ltctest.Got(finance.InvoiceFigures(t.Context(), w.Reader(), []string{inv.ID}))(t)[inv.ID].OutstandingMinor
		if most := min(left, owed, int64(100*n+1)); most > 0 {
			ltctest.Got(finance.AllocatePayment(w.As(stage.Finance), w.Store, finance.AllocatePaymentInput{
				ID: p.ID, ExpectedVersion: p.Version,
				Allocations: []finance.AllocationInput{to(inv, amount(most))},
			}))(t)
		}
	}
}

// sums compares the account's figures with those of its invoices and payments.
func sums(t *testing.T, w *ltctest.World, invoices []*db.Invoice, payments []string, f finance.AccountFigure) {
	t.Helper()
	var paid, outstanding, allocated int64
	for _, inv := range invoices {
		i := ltctest.Got(finance.InvoiceFigures(t.Context(), w.Reader(), []string{inv.ID}))(t)[inv.ID]
		if closed := readInvoice(t, w, inv.ID).StageCategory == stage.Closed; closed != (i.OutstandingMinor == 0) {
			t.Fatalf("an invoice that owes %d is closed: %v", i.OutstandingMinor, closed)
		}
		paid += i.PaidMinor
		outstanding += i.OutstandingMinor
	}
	for _, p := range ltctest.Got(finance.PaymentFigures(t.Context(), w.Reader(), payments))(t) {
		allocated += p.AllocatedMinor
	}
	if paid != f.PaidMinor || outstanding != f.OutstandingMinor || allocated != paid {
		t.Fatalf("paid %d, outstanding %d, allocated %d, but the account says %+v", paid, outstanding, allocated, f)
	}
}
