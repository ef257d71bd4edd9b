package read

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Processes are the current processes, of these kinds or of all, in the order of the chain.
func Processes(ctx context.Context, st *store.Store, kinds []id.Kind) ([]*db.Process, error) {
	var f filter
	among(&f, "kind", kinds)
	found, err := allOf[*db.Process](ctx, st, id.Process, append(f.where, sql.FieldEQ("current", true))...)
	slices.SortFunc(found, func(a, b *db.Process) int { return chain(a.Kind) - chain(b.Kind) })
	return found, err
}

// chain is a kind's place in the chain from lead to cash.
func chain(k id.Kind) int {
	return slices.Index([]id.Kind{
		id.Account, id.Lead, id.Opportunity, id.QuoteVersion, id.Contract, id.PaymentPlanItem, id.Order, id.Shipment,
		id.Acceptance, id.Invoice, id.CreditNote, id.Payment,
	}, k)
}
