package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// SubmitQuoteInput is a draft version that is ready.
type SubmitQuoteInput struct {
	ID              string
	ExpectedVersion int
}

// SubmitQuote submits a draft version, which the system approves at once; the version that stood until now is
// superseded, and the new one's content is fixed (R17).
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED; GUARD_FAILED (quote.needs_lines, quote.needs_total).
func SubmitQuote(ctx context.Context, st *store.Store, in SubmitQuoteInput) (string, error) {
	return onVersion(ctx, st, "submitQuote", in, in.ID, func(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) (stage.Record, error) {
		r, err := flow.Move(ctx, tx, v.LogRecord(), flow.To(stage.Review), in.ExpectedVersion)
		if err != nil {
			return r, err
		}
		return approve(bySystem(ctx), tx, v, r)
	})
}

// approve lets the version stand. The one before goes first: one version at most stands.
func approve(ctx context.Context, tx *store.Tx, v *db.QuoteVersion, r stage.Record) (stage.Record, error) {
	before, err := tx.QuoteVersion.Query().Where(quoteversion.QuoteID(v.QuoteID),
		quoteversion.StageCategoryIn(stage.Approved, stage.Sent)).All(ctx)
	if err != nil {
		return r, err
	}
	for _, b := range before {
		if _, err := flow.Move(ctx, tx, b.LogRecord(), flow.To(stage.Closed), flow.Newest); err != nil {
			return r, err
		}
	}
	hash, err := contentHash(v)
	if err != nil {
		return r, err
	}
	return flow.Move(ctx, tx, r, flow.To(stage.Approved).With(quoteversion.FieldContentHash, hash), flow.Newest)
}
