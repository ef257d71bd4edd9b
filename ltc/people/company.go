// Package people holds who the company is and who works there: the legal entity, departments, users, and the sessions
// and tokens by which they are known. It decides who someone is, never what they may do.
package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db/legalentity"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Founding is what a company says of itself when it starts.
type Founding struct {
	Name, Currency, TimeZone, Calendar string
	TaxNumber, Address, Phone          string
	Bank, BankAccount                  string
	Departments                        map[stage.Department]string // names; the others get their function's
}

// Found makes the company: its legal entity, its six departments and a default process of every kind. A database that
// has one already is left as it is, but for what Install adds.
//
// Errors: INVALID for an unknown currency, time zone or calendar.
func Found(ctx context.Context, st *store.Store, f Founding) error {
	if _, err := money.Digits(f.Currency); err != nil {
		return err
	}
	if _, err := worktime.ByName(f.Calendar, f.TimeZone); err != nil {
		return err
	}
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		has, err := tx.LegalEntity.Query().Exist(ctx)
		if err != nil {
			return err
		}
		if !has {
			if err := found(ctx, tx, f); err != nil {
				return err
			}
		}
		return Install(ctx, tx)
	})
}

// Install brings a company that there is up to the program: the processes of kinds and the ready-made roles that are
// new to it.
func Install(ctx context.Context, tx *store.Tx) error {
	if err := installRoles(ctx, tx); err != nil {
		return err
	}
	return flow.Install(ctx, tx)
}

func found(ctx context.Context, tx *store.Tx, f Founding) error {
	c := tx.LegalEntity.Create().SetName(f.Name).SetCurrency(f.Currency).SetTimeZone(f.TimeZone).
		SetCalendar(legalentity.Calendar(f.Calendar))
	c.SetNillableTaxNumber(given(f.TaxNumber)).SetNillableAddress(given(f.Address)).SetNillablePhone(given(f.Phone)).
		SetNillableBank(given(f.Bank)).SetNillableBankAccount(given(f.BankAccount))
	if err := c.Exec(ctx); err != nil {
		return err
	}
	flow.ForgetCompany(tx.Store)
	for _, d := range stage.Departments() {
		name := f.Departments[d]
		if name == "" {
			name = names[d]
		}
		if err := tx.Department.Create().SetName(name).SetFunction(d).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// given is nil for an empty text.
func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// names of the departments where the company gives none.
var names = map[stage.Department]string{
	stage.Marketing: "市场部", stage.Sales: "销售部", stage.Legal: "法务部",
	stage.Delivery: "交付部", stage.Finance: "财务部", stage.Care: "客户服务部",
}

// Founded tells whether there is a company.
func Founded(ctx context.Context, st *store.Store) (bool, error) {
	return st.Reader().LegalEntity.Query().Exist(ctx)
}

// SystemCall is a call by the system itself, for the company that there is.
func SystemCall(ctx context.Context, st *store.Store, c call.Call) (call.Call, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if fault.CodeOf(err) == fault.CodeUnavailable {
		return c.As(call.System("")), nil
	}
	return c.As(call.System(co.ID)), err
}
