package graph

import (
	"context"

	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/ltc/money"
)

func (r *root) Money() gen.MoneyResolver { return amounts{} }

// amounts are the faces of an amount; a hidden one is veiled before it comes here (mask.go).
type amounts struct{}

func (amounts) Amount(_ context.Context, a *money.Amount) (*string, error) {
	text := a.Decimal()
	return &text, nil
}

func (amounts) Words(_ context.Context, a *money.Amount) (*string, error) {
	text := a.Words()
	return &text, nil
}
