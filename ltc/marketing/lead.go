package marketing

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// onLead runs a verb on one lead, whose journey is locked.
func onLead(ctx context.Context, st *store.Store, verb string, in any, leadID string,
	f func(context.Context, *store.Tx, *db.Lead) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Lead, leadID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: []string{leadID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		l, err := tx.Lead.Get(ctx, leadID)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, l)
	})
}
