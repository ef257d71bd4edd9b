package sales_test

import (
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/quoteline"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAQuoteIsPricedByTheServer(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		product := ltctest.Got(sales.CreateProduct(w.As(stage.Sales), w.Store, sales.CreateProductInput{
			Sku: "HX-100", Name: "分拣机", Unit: ptr("台"), ListPrice: *price(t, "1000"), TaxRate: percent(t, "13"),
		}))(t)
		extra := line(t, "延保", "1", "300")
		extra.Optional = ptr(true)
		before := len(w.Changes(nil))
		id := ltctest.Got(sales.CreateQuote(w.As(stage.Sales), w.Store, sales.CreateQuoteInput{
			OpportunityID: o.ID, HeaderDiscount: yuan("100"), ExpectedTotal: yuan("2147"),
			Lines: []finance.LineInput{{ProductID: &product, Quantity: quantity(t, "2")}, extra},
		}))(t)
		v := version(t, w, id)
		if v.Number != 1 || v.ListMinor != 200000 || v.DiscountTotalMinor != 10000 || v.HeaderDiscountMinor != 10000 ||
			v.NetMinor != 190000 || v.TaxMinor != 24700 || v.GrossMinor != 214700 || v.ValidUntil != *today(w, 30) {
			t.Errorf("version = %+v", v)
		}
		if len(v.PaymentTerms) != 1 || v.PaymentTerms[0].Trigger != pricing.OnAcceptance || v.PaymentTerms[0].DueDays != 30 {
			t.Errorf("terms = %+v", v.PaymentTerms)
		}
		lines := ltctest.Got(w.Reader().QuoteLine.Query().Where(quoteline.QuoteVersionID(id)).Order(quoteline.ByPosition()).All(t.Context()))(t)
		if len(lines) != 2 || lines[0].Position != 1 || lines[0].Description != "分拣机" || lines[0].Unit != "台" || lines[0].GrossMinor != 214700 ||
			lines[1].Position != 2 || !lines[1].Optional || lines[1].GrossMinor != 33900 {
			t.Errorf("lines = %v", lines)
		}
		if q := ltctest.Got(w.Reader().Quote.Get(t.Context(), v.QuoteID))(t); !q.Primary || *q.OwnerID != *o.OwnerID {
			t.Errorf("quote = %+v", q)
		}
		logged(t, w, before, "opened quote", "opened quote_version >draft")
	})
}

func TestWhatADraftOfAQuoteRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		nobodys := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "无客户"}))(t)
		lost := opportunityOf(t, w, "已输")
		ltctest.Got(sales.LoseOpportunity(w.As(stage.Sales), w.Store, sales.LoseOpportunityInput{ID: lost, Reason: "价格"}))(t)
		one := []finance.LineInput{line(t, "服务", "1", "10")}
		half := []finance.PaymentTermInput{{Name: "预付款", Trigger: pricing.OnSign, Percent: *percent(t, "50")}}
		tests := map[string]struct {
			in   sales.CreateQuoteInput
			code fault.Code
			rule string
		}{
			"without an account":              {sales.CreateQuoteInput{OpportunityID: nobodys}, fault.CodeGuardFailed, "opportunity.needs_account"},
			"for what is lost":                {sales.CreateQuoteInput{OpportunityID: lost}, fault.CodeGuardFailed, "opportunity.closed"},
			"a total that differs":            {sales.CreateQuoteInput{OpportunityID: o.ID, Lines: one, ExpectedTotal: yuan("11.31")}, fault.CodeInvalid, "quote.total_differs"},
			"valid until yesterday":           {sales.CreateQuoteInput{OpportunityID: o.ID, ValidUntil: today(w, -1)}, fault.CodeInvalid, "quote.valid_until_past"},
			"a discount of more than all":     {sales.CreateQuoteInput{OpportunityID: o.ID, Lines: one, HeaderDiscount: yuan("10.01")}, fault.CodeInvalid, "document.discount_exceeds_lines"},
			"a discount in dollars":           {sales.CreateQuoteInput{OpportunityID: o.ID, Lines: one, HeaderDiscount: &money.Input{Amount: "1", Currency: "USD"}}, fault.CodeInvalid, "money.other_currency"},
			"terms that make half":            {sales.CreateQuoteInput{OpportunityID: o.ID, Lines: one, PaymentTerms: half}, fault.CodeInvalid, "plan.not_100_percent"},
			"an opportunity that is not here": {sales.CreateQuoteInput{OpportunityID: "opp_0"}, fault.CodeNotFound, "record.not_found"},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				refuses(t, w, tt.code, tt.rule, func() (string, error) { return sales.CreateQuote(w.As(stage.Sales), w.Store, tt.in) })
			})
		}
		f := refusal(t, w, fault.CodeInvalid, "input.not_positive", func() (string, error) {
			return sales.CreateQuote(w.As(stage.Sales), w.Store, sales.CreateQuoteInput{OpportunityID: o.ID, Lines: append(one, line(t, "无", "0", "1"))})
		})
		if len(f.Fields) != 1 || f.Fields[0].Path != "lines.1.quantity" {
			t.Errorf("fields = %v", f.Fields)
		}
	})
}

