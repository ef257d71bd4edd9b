package sales_test

import (
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAnAcceptedQuoteWinsTheOpportunityAndDraftsTheContract(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		extra := line(t, "延保", "1", "300")
		extra.Optional = ptr(true)
		id := ltctest.Got(sales.CreateQuote(w.As(stage.Sales), w.Store, sales.CreateQuoteInput{
			OpportunityID: o.ID, Lines: []finance.LineInput{line(t, "改造服务", "2", "500"), extra},
		}))(t)
		v := send(t, w, id)
		before := len(w.Changes(nil))
		ltctest.Got(accept(w, v))(t)
		v = version(t, w, v.ID)
		if v.Stage != "accepted" || v.AcceptedAt == nil || *v.AcceptedBy != "王总" || *v.Evidence != "PO-7.pdf" {
			t.Errorf("version = %+v", v)
		}
		o = ltctest.Got(w.Reader().Opportunity.Get(t.Context(), o.ID))(t)
		if o.Stage != "won" || o.AmountMinor != 113000 || o.ClosedAt == nil || o.LostReason != nil {
			t.Errorf("opportunity = %+v", o)
		}
		k := ltctest.Got(w.Reader().Contract.Query().Where(contract.QuoteVersionID(v.ID)).Only(t.Context()))(t)
		if k.GrossMinor != 113000 || len(k.Lines) != 1 || len(k.PaymentTerms) != 1 || *k.OpportunityID != o.ID {
			t.Errorf("contract = %+v", k)
		}
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), o.JourneyID))(t)
		if j.AmountMinor != 113000 {
			t.Errorf("the journey is worth %d", j.AmountMinor)
		}
		logged(t, w, before, "moved quote_version sent>accepted", "edited opportunity amount_minor",
			"moved opportunity discovery>won", "opened contract >draft")
	})
}

func TestASecondYesChangesNothing(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v := sent(t, w, opportunity(t, w).ID)
		ltctest.Got(accept(w, v))(t)
		before := len(w.Changes(nil))
		if again := ltctest.Got(accept(w, v))(t); again != v.ID {
			t.Errorf("the second yes answers %s", again)
		}
		logged(t, w, before)
	})
}

func TestTwoWhoAcceptAtOnceMakeOneContract(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v := sent(t, w, opportunity(t, w).ID)
		ctx := w.As(stage.Sales)
		answers := make([]string, 8)
		errs := make([]error, len(answers))
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() {
				answers[i], errs[i] = sales.AcceptQuote(ctx, w.Store, sales.AcceptQuoteInput{ID: v.ID, ExpectedVersion: v.Version})
			})
		}
		all.Wait()
		for i := range answers {
			if errs[i] != nil || answers[i] != v.ID {
				t.Errorf("%d: %s, %v", i, answers[i], errs[i])
			}
		}
		if n := w.Reader().Contract.Query().CountX(t.Context()); n != 1 {
			t.Errorf("%d contracts", n)
		}
	})
}

func TestWhatCannotBeAccepted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		t.Run("a draft", func(t *testing.T) {
			v := draft(t, w, opportunityOf(t, w, "草稿"))
			refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", func() (string, error) { return accept(w, v) })
		})
		t.Run("a version somebody else has seen change", func(t *testing.T) {
			v := sent(t, w, opportunityOf(t, w, "旧版"))
			v.Version--
			refuses(t, w, fault.CodeStaleVersion, "record.stale", func() (string, error) { return accept(w, v) })
		})
		t.Run("by who is not in sales", func(t *testing.T) {
			v := sent(t, w, opportunityOf(t, w, "法务"))
			refuses(t, w, fault.CodeForbidden, "access.verb", func() (string, error) {
				return sales.AcceptQuote(w.As(stage.Legal), w.Store, sales.AcceptQuoteInput{ID: v.ID})
			})
		})
		t.Run("while the opportunity is on hold", func(t *testing.T) {
			o := opportunityOf(t, w, "搁置")
			v := sent(t, w, o)
			ltctest.Must(t, move(w, stage.Sales, o, "on_hold", ""))
			refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", func() (string, error) { return accept(w, v) })
		})
		t.Run("while the account is on hold", func(t *testing.T) {
			acc := customer(t, w, account(t, w, "欠款公司"))
			o := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "欠款", AccountID: &acc}))(t)
			v := sent(t, w, o)
			ltctest.Must(t, move(w, stage.Finance, acc, "on_hold", "欠款"))
			refuses(t, w, fault.CodeGuardFailed, "account.on_hold", func() (string, error) { return accept(w, v) })
			ltctest.Must(t, move(w, stage.Finance, acc, "customer", ""))
			ltctest.Got(accept(w, v))(t)
		})
		t.Run("with a blacklisted account", func(t *testing.T) {
			acc := account(t, w, "失信公司")
			o := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "失信", AccountID: &acc}))(t)
			v := sent(t, w, o)
			ltctest.Must(t, move(w, stage.Finance, acc, "blacklisted", "失信"))
			refuses(t, w, fault.CodeGuardFailed, "account.blacklisted", func() (string, error) { return accept(w, v) })
		})
	})
}

func TestTheLastDayOfAQuoteEndsAtTheCompanysMidnight(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		first, second := opportunityOf(t, w, "甲"), opportunityOf(t, w, "乙")
		inTime, tooLate := sent(t, w, first), sent(t, w, second)
		w.Wait(30*24*time.Hour + 14*time.Hour + 29*time.Minute) // 23:59 in Shanghai on the last day
		ltctest.Got(accept(w, inTime))(t)
		w.Wait(time.Minute)
		refuses(t, w, fault.CodeTransitionNotAllowed, "quote.expired", func() (string, error) { return accept(w, tooLate) })
		ts := ltctest.Got(flow.Available(w.As(stage.Sales), w.Store, w.Reader(), []stage.Record{version(t, w, tooLate.ID).LogRecord()}))(t)
		for _, tr := range ts[tooLate.ID] {
			if tr.Verb == "acceptQuote" && (tr.Open || len(tr.Missing) != 1 || tr.Missing[0].Rule != "quote.expired") {
				t.Errorf("available: %+v", tr)
			}
		}
	})
}
