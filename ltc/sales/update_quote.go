package sales

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteline"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// UpdateQuoteInput is what changes of a draft version; what is nil stays; lines and terms are replaced whole.
type UpdateQuoteInput struct {
	ID                                   string
	ExpectedVersion                      int
	ValidUntil                           *worktime.Date
	Lines                                []finance.LineInput
	HeaderDiscount                       *money.Input
	PaymentTerms                         []finance.PaymentTermInput
	DeliveryTerms, WarrantyTerms, Remark *string
	ExpectedTotal                        *money.Input
}

// UpdateQuote changes a draft version and prices it anew; one that is approved is never edited (R17).
//
// Errors: NOT_FOUND; STALE_VERSION; GUARD_FAILED (quote.not_draft); INVALID (quote.total_differs and all of pricing, with
// the line's path).
func UpdateQuote(ctx context.Context, st *store.Store, in UpdateQuoteInput) (string, error) {
	if err := cleanTerms(in.DeliveryTerms, in.WarrantyTerms, in.Remark); err != nil {
		return "", err
	}
	return onVersion(ctx, st, "updateQuote", in, in.ID, func(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) (stage.Record, error) {
		if v.StageCategory != stage.Draft {
			return stage.Record{}, fault.Guard("quote.not_draft")
		}
		if err := flow.Expect(v.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		next, err := in.next(ctx, tx, v)
		if err != nil {
			return stage.Record{}, err
		}
		return record(rewrite(ctx, tx, v, next))
	})
}

// next is the wording as it will be.
func (in UpdateQuoteInput) next(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) (_ *db.QuoteVersion, err error) {
	next := *v
	replace(&next.DeliveryTerms, in.DeliveryTerms)
	replace(&next.WarrantyTerms, in.WarrantyTerms)
	replace(&next.Remark, in.Remark)
	if in.ValidUntil != nil {
		if next.ValidUntil, err = validUntil(ctx, tx, in.ValidUntil); err != nil {
			return nil, err
		}
	}
	if in.PaymentTerms != nil {
		account, err := tx.Account.Get(ctx, v.AccountID)
		if err != nil {
			return nil, err
		}
		if next.PaymentTerms, err = finance.PaymentTerms(in.PaymentTerms, account.PaymentDays); err != nil {
			return nil, err
		}
	}
	if err := discount(&next, in.HeaderDiscount); err != nil {
		return nil, err
	}
	switch {
	case in.Lines != nil:
		err = price(ctx, tx, &next, in.Lines)
	case in.HeaderDiscount != nil:
		err = reprice(ctx, tx, &next)
	}
	if err != nil {
		return nil, err
	}
	return &next, agrees(&next, in.ExpectedTotal)
}

// replace takes what is given.
func replace(into **string, given *string) {
	if given != nil {
		*into = given
	}
}

// rewrite saves the next wording over the draft's, with its lines where anything of them changed.
func rewrite(ctx context.Context, tx *store.Tx, v, next *db.QuoteVersion) (*db.QuoteVersion, error) {
	u := tx.QuoteVersion.UpdateOne(v)
	if err := say(u.Mutation(), next); err != nil {
		return nil, err
	}
	saved, err := flow.Edit(ctx, tx, v, u, flow.Newest)
	if err != nil || slices.Equal(v.Edges.Lines, next.Edges.Lines) { // the same ones, not their like
		return saved, err
	}
	if _, err := tx.QuoteLine.Delete().Where(quoteline.QuoteVersionID(v.ID)).Exec(ctx); err != nil {
		return nil, err
	}
	return saved, writeLines(ctx, tx, v.ID, next.Edges.Lines)
}
