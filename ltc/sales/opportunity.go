package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Need is what an opportunity begins with.
type Need struct {
	JourneyID                               string
	LeadID, AccountID, ContactID, ProductID *string
	OwnerID                                 *string // without one, the viewer's
	Name                                    string
	AmountMinor                             *int64 // in the company's currency
	ExpectedClose                           *worktime.Date
	Needs, NextStep                         *string
	NextStepDue                             *worktime.Date
}

// OpenOpportunity opens an opportunity on a journey.
//
// Errors: INVALID (contact.other_account, user.inactive); NOT_FOUND; GUARD_FAILED (account.blacklisted).
func OpenOpportunity(ctx context.Context, tx *store.Tx, n Need) (*db.Opportunity, error) {
	if err := n.check(ctx, tx); err != nil {
		return nil, err
	}
	owner, err := ownerOr(ctx, tx, n.OwnerID)
	if err != nil {
		return nil, err
	}
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Opportunities)
	if err != nil {
		return nil, err
	}
	return flow.Open(ctx, tx, tx.Opportunity.Create().
		SetNumber(number).SetJourneyID(n.JourneyID).SetCurrency(co.Currency).SetName(n.Name).
		SetNillableLeadID(n.LeadID).SetNillableAccountID(n.AccountID).SetNillableContactID(n.ContactID).
		SetNillableProductID(n.ProductID).SetNillableOwnerID(owner).SetNillableAmountMinor(n.AmountMinor).
		SetNillableExpectedClose(n.ExpectedClose).SetNillableNeeds(n.Needs).
		SetNillableNextStep(n.NextStep).SetNillableNextStepDue(n.NextStepDue),
		stage.Open)
}

func (n Need) check(ctx context.Context, tx *store.Tx) error {
	var p fault.Problems
	p.Required("name", n.Name)
	cleanNeed(&p, &n.Name, n.Needs, n.NextStep)
	if err := p.Err(); err != nil {
		return err
	}
	if n.AccountID != nil {
		if _, err := dealable(ctx, tx, *n.AccountID); err != nil {
			return err
		}
	}
	if n.ContactID != nil {
		if _, err := contactAt(ctx, tx, *n.ContactID, n.AccountID); err != nil {
			return err
		}
	}
	return known(ctx, tx, n.ProductID)
}

// cleanNeed bounds the texts of an opportunity.
func cleanNeed(p *fault.Problems, name, needs, nextStep *string) {
	p.Short("name", name, 200)
	p.Short("needs", needs, 2000)
	p.Short("nextStep", nextStep, 500)
}

// onOpportunity runs a verb on one opportunity, whose journey is locked.
func onOpportunity(ctx context.Context, st *store.Store, verb string, in any, opportunityID string,
	f func(context.Context, *store.Tx, *db.Opportunity) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Opportunity, opportunityID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: []string{opportunityID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		o, err := tx.Opportunity.Get(ctx, opportunityID)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, o)
	})
}
