package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A prospect becomes a customer with its first contract in force or its first posted invoice (domain.md, 4.3).
func init() {
	inForce := flow.Into(string(id.Contract), stage.Effective)
	posted := flow.Into(string(id.Invoice), stage.Posted)
	flow.RegisterReader(flow.Reader{
		Name:   "sales.prospect_becomes_customer",
		Wants:  func(c *db.Change) bool { return c.AccountID != nil && (inForce(c) || posted(c)) },
		Handle: becomeCustomer,
	})
}

func becomeCustomer(ctx context.Context, tx *store.Tx, c *db.Change) error {
	if err := flow.Lock(ctx, tx, *c.AccountID); err != nil {
		return err
	}
	a, err := tx.Account.Get(ctx, *c.AccountID)
	if err != nil || a.StageCategory != stage.Prospect {
		return err
	}
	_, err = flow.Move(ctx, tx, a.LogRecord(), flow.To(stage.Customer), flow.Newest)
	return err
}
