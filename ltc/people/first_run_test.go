package people_test

import (
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

func founding(name string) people.FirstRunInput {
	return people.FirstRunInput{
		Company: name, Currency: "CNY", TimeZone: "Asia/Shanghai", Calendar: "cn", Name: "王雪", Email: "wang@example.com", Password: password,
	}
}

func TestTheFirstRunFoundsTheCompanyOnce(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
		t.Cleanup(func() { _ = st.Close() })
		ctx := call.With(t.Context(), call.New(call.Viewer{}, ltctest.Monday, call.UI))
		ltctest.Must(t, flow.CheckEpoch(ctx, st))

		bad := founding("华恒智造")
		bad.Email = "no e-mail"
		_, _, err := people.FirstRun(ctx, st, bad)
		refuses(t, "a bad e-mail", err, fault.CodeInvalid, "input.email")
		bad = founding("  ")
		_, _, err = people.FirstRun(ctx, st, bad)
		refuses(t, "no name", err, fault.CodeInvalid, "input.required")
		if ltctest.Got(people.Founded(ctx, st))(t) || ltctest.Got(people.HasUsers(ctx, st))(t) {
			t.Fatal("something was written")
		}

		var wait sync.WaitGroup
		errs := make([]error, 2)
		secrets := make([]string, 2)
		for i, name := range []string{"华恒智造", "苏州博远"} {
			wait.Go(func() { _, secrets[i], errs[i] = people.FirstRun(ctx, st, founding(name)) })
		}
		wait.Wait()
		if errs[0] != nil {
			errs[0], errs[1], secrets[0] = errs[1], errs[0], secrets[1]
		}
		ltctest.Must(t, errs[0])
		refuses(t, "the second of two at once", errs[1], fault.CodeConflict, "setup.done")
		v, _, err := people.BySession(ctx, st, secrets[0])
		if err != nil || !v.Admin() || v.LegalEntityID == "" {
			t.Errorf("the first administrator: %+v %v", v, err)
		}
		_, _, err = people.FirstRun(ctx, st, founding("late"))
		refuses(t, "later", err, fault.CodeConflict, "setup.done")
		if n := ltctest.Got(st.Reader().LegalEntity.Query().Count(ctx))(t); n != 1 {
			t.Errorf("%d companies", n)
		}
	})
}
