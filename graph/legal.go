package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
)

type contracts struct {
	staged[*db.Contract]
	billed[*db.Contract]
}

func (r *root) Contract() gen.ContractResolver { return contracts{} }

type contractLines struct{}

func (r *root) ContractLine() gen.ContractLineResolver { return contractLines{} }

func (contractLines) Net(_ context.Context, l *pricing.ContractLine) (*money.Amount, error) {
	return &money.Amount{Minor: l.NetMinor, Currency: l.Currency}, nil
}

func (contractLines) Tax(_ context.Context, l *pricing.ContractLine) (*money.Amount, error) {
	return &money.Amount{Minor: l.TaxMinor, Currency: l.Currency}, nil
}

func (contractLines) Gross(_ context.Context, l *pricing.ContractLine) (*money.Amount, error) {
	return &money.Amount{Minor: l.GrossMinor, Currency: l.Currency}, nil
}

func (q query) Contract(ctx context.Context, id string) (*db.Contract, error) {
	return read.One[*db.Contract](ctx, q.st, id)
}

func (q query) Contracts(ctx context.Context, f *read.ContractFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.ContractConnection, error) {
	return read.Contracts(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (m mutation) DraftContract(ctx context.Context, in legal.DraftContractInput) (*db.Contract, error) {
	id, err := legal.DraftContract(ctx, m.st, in)
	return read.Made[*db.Contract](ctx, m.st, id, err)
}

func (m mutation) UpdateContract(ctx context.Context, in legal.UpdateContractInput) (*db.Contract, error) {
	id, err := legal.UpdateContract(ctx, m.st, in)
	return read.Made[*db.Contract](ctx, m.st, id, err)
}

func (m mutation) SubmitContract(ctx context.Context, in legal.SubmitContractInput) (*db.Contract, error) {
	id, err := legal.SubmitContract(ctx, m.st, in)
	return read.Made[*db.Contract](ctx, m.st, id, err)
}

func (m mutation) SignContract(ctx context.Context, in legal.SignContractInput) (*db.Contract, error) {
	id, err := legal.SignContract(ctx, m.st, in)
	return read.Made[*db.Contract](ctx, m.st, id, err)
}
