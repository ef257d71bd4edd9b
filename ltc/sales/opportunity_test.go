package sales_test

import (
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAnOpportunityBeginsAJourney(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), o.JourneyID))(t)
		if o.Stage != "discovery" || o.AmountMinor != 100000 || *o.OwnerID != w.People[stage.Sales].ID {
			t.Errorf("opportunity = %+v", o)
		}
		if j.Phase != journey.PhaseOpportunity || j.AmountMinor != 100000 || *j.AccountID != *o.AccountID || *j.OwnerID != *o.OwnerID {
			t.Errorf("journey = %+v", j)
		}
		logged(t, w, 1, "opened opportunity >discovery")
	})
}

func TestAnOpportunityWithoutAccountMovesUntilAStageAsksForOne(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "仓库改造"}))(t)
		to := func(key string) func() (string, error) {
			return func() (string, error) { return "", move(w, stage.Sales, id, key, "") }
		}
		ltctest.Must(t, move(w, stage.Sales, id, "needs_confirmed", ""))
		refuses(t, w, fault.CodeGuardFailed, "opportunity.needs_account", to("solution"))
		acc := account(t, w, "华恒集团")
		ltctest.Got(sales.UpdateOpportunity(w.As(stage.Sales), w.Store, sales.UpdateOpportunityInput{ID: id, AccountID: &acc}))(t)
		ltctest.Must(t, move(w, stage.Sales, id, "solution", ""))
		refuses(t, w, fault.CodeGuardFailed, "opportunity.needs_amount", to("proposal"))
		ltctest.Must(t, move(w, stage.Sales, id, "on_hold", ""))
		refuses(t, w, fault.CodeGuardFailed, "opportunity.needs_amount", to("negotiation"))
		refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", to("won"))
		refuses(t, w, fault.CodeForbidden, "access.verb", func() (string, error) {
			return sales.UpdateOpportunity(w.As(stage.Legal), w.Store, sales.UpdateOpportunityInput{ID: id})
		})
	})
}

func TestAnotherAccountAmountAndOwnerAreTheJourneysToo(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		other := account(t, w, "华恒集团")
		ltctest.Got(sales.UpdateOpportunity(w.As(stage.Sales), w.Store, sales.UpdateOpportunityInput{
			ID: o.ID, ExpectedVersion: 1, AccountID: &other, Amount: yuan("20"), OwnerID: &w.People[stage.Care].ID,
		}))(t)
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), o.JourneyID))(t)
		if *j.AccountID != other || j.AmountMinor != 2000 || *j.OwnerID != w.People[stage.Care].ID {
			t.Errorf("journey = %+v", j)
		}
		logged(t, w, 3, "edited opportunity account_id amount_minor owner_id")
	})
}

func TestWhatAnOpportunityRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		stranger := ltctest.Got(sales.CreateContact(w.As(stage.Sales), w.Store, sales.CreateContactInput{Name: "路人"}))(t)
		banned := account(t, w, "失信公司")
		ltctest.Must(t, move(w, stage.Sales, banned, "blacklisted", "失信"))
		quoted := opportunityOf(t, w, "已报价")
		draft(t, w, quoted)
		create := func(in sales.CreateOpportunityInput) func() (string, error) {
			return func() (string, error) { return sales.CreateOpportunity(w.As(stage.Sales), w.Store, in) }
		}
		update := func(in sales.UpdateOpportunityInput) func() (string, error) {
			return func() (string, error) { return sales.UpdateOpportunity(w.As(stage.Sales), w.Store, in) }
		}
		tests := map[string]struct {
			code fault.Code
			rule string
			verb func() (string, error)
		}{
			"no name":                      {fault.CodeInvalid, "input.required", create(sales.CreateOpportunityInput{})},
			"a contact of somebody else":   {fault.CodeInvalid, "contact.other_account", create(sales.CreateOpportunityInput{Name: "a", AccountID: o.AccountID, ContactID: &stranger})},
			"a contact of nobody, later":   {fault.CodeInvalid, "contact.other_account", update(sales.UpdateOpportunityInput{ID: o.ID, ContactID: &stranger})},
			"an account that is banned":    {fault.CodeGuardFailed, "account.blacklisted", create(sales.CreateOpportunityInput{Name: "a", AccountID: &banned})},
			"a product that is not there":  {fault.CodeNotFound, "record.not_found", create(sales.CreateOpportunityInput{Name: "a", ProductID: ptr("prd_0")})},
			"an owner who is not there":    {fault.CodeNotFound, "record.not_found", create(sales.CreateOpportunityInput{Name: "a", OwnerID: ptr("usr_0")})},
			"an amount in dollars":         {fault.CodeInvalid, "money.other_currency", create(sales.CreateOpportunityInput{Name: "a", Amount: &money.Input{Amount: "1", Currency: "USD"}})},
			"another account once quoted":  {fault.CodeGuardFailed, "opportunity.account_fixed", update(sales.UpdateOpportunityInput{ID: quoted, AccountID: o.AccountID})},
			"a version that is not newest": {fault.CodeStaleVersion, "record.stale", update(sales.UpdateOpportunityInput{ID: o.ID, ExpectedVersion: 9, Name: ptr("b")})},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) { refuses(t, w, tt.code, tt.rule, tt.verb) })
		}
	})
}

