package sales

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ent/db/quote"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// OpportunityField is a fact of an opportunity that can be emptied, by its column.
type OpportunityField string

// UpdateOpportunityInput is what changes of an opportunity; what is nil stays.
type UpdateOpportunityInput struct {
	ID                              string
	ExpectedVersion                 int
	Name                            *string
	AccountID, ContactID, ProductID *string
	Amount                          *money.Input
	ExpectedClose                   *worktime.Date
	Needs                           *string
	OwnerID                         *string
	NextStep                        *string
	NextStepDue                     *worktime.Date
	Clear                           []OpportunityField
}

// UpdateOpportunity changes an opportunity's facts; another account, amount or owner is its journey's too.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID (contact.other_account, user.inactive, money.other_currency);
// GUARD_FAILED (opportunity.account_fixed once it was quoted, account.blacklisted).
func UpdateOpportunity(ctx context.Context, st *store.Store, in UpdateOpportunityInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return onOpportunity(ctx, st, "updateOpportunity", in, in.ID, func(ctx context.Context, tx *store.Tx, o *db.Opportunity) (stage.Record, error) {
		if err := in.check(ctx, tx, o); err != nil {
			return stage.Record{}, err
		}
		amount, err := money.MinorOf(o.Currency, "amount", in.Amount)
		if err != nil {
			return stage.Record{}, err
		}
		u := tx.Opportunity.UpdateOne(o).SetNillableName(in.Name).SetNillableAccountID(in.AccountID).
			SetNillableContactID(in.ContactID).SetNillableProductID(in.ProductID).SetNillableAmountMinor(amount).
			SetNillableExpectedClose(in.ExpectedClose).SetNillableNeeds(in.Needs).SetNillableOwnerID(in.OwnerID).
			SetNillableNextStep(in.NextStep).SetNillableNextStepDue(in.NextStepDue)
		if err := empty(u.Mutation(), in.Clear); err != nil {
			return stage.Record{}, err
		}
		return record(flow.Edit(ctx, tx, o, u, in.ExpectedVersion))
	})
}

func (in *UpdateOpportunityInput) clean() error {
	var p fault.Problems
	if in.Name != nil {
		trim(&in.Name)
		p.Unless(in.Name != nil, "name", "input.required")
	}
	cleanNeed(&p, in.Name, in.Needs, in.NextStep)
	return p.Err()
}

// check holds what the input refers to against the opportunity as it will be.
func (in UpdateOpportunityInput) check(ctx context.Context, tx *store.Tx, o *db.Opportunity) error {
	if err := in.checkAccount(ctx, tx, o); err != nil {
		return err
	}
	if in.OwnerID != nil {
		if err := people.Active(ctx, tx, *in.OwnerID); err != nil {
			return err
		}
	}
	accountID, contactID := o.AccountID, o.ContactID
	if in.AccountID != nil {
		accountID = in.AccountID
	}
	if in.ContactID != nil {
		contactID = in.ContactID
	}
	kept := !slices.Contains(in.Clear, opportunity.FieldContactID)
	if contactID != nil && kept && (in.AccountID != nil || in.ContactID != nil) {
		if _, err := contactAt(ctx, tx, *contactID, accountID); err != nil {
			return err
		}
	}
	return known(ctx, tx, in.ProductID)
}

// checkAccount lets the account change until somebody was quoted: quotes and contracts name theirs for good.
func (in UpdateOpportunityInput) checkAccount(ctx context.Context, tx *store.Tx, o *db.Opportunity) error {
	if in.AccountID == nil || o.AccountID != nil && *o.AccountID == *in.AccountID {
		return nil
	}
	if _, err := dealable(ctx, tx, *in.AccountID); err != nil {
		return err
	}
	quoted, err := tx.Quote.Query().Where(quote.OpportunityID(o.ID)).Exist(ctx)
	if err != nil {
		return err
	}
	promised, err := tx.Contract.Query().Where(contract.OpportunityID(o.ID)).Exist(ctx)
	if err == nil && (quoted || promised) {
		return fault.Guard("opportunity.account_fixed").At("accountId")
	}
	return err
}
