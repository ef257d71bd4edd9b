package sales_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAProspectBecomesACustomerWithItsFirstContractInForce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		ltctest.Got(accept(w, sent(t, w, o.ID)))(t)
		w.Drain()
		if a := ltctest.Got(w.Reader().Account.Get(t.Context(), *o.AccountID))(t); a.StageCategory != stage.Prospect {
			t.Errorf("before the contract is in force the account is %s", a.Stage)
		}
		ltctest.Got(sign(w, o.ID))(t)
		w.Drain()
		a := ltctest.Got(w.Reader().Account.Get(t.Context(), *o.AccountID))(t)
		if a.StageCategory != stage.Customer || a.UpdatedBy != "system" {
			t.Errorf("account = %+v", a)
		}
		version := a.Version
		w.Drain()
		if a = ltctest.Got(w.Reader().Account.Get(t.Context(), a.ID))(t); a.Version != version {
			t.Error("a second reading changed it again")
		}
	})
}

func TestAContractSignedWithoutAQuoteWinsItsOpportunity(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o, held := opportunity(t, w).ID, opportunityOf(t, w, "搁置")
		for _, id := range []string{o, held} {
			ltctest.Got(legal.DraftContract(w.As(stage.Sales), w.Store, legal.DraftContractInput{
				OpportunityID: id, Lines: []finance.LineInput{line(t, "框架服务", "1", "2000")},
			}))(t)
		}
		ltctest.Must(t, move(w, stage.Sales, held, "on_hold", ""))
		ltctest.Got(sign(w, o))(t)
		ltctest.Got(sign(w, held))(t)
		w.Drain()
		won := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), o))(t)
		if won.StageCategory != stage.Won || won.AmountMinor != 226000 || won.ClosedAt == nil {
			t.Errorf("opportunity = %+v", won)
		}
		if h := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), held))(t); h.StageCategory != stage.OnHold {
			t.Errorf("one on hold became %s", h.Stage)
		}
	})
}

func TestTheCRMPresetWinsWithoutAQuoteButNotWithoutAnAccount(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		publish(t, w, sales.CRMPreset)
		acc := account(t, w, "Acme Corporation")
		create := func(in sales.CreateOpportunityInput) string {
			return ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, in))(t)
		}
		won := create(sales.CreateOpportunityInput{Name: "GTX Pro", AccountID: &acc, Amount: yuan("4821")})
		ltctest.Must(t, move(w, stage.Sales, won, "engaging", ""))
		ltctest.Must(t, move(w, stage.Sales, won, "won", ""))
		nobodys := create(sales.CreateOpportunityInput{Name: "MG Special"})
		ltctest.Must(t, move(w, stage.Sales, nobodys, "engaging", ""))
		if err := move(w, stage.Sales, nobodys, "won", ""); err == nil {
			t.Error("won for nobody")
		}
		if err := move(w, stage.Sales, nobodys, "lost", ""); err == nil {
			t.Error("lost without a reason")
		}
		ltctest.Must(t, move(w, stage.Sales, nobodys, "lost", "not stated in the source"))
		o := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), nobodys))(t)
		if o.ClosedAt == nil || o.LostReason == nil || *o.LostReason != "not stated in the source" {
			t.Errorf("opportunity = %+v", o)
		}
	})
}
