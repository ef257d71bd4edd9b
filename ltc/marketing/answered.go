package marketing

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A lead is answered when whoever works on it brings it to a further stage.
func init() {
	flow.RegisterReader(flow.Reader{
		Name: "marketing.lead_answered",
		Wants: func(c *db.Change) bool {
			return c.SubjectKind == id.Lead && c.Kind == change.KindMoved && c.FromCategory == stage.Working
		},
		Handle: func(ctx context.Context, tx *store.Tx, c *db.Change) error {
			l, err := tx.Lead.Get(ctx, c.SubjectID)
			if err != nil || l.FirstRespondedAt != nil {
				return err
			}
			_, err = flow.Edit(ctx, tx, l, tx.Lead.UpdateOne(l).SetFirstRespondedAt(call.Now(ctx)), flow.Newest)
			return err
		},
	})
}
