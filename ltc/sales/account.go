package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/account"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Prospect is who shall become an account where none of the name is known.
type Prospect struct {
	Name             string
	OwnerID          *string
	Industry, Region *string
}

// AccountFor is the account of the id, else the oldest of the name, else a new one (R49).
//
// Errors: NOT_FOUND for an id that names none.
func AccountFor(ctx context.Context, tx *store.Tx, accountID *string, p Prospect) (*db.Account, error) {
	if accountID != nil {
		a, err := tx.Account.Get(ctx, *accountID)
		return a, absent(err, "accountId", *accountID)
	}
	like, err := likeNamed(ctx, tx, p.Name)
	if err != nil {
		return nil, err
	}
	if len(like) > 0 {
		return like[0], nil
	}
	b := tx.Account.Create().SetNillableOwnerID(p.OwnerID).SetNillableIndustry(p.Industry).SetNillableRegion(p.Region)
	return openAccount(ctx, tx, p.Name, b)
}

// openAccount opens an account under its name.
func openAccount(ctx context.Context, tx *store.Tx, name string, b *db.AccountCreate) (*db.Account, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Accounts)
	if err != nil {
		return nil, err
	}
	b.SetNumber(number).SetName(name).SetNameKey(NameKey(name)).SetCurrency(co.Currency)
	return flow.Open(ctx, tx, b, stage.Prospect)
}

// likeNamed are the accounts of like name, the oldest first. The name is locked: whoever asks for it at the same time
// waits, and then finds what was made.
func likeNamed(ctx context.Context, tx *store.Tx, name string) ([]*db.Account, error) {
	key := NameKey(name)
	if err := tx.Lock(ctx, "account named "+key); err != nil {
		return nil, err
	}
	return tx.Account.Query().Where(account.NameKey(key), account.StageCategoryNEQ(stage.Merged)).
		Order(account.ByCreatedAt(), account.ByID()).Limit(mostCandidates).All(ctx)
}

const mostCandidates = 10

// dealable is the account of the id, with which business may be begun.
//
// Errors: NOT_FOUND; GUARD_FAILED (account.blacklisted).
func dealable(ctx context.Context, tx *store.Tx, accountID string) (*db.Account, error) {
	a, err := tx.Account.Get(ctx, accountID)
	if err != nil {
		return nil, absent(err, "accountId", accountID)
	}
	if a.StageCategory == stage.Blacklisted {
		return nil, fault.Guard("account.blacklisted").At("accountId")
	}
	return a, nil
}
