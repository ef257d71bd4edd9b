package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quote"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// CreateQuoteInput is a new quote.
type CreateQuoteInput struct {
	OpportunityID                        string
	ContactID                            *string
	ValidUntil                           *worktime.Date
	TaxMode                              *pricing.TaxMode
	Lines                                []finance.LineInput
	HeaderDiscount                       *money.Input
	PaymentTerms                         []finance.PaymentTermInput
	DeliveryTerms, WarrantyTerms, Remark *string
	ExpectedTotal                        *money.Input
}

// validDays is how long a quote may be accepted where nobody says otherwise.
const validDays = 30

// CreateQuote drafts a quote for an open opportunity and answers its first version. The server prices it; it is
// rounded as the company rounds now, for good (R2).
//
// Errors: INVALID (quote.total_differs, quote.valid_until_past, contact.other_account and all of pricing, with the
// line's path); NOT_FOUND; GUARD_FAILED (opportunity.needs_account, opportunity.closed, account.blacklisted).
func CreateQuote(ctx context.Context, st *store.Store, in CreateQuoteInput) (string, error) {
	if err := cleanTerms(in.DeliveryTerms, in.WarrantyTerms, in.Remark); err != nil {
		return "", err
	}
	return onOpportunity(ctx, st, "createQuote", in, in.OpportunityID, func(ctx context.Context, tx *store.Tx, o *db.Opportunity) (stage.Record, error) {
		v, err := in.draft(ctx, tx, o)
		if err != nil {
			return stage.Record{}, err
		}
		q, err := openQuote(ctx, tx, o, in.ContactID)
		if err != nil {
			return stage.Record{}, err
		}
		return record(openVersion(ctx, tx, q, v))
	})
}

// cleanTerms bounds the free texts of a quote.
func cleanTerms(delivery, warranty, remark *string) error {
	var p fault.Problems
	bound(&p, 2000, text{"deliveryTerms", delivery}, text{"warrantyTerms", warranty}, text{"remark", remark})
	return p.Err()
}

// draft is the wording of the first version.
func (in CreateQuoteInput) draft(ctx context.Context, tx *store.Tx, o *db.Opportunity) (*db.QuoteVersion, error) {
	account, err := quotable(ctx, tx, o)
	if err != nil {
		return nil, err
	}
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	v := &db.QuoteVersion{
		Number: 1, Currency: co.Currency, TaxMode: quoteversion.TaxModeExclusive, Rounding: quoteversion.Rounding(co.Rounding),
		DeliveryTerms: in.DeliveryTerms, WarrantyTerms: in.WarrantyTerms, Remark: in.Remark,
	}
	if in.TaxMode != nil {
		v.TaxMode = quoteversion.TaxMode(*in.TaxMode)
	}
	if v.ValidUntil, err = validUntil(ctx, tx, in.ValidUntil); err != nil {
		return nil, err
	}
	if v.PaymentTerms, err = finance.PaymentTerms(in.PaymentTerms, account.PaymentDays); err != nil {
		return nil, err
	}
	if err := discount(v, in.HeaderDiscount); err != nil {
		return nil, err
	}
	if err := price(ctx, tx, v, in.Lines); err != nil {
		return nil, err
	}
	return v, agrees(v, in.ExpectedTotal)
}

// quotable is the account of an opportunity that may be quoted.
func quotable(ctx context.Context, tx *store.Tx, o *db.Opportunity) (*db.Account, error) {
	switch {
	case o.StageCategory != stage.Open && o.StageCategory != stage.OnHold:
		return nil, fault.Guard("opportunity.closed").At("opportunityId")
	case o.AccountID == nil:
		return nil, fault.Guard("opportunity.needs_account", "account").At("opportunityId")
	}
	return dealable(ctx, tx, *o.AccountID)
}

// validUntil is the last day on which the quote may be accepted; that cannot be over already.
func validUntil(ctx context.Context, tx *store.Tx, given *worktime.Date) (worktime.Date, error) {
	today, err := flow.Today(ctx, tx)
	if given == nil || err != nil {
		return today.AddDays(validDays), err
	}
	if given.Before(today) {
		return *given, fault.Invalid("quote.valid_until_past", nil).At("validUntil")
	}
	return *given, nil
}

// discount sets the discount on the whole, where one is given.
func discount(v *db.QuoteVersion, given *money.Input) error {
	minor, err := money.MinorOf(v.Currency, "headerDiscount", given)
	if err == nil && minor != nil {
		v.HeaderDiscountMinor = *minor
	}
	return err
}

func openQuote(ctx context.Context, tx *store.Tx, o *db.Opportunity, contactID *string) (*db.Quote, error) {
	if contactID == nil {
		contactID = o.ContactID
	} else if _, err := contactAt(ctx, tx, *contactID, o.AccountID); err != nil {
		return nil, err
	}
	owner, err := ownerOr(ctx, tx, nil)
	if err != nil {
		return nil, err
	}
	if o.OwnerID != nil {
		owner = o.OwnerID
	}
	others, err := tx.Quote.Query().Where(quote.OpportunityID(o.ID)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Quotes)
	if err != nil {
		return nil, err
	}
	return flow.Add(ctx, tx, tx.Quote.Create().SetNumber(number).SetOpportunityID(o.ID).SetAccountID(*o.AccountID).
		SetJourneyID(o.JourneyID).SetNillableContactID(contactID).SetNillableOwnerID(owner).SetPrimary(!others))
}

// openVersion opens a draft of the quote with its lines.
func openVersion(ctx context.Context, tx *store.Tx, q *db.Quote, v *db.QuoteVersion) (*db.QuoteVersion, error) {
	b := tx.QuoteVersion.Create().SetQuoteID(q.ID).SetNumber(v.Number).SetAccountID(q.AccountID).
		SetJourneyID(q.JourneyID).SetCurrency(v.Currency).SetTaxMode(v.TaxMode).SetRounding(v.Rounding)
	if err := say(b.Mutation(), v); err != nil {
		return nil, err
	}
	saved, err := flow.Open(ctx, tx, b, stage.Draft)
	if err != nil {
		return nil, err
	}
	return saved, writeLines(ctx, tx, saved.ID, v.Edges.Lines)
}
