package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteline"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// onVersion runs a verb on one quote version, which comes with its lines and its quote; its journey is locked.
func onVersion(ctx context.Context, st *store.Store, verb string, in any, versionID string,
	f func(context.Context, *store.Tx, *db.QuoteVersion) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.QuoteVersion, versionID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: []string{versionID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		found, err := tx.QuoteVersion.Query().Where(quoteversion.ID(versionID)).WithQuote().WithLines(inOrder).Only(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, found)
	})
}

// inOrder brings lines in the order of the document.
func inOrder(q *db.QuoteLineQuery) { q.Order(quoteline.ByPosition()) }

// bySystem is the same call by the system: for what follows by itself and has to say so in the log.
func bySystem(ctx context.Context) context.Context {
	c := call.From(ctx)
	return call.With(ctx, c.As(call.System(c.Viewer.LegalEntityID)))
}
