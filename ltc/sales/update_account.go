package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// AccountField is a fact of an account that can be emptied, by its column.
type AccountField string

// UpdateAccountInput is what changes of an account; what is nil stays.
type UpdateAccountInput struct {
	ID                              string
	ExpectedVersion                 int
	Name                            *string
	ShortName, Uscc                 *string
	Industry, Region, Level         *string
	ParentID                        *string
	Phone, Website                  *string
	BillingAddress, ShippingAddress *string
	InvoiceTitle, TaxNumber         *string
	Bank, BankAccount               *string
	PaymentDays                     *int
	Employees, Founded              *int
	Revenue                         *money.Input
	OwnerID                         *string
	NextStep                        *string
	NextStepDue                     *worktime.Date
	Clear                           []AccountField
}

// UpdateAccount changes an account's facts. Other terms of payment do not move the due dates of what is posted (R45).
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID (account.parent_cycle); CONFLICT (account.uscc_taken).
func UpdateAccount(ctx context.Context, st *store.Store, in UpdateAccountInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	if err := flow.Kind(id.Account, in.ID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: "updateAccount", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		a, err := tx.Account.Get(ctx, in.ID)
		if err != nil {
			return stage.Record{}, err
		}
		u, err := in.build(ctx, tx, a)
		if err != nil {
			return stage.Record{}, err
		}
		return record(flow.Edit(ctx, tx, a, u, in.ExpectedVersion))
	})
}

func (in *UpdateAccountInput) clean() error {
	var p fault.Problems
	if in.Name != nil {
		trim(&in.Name)
		p.Unless(in.Name != nil, "name", "input.required")
	}
	p.Short("name", in.Name, 200)
	p.Short("nextStep", in.NextStep, 500)
	cleanUSCC(&p, &in.Uscc)
	CleanPhone(&p, "phone", &in.Phone)
	cleanFigures(&p, in.PaymentDays, in.Employees, in.Founded)
	bound(&p, 2000, text{"shortName", in.ShortName}, text{"industry", in.Industry}, text{"region", in.Region},
		text{"level", in.Level}, text{"website", in.Website}, text{"billingAddress", in.BillingAddress},
		text{"shippingAddress", in.ShippingAddress}, text{"invoiceTitle", in.InvoiceTitle},
		text{"taxNumber", in.TaxNumber}, text{"bank", in.Bank}, text{"bankAccount", in.BankAccount})
	return p.Err()
}

// build checks what the input refers to and says what changes of the account.
func (in UpdateAccountInput) build(ctx context.Context, tx *store.Tx, a *db.Account) (*db.AccountUpdateOne, error) {
	if err := unusedCode(ctx, tx, in.Uscc, a.ID); err != nil {
		return nil, err
	}
	if err := groupOf(ctx, tx, in.ParentID, a.ID); err != nil {
		return nil, err
	}
	if in.OwnerID != nil {
		if err := people.Active(ctx, tx, *in.OwnerID); err != nil {
			return nil, err
		}
	}
	revenue, err := money.MinorOf(a.Currency, "revenue", in.Revenue)
	if err != nil {
		return nil, err
	}
	u := tx.Account.UpdateOne(a).SetNillableShortName(in.ShortName).SetNillableUscc(in.Uscc).
		SetNillableIndustry(in.Industry).SetNillableRegion(in.Region).SetNillableLevel(in.Level).
		SetNillableParentID(in.ParentID).SetNillablePhone(in.Phone).SetNillableWebsite(in.Website).
		SetNillableBillingAddress(in.BillingAddress).SetNillableShippingAddress(in.ShippingAddress).
		SetNillableInvoiceTitle(in.InvoiceTitle).SetNillableTaxNumber(in.TaxNumber).SetNillableBank(in.Bank).
		SetNillableBankAccount(in.BankAccount).SetNillablePaymentDays(in.PaymentDays).
		SetNillableEmployees(in.Employees).SetNillableFounded(in.Founded).SetNillableRevenueMinor(revenue).
		SetNillableOwnerID(in.OwnerID).SetNillableNextStep(in.NextStep).SetNillableNextStepDue(in.NextStepDue)
	if in.Name != nil {
		u.SetName(*in.Name).SetNameKey(NameKey(*in.Name))
	}
	return u, empty(u.Mutation(), in.Clear)
}
