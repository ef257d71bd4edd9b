package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ContractFilter says which contracts; all given conditions hold.
type ContractFilter struct {
	Categories  []stage.Category
	Account     *string
	Opportunity *string
	Owner       *string
	Text        *string
}

func (in *ContractFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Contract)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, contract.FieldAccountID, in.Account)
	is(&f, contract.FieldOpportunityID, in.Opportunity)
	is(&f, contract.FieldOwnerID, in.Owner)
	f.holds(in.Text, contract.FieldTitle, contract.FieldNumber)
	return f
}

// Contracts are contracts, newest first unless sorted otherwise.
func Contracts(ctx context.Context, st *store.Store, in *ContractFilter, by *Sort, p Page) (*ContractConnection, error) {
	return page[*db.Contract](ctx, st, listOf(ctx, id.Contract, by, in.conditions(ctx)), p)
}