func TestADraftIsRewrittenAndEachRewritingIsLogged(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v := draft(t, w, opportunity(t, w).ID)
		before := len(w.Changes(nil))
		update := func(in sales.UpdateQuoteInput) string {
			in.ID = v.ID
			return ltctest.Got(sales.UpdateQuote(w.As(stage.Sales), w.Store, in))(t)
		}
		update(sales.UpdateQuoteInput{ExpectedVersion: 1, HeaderDiscount: yuan("100")})
		if got := version(t, w, v.ID); got.NetMinor != 90000 || got.GrossMinor != 101700 {
			t.Errorf("discounted: %+v", got)
		}
		update(sales.UpdateQuoteInput{ExpectedVersion: 2, Lines: []finance.LineInput{line(t, "改造服务（含培训）", "2", "500")}})
		update(sales.UpdateQuoteInput{ExpectedVersion: 3, Remark: ptr("含运费"), ValidUntil: today(w, 10)})
		update(sales.UpdateQuoteInput{ExpectedVersion: 4, Remark: ptr("含运费")})
		lines := ltctest.Got(w.Reader().QuoteLine.Query().All(t.Context()))(t)
		if len(lines) != 1 || lines[0].Description != "改造服务（含培训）" || lines[0].NetMinor != 90000 {
			t.Errorf("lines = %v", lines)
		}
		logged(t, w, before,
			"edited quote_version content_hash discount_total_minor gross_minor header_discount_minor net_minor tax_minor",
			"edited quote_version content_hash", "edited quote_version content_hash remark valid_until")
		stale := func() (string, error) {
			return sales.UpdateQuote(w.As(stage.Sales), w.Store, sales.UpdateQuoteInput{ID: v.ID, ExpectedVersion: 1, Remark: ptr("x")})
		}
		refuses(t, w, fault.CodeStaleVersion, "record.stale", stale)
	})
}

func TestASubmittedQuoteIsApprovedBySystemAndFixed(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v := draft(t, w, opportunity(t, w).ID)
		before := len(w.Changes(nil))
		ltctest.Got(sales.SubmitQuote(w.As(stage.Sales), w.Store, sales.SubmitQuoteInput{ID: v.ID, ExpectedVersion: 1}))(t)
		ltctest.Got(sales.SendQuote(w.As(stage.Sales), w.Store, sales.SendQuoteInput{ID: v.ID, ExpectedVersion: 3, Comment: ptr("邮件")}))(t)
		got := version(t, w, v.ID)
		if got.Stage != "sent" || got.SentAt == nil || got.ContentHash != v.ContentHash || len(got.ContentHash) != 64 {
			t.Errorf("version = %+v", got)
		}
		logged(t, w, before, "moved quote_version draft>in_approval", "moved quote_version in_approval>approved by system", "moved quote_version approved>sent")
		refuses(t, w, fault.CodeGuardFailed, "quote.not_draft", func() (string, error) {
			return sales.UpdateQuote(w.As(stage.Sales), w.Store, sales.UpdateQuoteInput{ID: v.ID, ExpectedVersion: 4, Remark: ptr("x")})
		})
	})
}

func TestAnEmptyQuoteIsNotSubmitted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(sales.CreateQuote(w.As(stage.Sales), w.Store, sales.CreateQuoteInput{OpportunityID: opportunity(t, w).ID}))(t)
		submit := func() (string, error) {
			return sales.SubmitQuote(w.As(stage.Sales), w.Store, sales.SubmitQuoteInput{ID: id, ExpectedVersion: 1})
		}
		refuses(t, w, fault.CodeGuardFailed, "quote.needs_lines", submit)
	})
}

func TestTheNextVersionSupersedesTheLastOne(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v1 := sent(t, w, opportunity(t, w).ID)
		revise := func() (string, error) {
			return sales.ReviseQuote(w.As(stage.Sales), w.Store, sales.ReviseQuoteInput{ID: v1.QuoteID, ExpectedVersion: 1})
		}
		v2 := version(t, w, ltctest.Got(revise())(t))
		if v2.Number != 2 || v2.Stage != "draft" || v2.GrossMinor != v1.GrossMinor || version(t, w, v1.ID).Stage != "sent" {
			t.Errorf("v1 = %+v, v2 = %+v", v1, v2)
		}
		refuses(t, w, fault.CodeConflict, "quote.draft_exists", revise)
		before := len(w.Changes(nil))
		send(t, w, v2.ID)
		logged(t, w, before, "moved quote_version draft>in_approval", "moved quote_version sent>superseded by system",
			"moved quote_version in_approval>approved by system", "moved quote_version approved>sent")
		refuses(t, w, fault.CodeTransitionNotAllowed, "quote.superseded", func() (string, error) { return accept(w, v1) })
		ltctest.Got(accept(w, version(t, w, v2.ID)))(t)
		refuses(t, w, fault.CodeConflict, "quote.accepted_already", revise)
	})
}

func TestARevisionOfWhatIsOverIsValidAgain(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v := sent(t, w, opportunity(t, w).ID)
		w.Wait(40 * 24 * time.Hour)
		ltctest.Must(t, move(w, stage.Sales, v.ID, "declined", "太贵"))
		next := version(t, w, ltctest.Got(sales.ReviseQuote(w.As(stage.Sales), w.Store, sales.ReviseQuoteInput{ID: v.QuoteID}))(t))
		if next.ValidUntil != *today(w, 30) {
			t.Errorf("valid until %s", next.ValidUntil)
		}
	})
}

func TestADayMarksWhatCanNoLongerBeAccepted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		v := sent(t, w, opportunity(t, w).ID)
		daily := func() {
			ltctest.Must(t, flow.RunDaily(call.With(t.Context(), call.New(call.System(""), w.Now(), call.Automation)), w.Store))
		}
		w.Wait(30 * 24 * time.Hour)
		if daily(); version(t, w, v.ID).Stage != "sent" {
			t.Error("expired on its last day")
		}
		w.Wait(24 * time.Hour)
		before := len(w.Changes(nil))
		daily()
		logged(t, w, before, "moved quote_version sent>expired by system")
		refuses(t, w, fault.CodeTransitionNotAllowed, "quote.expired", func() (string, error) { return accept(w, v) })
	})
}
