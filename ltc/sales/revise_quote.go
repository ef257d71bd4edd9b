package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ReviseQuoteInput is a quote whose next version is wanted.
type ReviseQuoteInput struct {
	ID              string
	ExpectedVersion int
}

// ReviseQuote drafts version n+1 as a copy of n, at the prices that n was offered at (R19), and answers it. n stays
// current until n+1 is approved (R17). A copy of what is over is valid for 30 days from today.
//
// Errors: NOT_FOUND; STALE_VERSION; CONFLICT (quote.draft_exists, quote.accepted_already); GUARD_FAILED
// (opportunity.closed, account.blacklisted).
func ReviseQuote(ctx context.Context, st *store.Store, in ReviseQuoteInput) (string, error) {
	if err := flow.Kind(id.Quote, in.ID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: "reviseQuote", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		q, err := tx.Quote.Get(ctx, in.ID)
		if err != nil {
			return stage.Record{}, err
		}
		if err := flow.Expect(q.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		next, err := revision(ctx, tx, q)
		if err != nil {
			return stage.Record{}, err
		}
		return record(openVersion(ctx, tx, q, next))
	})
}

// revision is the newest version's wording under the next number.
func revision(ctx context.Context, tx *store.Tx, q *db.Quote) (*db.QuoteVersion, error) {
	o, err := tx.Opportunity.Get(ctx, q.OpportunityID)
	if err != nil {
		return nil, err
	}
	newest, err := tx.QuoteVersion.Query().Where(quoteversion.QuoteID(q.ID)).
		Order(db.Desc(quoteversion.FieldNumber)).WithLines(inOrder).First(ctx)
	if err != nil {
		return nil, err
	}
	switch newest.StageCategory {
	case stage.Draft, stage.Review:
		return nil, fault.New(fault.CodeConflict, "quote.draft_exists").With("number", newest.Number)
	case stage.Accepted:
		return nil, fault.New(fault.CodeConflict, "quote.accepted_already")
	}
	if _, err := quotable(ctx, tx, o); err != nil {
		return nil, err
	}
	today, err := flow.Today(ctx, tx)
	if newest.Number++; newest.ValidUntil.Before(today) {
		newest.ValidUntil = today.AddDays(validDays)
	}
	return newest, err
}