func opportunityOf(t *testing.T, w *ltctest.World, name string) string {
	t.Helper()
	acc := account(t, w, name)
	return ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: name, AccountID: &acc}))(t)
}

func TestALostOpportunityKnowsWhenAndWhyUntilItIsReopened(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for name, lose := range map[string]func(id string) error{
			"by loseOpportunity": func(id string) error {
				_, err := sales.LoseOpportunity(w.As(stage.Sales), w.Store, sales.LoseOpportunityInput{ID: id, Reason: "价格", Comment: ptr("贵 5%")})
				return err
			},
			"given up by moveStage": func(id string) error { return move(w, stage.Sales, id, "abandoned", "价格") },
		} {
			t.Run(name, func(t *testing.T) {
				id := opportunityOf(t, w, name)
				w.Wait(time.Hour)
				ltctest.Must(t, lose(id))
				o := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), id))(t)
				if o.LostReason == nil || *o.LostReason != "价格" || o.ClosedAt == nil || !o.ClosedAt.Equal(w.Now()) {
					t.Errorf("opportunity = %+v", o)
				}
				if j := ltctest.Got(w.Reader().Journey.Get(t.Context(), o.JourneyID))(t); j.Status != journey.StatusLost {
					t.Errorf("the journey is %s", j.Status)
				}
				ltctest.Must(t, move(w, stage.Sales, id, "discovery", "客户回头"))
				o = ltctest.Got(w.Reader().Opportunity.Get(t.Context(), id))(t)
				if o.LostReason != nil || o.ClosedAt != nil {
					t.Errorf("reopened: %+v", o)
				}
				if j := ltctest.Got(w.Reader().Journey.Get(t.Context(), o.JourneyID))(t); j.Status != journey.StatusOpen {
					t.Errorf("the journey is %s", j.Status)
				}
			})
		}
	})
}

func TestLosingNeedsAReasonAndNoPromise(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		lose := func(reason string) func() (string, error) {
			return func() (string, error) {
				return sales.LoseOpportunity(w.As(stage.Sales), w.Store, sales.LoseOpportunityInput{ID: o.ID, Reason: reason})
			}
		}
		refuses(t, w, fault.CodeInvalid, "input.required", lose(" "))
		ltctest.Got(accept(w, sent(t, w, o.ID)))(t)
		refuses(t, w, fault.CodeTransitionNotAllowed, "transition.not_allowed", lose("价格"))
		ltctest.Must(t, move(w, stage.Sales, o.ID, "negotiation", "客户要改"))
		refuses(t, w, fault.CodeGuardFailed, "opportunity.promise_stands", lose("价格"))
		refuses(t, w, fault.CodeGuardFailed, "opportunity.promise_stands", func() (string, error) {
			return "", move(w, stage.Sales, o.ID, "abandoned", "价格")
		})
		k := ltctest.Got(w.Reader().Contract.Query().Only(t.Context()))(t)
		ltctest.Must(t, move(w, stage.Legal, k.ID, "void", "客户要改"))
		ltctest.Got(lose("价格")())(t)
	})
}

func TestAWonOpportunityIsBoundByItsContract(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		o := opportunity(t, w)
		ltctest.Got(accept(w, sent(t, w, o.ID)))(t)
		ltctest.Got(sign(w, o.ID))(t)
		refuses(t, w, fault.CodeGuardFailed, "opportunity.contract_stands", func() (string, error) {
			return "", move(w, stage.Sales, o.ID, "negotiation", "客户要改")
		})
	})
}
