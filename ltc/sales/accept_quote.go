package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// AcceptQuoteInput is a version that the customer accepted.
type AcceptQuoteInput struct {
	ID              string
	ExpectedVersion int
	AcceptedBy      *string // who said yes, at the customer
	Evidence        *string // how we know: a mail, an order
}

// AcceptQuote takes the customer's yes: the version is accepted, the opportunity won at its total, the contract
// drafted. A second yes to the same version changes nothing and answers the same (R20).
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED (quote.superseded, quote.expired); GUARD_FAILED
// (account.on_hold, account.blacklisted).
func AcceptQuote(ctx context.Context, st *store.Store, in AcceptQuoteInput) (string, error) {
	var p fault.Problems
	if bound(&p, 2000, text{"acceptedBy", in.AcceptedBy}, text{"evidence", in.Evidence}); p.Err() != nil {
		return "", p.Err()
	}
	return onVersion(ctx, st, "acceptQuote", in, in.ID, func(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) (stage.Record, error) {
		if v.StageCategory == stage.Accepted {
			return v.LogRecord(), nil
		}
		if err := current(v); err != nil {
			return stage.Record{}, err
		}
		to := flow.To(stage.Accepted).With(quoteversion.FieldAcceptedAt, call.Now(ctx)).
			With(quoteversion.FieldAcceptedBy, in.AcceptedBy).With(quoteversion.FieldEvidence, in.Evidence)
		r, err := flow.Move(ctx, tx, v.LogRecord(), to, in.ExpectedVersion)
		if err != nil {
			return r, err
		}
		o, err := win(ctx, tx, v.Edges.Quote.OpportunityID, v.GrossMinor)
		if err != nil {
			return r, err
		}
		_, err = legal.FromQuote(ctx, tx, legal.QuoteAgreed{Quote: v.Edges.Quote, Version: v, Opportunity: o})
		return r, err
	})
}

// win wins an opportunity, whose worth is now what was agreed, in minor units with tax.
func win(ctx context.Context, tx *store.Tx, opportunityID string, agreedMinor int64) (*db.Opportunity, error) {
	o, err := tx.Opportunity.Get(ctx, opportunityID)
	if err != nil {
		return nil, err
	}
	o, err = flow.Edit(ctx, tx, o, tx.Opportunity.UpdateOne(o).SetAmountMinor(agreedMinor), flow.Newest)
	if err != nil {
		return nil, err
	}
	_, err = flow.Move(ctx, tx, o.LogRecord(), flow.To(stage.Won), flow.Newest)
	return o, err
}
