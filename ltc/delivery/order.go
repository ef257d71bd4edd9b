// Package delivery makes what was promised arrive: it opens and confirms orders, ships, and records what the customer
// accepted and refused. It alone writes orders, shipments and acceptances.
package delivery

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// OrderFacts is all that an order's guards may look at.
type OrderFacts struct {
	Effective bool // its contract is
	Shipped   bool // something has left
	Invoiced  bool // something is billed, drafts too
	Complete  bool // all has left, arrived and been accepted, and all money has come
}

// orderGuards are the names that the order process uses.
var orderGuards = flow.Guards[OrderFacts]{
	"contract_effective": func(f OrderFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Effective, "order.contract_not_effective", "contract")
	},
	"untouched": untouched,
	"complete": func(f OrderFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Complete, "order.not_complete", "shipments", "acceptances", "invoices", "payments")
	},
}

// untouched: an order is cancelled only before anything of it was shipped or billed (R27); later it is closed short.
func untouched(f OrderFacts, _ flow.Params) *fault.Error {
	if f.Shipped {
		return fault.Guard("order.shipped")
	}
	return fault.Unless(!f.Invoiced, "order.invoiced")
}

func orderFacts(ctx context.Context, c *db.Client, ids []string) (map[string]OrderFacts, error) {
	orders, err := c.Order.Query().Where(order.IDIn(ids...)).WithContract().WithLines().All(ctx)
	if err != nil {
		return nil, err
	}
	done, err := Quantities(ctx, c, ids)
	if err != nil {
		return nil, err
	}
	invoiced, err := c.Order.Query().
		Where(order.IDIn(ids...), order.HasInvoicesWith(invoice.StageCategoryNEQ(stage.Discarded))).IDs(ctx)
	if err != nil {
		return nil, err
	}
	settled, err := finance.Settled(ctx, c, contractsOf(orders))
	facts := make(map[string]OrderFacts, len(orders))
	for _, o := range orders {
		p := progress(o.Edges.Lines, done)
		facts[o.ID] = OrderFacts{
			Effective: o.Edges.Contract.StageCategory == stage.Effective,
			Shipped:   p.Shipped != None,
			Invoiced:  slices.Contains(invoiced, o.ID),
			Complete:  p.Shipped == Full && p.Delivered == Full && p.Accepted == Full && settled[o.ContractID],
		}
	}
	return facts, err
}

func contractsOf(orders []*db.Order) []string {
	ids := make([]string, len(orders))
	for i, o := range orders {
		ids[i] = o.ContractID
	}
	return ids
}

func init() {
	flow.Register(flow.Machine[OrderFacts]{
		Kind: id.Order, Default: orderProcess, Facts: orderFacts, Guards: orderGuards, Phase: journey.PhaseOrder,
	})
}

// onOrder runs a verb on one order, whose journey is locked.
func onOrder(ctx context.Context, st *store.Store, verb string, in any, orderID string,
	f func(context.Context, *store.Tx, *db.Order) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Order, orderID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: []string{orderID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		o, err := tx.Order.Query().Where(order.ID(orderID)).WithLines(byPosition).Only(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, o)
	})
}
