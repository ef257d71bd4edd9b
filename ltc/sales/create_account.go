package sales

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// CreateAccountInput is a new account.
type CreateAccountInput struct {
	Name                            string
	AllowDuplicate                  *bool
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
}

// CreateAccount makes an account, a prospect until it buys. One of like name is suspected to be the same company
// unless the caller allows it (R49).
//
// Errors: INVALID; NOT_FOUND for the group; DUPLICATE_SUSPECTED, with the candidates; CONFLICT (account.uscc_taken).
func CreateAccount(ctx context.Context, st *store.Store, in CreateAccountInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return flow.Do(ctx, st, flow.Verb{Name: "createAccount", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if in.AllowDuplicate == nil || !*in.AllowDuplicate {
			if err := unlike(ctx, tx, in.Name); err != nil {
				return stage.Record{}, err
			}
		}
		b, err := in.build(ctx, tx)
		if err != nil {
			return stage.Record{}, err
		}
		return record(openAccount(ctx, tx, in.Name, b))
	})
}

func (in *CreateAccountInput) clean() error {
	var p fault.Problems
	in.Name = strings.TrimSpace(in.Name)
	p.Required("name", in.Name)
	p.Short("name", &in.Name, 200)
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

// build checks what the input refers to and fills in the new account.
func (in CreateAccountInput) build(ctx context.Context, tx *store.Tx) (*db.AccountCreate, error) {
	if err := unusedCode(ctx, tx, in.Uscc, ""); err != nil {
		return nil, err
	}
	if err := groupOf(ctx, tx, in.ParentID, ""); err != nil {
		return nil, err
	}
	owner, err := ownerOr(ctx, tx, in.OwnerID)
	if err != nil {
		return nil, err
	}
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	revenue, err := money.MinorOf(co.Currency, "revenue", in.Revenue)
	return tx.Account.Create().SetNillableShortName(in.ShortName).SetNillableUscc(in.Uscc).
		SetNillableIndustry(in.Industry).SetNillableRegion(in.Region).SetNillableLevel(in.Level).
		SetNillableParentID(in.ParentID).SetNillablePhone(in.Phone).SetNillableWebsite(in.Website).
		SetNillableBillingAddress(in.BillingAddress).SetNillableShippingAddress(in.ShippingAddress).
		SetNillableInvoiceTitle(in.InvoiceTitle).SetNillableTaxNumber(in.TaxNumber).SetNillableBank(in.Bank).
		SetNillableBankAccount(in.BankAccount).SetNillablePaymentDays(in.PaymentDays).
		SetNillableEmployees(in.Employees).SetNillableFounded(in.Founded).SetNillableRevenueMinor(revenue).
		SetNillableOwnerID(owner).SetNillableNextStep(in.NextStep).SetNillableNextStepDue(in.NextStepDue), err
}
