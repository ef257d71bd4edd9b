package finance_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func TestPostingGivesNumberAndDueDate(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		d := standard(t, w)
		draft := ltctest.Got(finance.DraftInvoice(w.As(stage.Finance), w.Store, finance.DraftInvoiceInput{
			PlanItemIDs: d.items(t, w)[:1], DueDays: ptr(33), // 4 April 2026 is a Saturday of 清明: due on Tuesday the 7th
		}))(t)
		before := len(w.Changes(nil))
		inv := posted(t, w, draft)
		logged(t, w, before, "moved invoice draft>posted")
		same(t, *inv.Number+" "+inv.IssuedOn.String()+" "+inv.DueOn.String(), "INV-2026-000001 2026-03-02 2026-04-07")
		same(t, stands(t, w, inv.ID), "posted paid 0 credited 0 outstanding 33900")
		refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", func() (string, error) {
			return finance.PostInvoice(w.As(stage.Finance), w.Store, finance.PostInvoiceInput{ID: inv.ID, ExpectedVersion: inv.Version})
		})
		refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", func() (string, error) {
			return finance.DiscardInvoice(w.As(stage.Finance), w.Store, finance.DiscardInvoiceInput{ID: inv.ID, ExpectedVersion: inv.Version})
		})
	})
}

func TestDatesInTheSeriesDoNotGoBack(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		post := func(on worktime.Date) func() (string, error) {
			draft := ltctest.Got(billItems(w, standard(t, w).items(t, w)[0]))(t)
			return func() (string, error) {
				return finance.PostInvoice(w.As(stage.Finance), w.Store, finance.PostInvoiceInput{ID: draft, ExpectedVersion: 1, IssuedOn: &on})
			}
		}
		w.Wait(48 * time.Hour)
		ltctest.Got(post(monday.AddDays(1))())(t)
		refuses(t, w, fault.CodeInvalid, "number.date_goes_back", post(monday))
		refuses(t, w, fault.CodeInvalid, "date.in_future", post(monday.AddDays(3)))
		next := ltctest.Got(post(monday.AddDays(2))())(t)
		same(t, *readInvoice(t, w, next).Number, "INV-2026-000002")
	})
}

func TestADiscardedDraftBurnsNoNumber(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		first, second := standard(t, w), standard(t, w)
		draft := ltctest.Got(billItems(w, first.items(t, w)[0]))(t)
		before := len(w.Changes(nil))
		ltctest.Got(finance.DiscardInvoice(w.As(stage.Finance), w.Store, finance.DiscardInvoiceInput{ID: draft, ExpectedVersion: 1, Reason: ptr("抬头有误")}))(t)
		logged(t, w, before, "moved invoice draft>discarded")
		same(t, w.Changes(nil)[before].Reason, "抬头有误")
		same(t, *posted(t, w, ltctest.Got(billItems(w, second.items(t, w)[0]))(t)).Number, "INV-2026-000001")
	})
}

// R37: sixteen people post five drafts each at the same time.
func TestNumbersHaveNoHoleAndNoRepeat(t *testing.T) {
	const people, each = 16, 5
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		var drafts [people][]string
		for i := range drafts {
			terms := make([]finance.PaymentTermInput, each)
			for j := range terms {
				terms[j] = term(t, fmt.Sprint(j), pricing.OnSign, "20")
			}
			for _, item := range agreed(t, w, []finance.LineInput{line(t, "服务", "1", "100", "6")}, terms...).items(t, w) {
				drafts[i] = append(drafts[i], ltctest.Got(billItems(w, item))(t))
			}
		}
		var all sync.WaitGroup
		for _, mine := range drafts {
			all.Go(func() {
				for _, draft := range mine {
					if _, err := finance.PostInvoice(w.As(stage.Finance), w.Store, finance.PostInvoiceInput{ID: draft, ExpectedVersion: 1}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		numbers := ltctest.Got(w.Reader().Invoice.Query().Where(invoice.NumberNotNil()).Select(invoice.FieldNumber).Strings(t.Context()))(t)
		slices.Sort(numbers)
		for i, number := range numbers {
			if want := fmt.Sprintf("INV-2026-%06d", i+1); number != want {
				t.Fatalf("number %d is %s", i+1, number)
			}
		}
		if len(numbers) != people*each {
			t.Errorf("%d numbers", len(numbers))
		}
	})
}
