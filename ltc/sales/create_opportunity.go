package sales

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// CreateOpportunityInput is a new opportunity without a lead.
type CreateOpportunityInput struct {
	Name                            string
	AccountID, ContactID, ProductID *string
	Amount                          *money.Input
	ExpectedClose                   *worktime.Date
	Needs                           *string
	OwnerID                         *string
	NextStep                        *string
	NextStepDue                     *worktime.Date
}

// CreateOpportunity opens an opportunity, and a journey with it. The account may be named later, when a stage asks.
//
// Errors: INVALID (contact.other_account, user.inactive, money.other_currency); NOT_FOUND; GUARD_FAILED
// (account.blacklisted).
func CreateOpportunity(ctx context.Context, st *store.Store, in CreateOpportunityInput) (string, error) {
	v := flow.Verb{Name: "createOpportunity", In: in}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		return record(createOpportunity(ctx, tx, in))
	})
}

func createOpportunity(ctx context.Context, tx *store.Tx, in CreateOpportunityInput) (*db.Opportunity, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	amount, err := money.MinorOf(co.Currency, "amount", in.Amount)
	if err != nil {
		return nil, err
	}
	j, err := flow.OpenJourney(ctx, tx)
	if err != nil {
		return nil, err
	}
	return OpenOpportunity(ctx, tx, Need{
		JourneyID: j.ID, AccountID: in.AccountID, ContactID: in.ContactID, ProductID: in.ProductID, OwnerID: in.OwnerID,
		Name: strings.TrimSpace(in.Name), AmountMinor: amount, ExpectedClose: in.ExpectedClose, Needs: in.Needs,
		NextStep: in.NextStep, NextStepDue: in.NextStepDue,
	})
}
