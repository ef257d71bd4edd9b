package sales_test

import (
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestANewAccountIsAProspectOfWhoMadeIt(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{
			Name: " 深圳蓝海科技有限公司 ", Uscc: ptr("9144030071526726xg"), Phone: ptr("0755-8888 6666"), Revenue: yuan("12.30"),
		}))(t)
		a := ltctest.Got(w.Reader().Account.Get(t.Context(), id))(t)
		if a.Name != "深圳蓝海科技有限公司" || a.NameKey != "深圳蓝海科技" || a.StageCategory != stage.Prospect || *a.Uscc != "9144030071526726XG" ||
			*a.Phone != "+8675588886666" || *a.RevenueMinor != 1230 || a.PaymentDays != 30 || *a.OwnerID != w.People[stage.Sales].ID {
			t.Errorf("account = %+v", a)
		}
		logged(t, w, 0, "opened account >prospect")
	})
}

func TestAnAccountOfLikeNameIsSuspected(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		first := account(t, w, "深圳蓝海科技有限公司")
		again := sales.CreateAccountInput{Name: "深圳蓝海科技（集团）股份有限公司"}
		f := refusal(t, w, fault.CodeDuplicateSuspected, "account.duplicate", func() (string, error) {
			return sales.CreateAccount(w.As(stage.Sales), w.Store, again)
		})
		if c, ok := f.Help["candidates"].([]sales.Candidate); !ok || len(c) != 1 || c[0] != (sales.Candidate{ID: first, Name: "深圳蓝海科技有限公司"}) {
			t.Errorf("candidates = %v", f.Help["candidates"])
		}
		again.AllowDuplicate = ptr(true)
		if second := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, again))(t); second == first {
			t.Error("the duplicate that was allowed is the first one")
		}
	})
}

func TestTwoWhoMakeTheSameAccountAtOnceMakeOne(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ctx := w.As(stage.Sales)
		errs := make([]error, 6)
		var all sync.WaitGroup
		for i := range errs {
			all.Go(func() { _, errs[i] = sales.CreateAccount(ctx, w.Store, sales.CreateAccountInput{Name: "华恒集团"}) })
		}
		all.Wait()
		made := 0
		for _, err := range errs {
			switch {
			case err == nil:
				made++
			case fault.CodeOf(err) != fault.CodeDuplicateSuspected:
				t.Errorf("err = %v", err)
			}
		}
		if n := w.Reader().Account.Query().CountX(t.Context()); made != 1 || n != 1 {
			t.Errorf("%d were made, %d are there", made, n)
		}
	})
}

func TestWhatAnAccountRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		group := account(t, w, "华恒集团")
		member := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{
			Name: "华恒物流", ParentID: &group, Uscc: ptr("9144030071526726XG"),
		}))(t)
		create := func(in sales.CreateAccountInput) func() (string, error) {
			return func() (string, error) { return sales.CreateAccount(w.As(stage.Sales), w.Store, in) }
		}
		update := func(in sales.UpdateAccountInput) func() (string, error) {
			return func() (string, error) { return sales.UpdateAccount(w.As(stage.Sales), w.Store, in) }
		}
		tests := map[string]struct {
			code fault.Code
			rule string
			verb func() (string, error)
		}{
			"no name":                          {fault.CodeInvalid, "input.required", create(sales.CreateAccountInput{Name: "  "})},
			"a code with a wrong check digit":  {fault.CodeInvalid, "account.uscc_wrong", create(sales.CreateAccountInput{Name: "a", Uscc: ptr("9144030071526726XH")})},
			"another company's code":           {fault.CodeConflict, "account.uscc_taken", create(sales.CreateAccountInput{Name: "a", Uscc: ptr("9144030071526726XG")})},
			"another company's code, later":    {fault.CodeConflict, "account.uscc_taken", update(sales.UpdateAccountInput{ID: group, ExpectedVersion: 1, Uscc: ptr("9144030071526726XG")})},
			"a revenue in another currency":    {fault.CodeInvalid, "money.other_currency", create(sales.CreateAccountInput{Name: "a", Revenue: &money.Input{Amount: "1", Currency: "USD"}})},
			"a group that is not there":        {fault.CodeNotFound, "record.not_found", create(sales.CreateAccountInput{Name: "a", ParentID: ptr("acc_0")})},
			"a group that is its own member":   {fault.CodeInvalid, "account.parent_cycle", update(sales.UpdateAccountInput{ID: group, ExpectedVersion: 1, ParentID: &member})},
			"a group of itself":                {fault.CodeInvalid, "account.parent_cycle", update(sales.UpdateAccountInput{ID: group, ExpectedVersion: 1, ParentID: &group})},
			"a version that is not the newest": {fault.CodeStaleVersion, "record.stale", update(sales.UpdateAccountInput{ID: group, ExpectedVersion: 2, Name: ptr("b")})},
			"an id of another kind":            {fault.CodeNotFound, "record.not_found", update(sales.UpdateAccountInput{ID: w.People[stage.Sales].ID, ExpectedVersion: 1})},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) { refuses(t, w, tt.code, tt.rule, tt.verb) })
		}
	})
}

func TestAnAccountsFactsChangeAndEmpty(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := account(t, w, "华恒集团")
		in := sales.UpdateAccountInput{ID: id, ExpectedVersion: 1, Name: ptr("华恒智造有限公司"), Region: ptr("苏州"), PaymentDays: ptr(45)}
		ltctest.Got(sales.UpdateAccount(w.As(stage.Finance), w.Store, in))(t)
		a := ltctest.Got(w.Reader().Account.Get(t.Context(), id))(t)
		if a.NameKey != "华恒智造" || *a.Region != "苏州" || a.PaymentDays != 45 || a.Version != 2 {
			t.Errorf("account = %+v", a)
		}
		ltctest.Got(sales.UpdateAccount(w.As(stage.Sales), w.Store, sales.UpdateAccountInput{
			ID: id, ExpectedVersion: 2, Clear: []sales.AccountField{"region"},
		}))(t)
		if a = ltctest.Got(w.Reader().Account.Get(t.Context(), id))(t); a.Region != nil {
			t.Errorf("region = %v", *a.Region)
		}
		logged(t, w, 1, "edited account name name_key payment_days region", "edited account region")
	})
}

func TestOnlyFinanceHoldsAnAccountAndSaysWhy(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := customer(t, w, account(t, w, "华恒集团"))
		hold := func(as stage.Department, reason string) func() (string, error) {
			return func() (string, error) { return "", move(w, as, id, "on_hold", reason) }
		}
		refuses(t, w, fault.CodeForbidden, "access.transition", hold(stage.Sales, "欠款"))
		refuses(t, w, fault.CodeInvalid, "transition.reason_required", hold(stage.Finance, ""))
		ltctest.Must(t, move(w, stage.Finance, id, "on_hold", "欠款"))
		ltctest.Must(t, move(w, stage.Finance, id, "customer", ""))
	})
}

func TestAProspectIsNotMadeACustomerByHand(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := account(t, w, "华恒集团")
		if err := move(w, stage.Sales, id, "customer", ""); err == nil {
			t.Error("a prospect that bought nothing is a customer")
		}
	})
}
