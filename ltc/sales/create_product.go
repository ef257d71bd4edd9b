package sales

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db/product"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// CreateProductInput is a new product.
type CreateProductInput struct {
	Sku, Name string
	Kind      *product.Kind
	Unit      *string
	ListPrice money.Price // of one, in the company's currency
	TaxRate   *money.Rate
	TaxCode   *string
}

// CreateProduct makes a product that may be offered at once.
//
// Errors: INVALID; CONFLICT (product.sku_taken).
func CreateProduct(ctx context.Context, st *store.Store, in CreateProductInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return flow.Do(ctx, st, flow.Verb{Name: "createProduct", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if err := unusedSKU(ctx, tx, in.Sku); err != nil {
			return stage.Record{}, err
		}
		co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
		if err != nil {
			return stage.Record{}, err
		}
		return record(flow.Add(ctx, tx, tx.Product.Create().SetSku(in.Sku).SetName(in.Name).SetNillableKind(in.Kind).
			SetNillableUnit(in.Unit).SetCurrency(co.Currency).SetListPrice(in.ListPrice).SetNillableTaxRate(in.TaxRate).
			SetNillableTaxCode(in.TaxCode)))
	})
}

func (in *CreateProductInput) clean() error {
	var p fault.Problems
	in.Sku, in.Name = strings.TrimSpace(in.Sku), strings.TrimSpace(in.Name)
	p.Required("sku", in.Sku)
	p.Required("name", in.Name)
	p.Short("sku", &in.Sku, 60)
	p.Short("name", &in.Name, 200)
	p.Short("unit", in.Unit, 60)
	p.Unless(in.ListPrice >= 0, "listPrice", "input.negative")
	p.Unless(in.TaxRate == nil || in.TaxRate.Check() == nil, "taxRate", "product.tax_rate")
	if trim(&in.TaxCode); in.TaxCode != nil {
		p.Unless(len(*in.TaxCode) == 19 && strings.Trim(*in.TaxCode, "0123456789") == "", "taxCode", "product.tax_code")
	}
	return p.Err()
}

func unusedSKU(ctx context.Context, tx *store.Tx, sku string) error {
	if err := tx.Lock(ctx, "product "+sku); err != nil {
		return err
	}
	taken, err := tx.Product.Query().Where(product.Sku(sku)).Exist(ctx)
	if err == nil && taken {
		return fault.New(fault.CodeConflict, "product.sku_taken").At("sku").With("sku", sku)
	}
	return err
}
