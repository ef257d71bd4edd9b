package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// SendQuoteInput is an approved version that went out.
type SendQuoteInput struct {
	ID              string
	ExpectedVersion int
	Comment         *string // how it went out
}

// SendQuote records that an approved version went to the customer.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED (quote.expired, quote.superseded).
func SendQuote(ctx context.Context, st *store.Store, in SendQuoteInput) (string, error) {
	var p fault.Problems
	if p.Short("comment", in.Comment, 2000); p.Err() != nil {
		return "", p.Err()
	}
	return onVersion(ctx, st, "sendQuote", in, in.ID, func(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) (stage.Record, error) {
		if err := current(v); err != nil {
			return stage.Record{}, err
		}
		to := flow.To(stage.Sent).With(quoteversion.FieldSentAt, call.Now(ctx))
		if in.Comment != nil {
			to.Comment = *in.Comment
		}
		return flow.Move(ctx, tx, v.LogRecord(), to, in.ExpectedVersion)
	})
}

// current refuses a version that another has replaced, or whose time is over.
func current(v *db.QuoteVersion) error {
	switch v.Stage {
	case superseded:
		return fault.New(fault.CodeTransitionNotAllowed, "quote.superseded").With("number", v.Number)
	case expired:
		return fault.New(fault.CodeTransitionNotAllowed, "quote.expired").With("date", v.ValidUntil.String())
	}
	return nil
}
