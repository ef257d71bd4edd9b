// Package finance bills and collects: it prices the lines of documents, keeps the billing schedule, posts invoices,
// takes payments and settles the one with the other. It alone writes plan items, invoices, payments and credit notes.
package finance

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/product"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/store"
)

// LineInput is a position to be priced. What a product says is taken where the input does not.
type LineInput struct {
	ProductID         *string
	Description, Unit *string
	Quantity          money.Quantity
	UnitPrice         *money.Price
	Discount, TaxRate *money.Rate
	Optional          *bool
}

// Line is a priced position; its amounts are in minor units.
type Line struct {
	ProductID         *string
	Description, Unit string
	pricing.Line
	pricing.LineResult
}

// Terms are how a document is priced; they are inherited along the chain (R2).
type Terms struct {
	Currency            string
	TaxMode             pricing.TaxMode
	Rounding            pricing.Rounding
	HeaderDiscountMinor int64
}

// PriceLines completes the lines from their products and prices them; the server's figures are the only ones (R8).
//
// Errors: INVALID, with the path of the line's field.
func PriceLines(ctx context.Context, tx *store.Tx, t Terms, in []LineInput) ([]Line, pricing.Totals, error) {
	products, err := productsOf(ctx, tx, in)
	if err != nil {
		return nil, pricing.Totals{}, err
	}
	lines := make([]Line, len(in))
	doc := pricing.Document{
		Currency: t.Currency, TaxMode: t.TaxMode, Rounding: t.Rounding, HeaderDiscountMinor: t.HeaderDiscountMinor,
	}
	for i, l := range in {
		if lines[i], err = l.complete(products); err != nil {
			return nil, pricing.Totals{}, fault.Of(err).Under(fmt.Sprintf("lines.%d", i))
		}
		doc.Lines = append(doc.Lines, lines[i].Line)
	}
	priced, err := pricing.Price(doc)
	if err != nil {
		return nil, pricing.Totals{}, err
	}
	for i := range lines {
		lines[i].LineResult = priced.Lines[i]
	}
	return lines, priced.Totals, nil
}

func productsOf(ctx context.Context, tx *store.Tx, in []LineInput) (map[string]*db.Product, error) {
	var ids []string
	for _, l := range in {
		if l.ProductID != nil {
			ids = append(ids, *l.ProductID)
		}
	}
	found, err := tx.Product.Query().Where(product.IDIn(ids...)).All(ctx)
	products := make(map[string]*db.Product, len(found))
	for _, p := range found {
		products[p.ID] = p
	}
	return products, err
}

// complete takes from the product what the input leaves open.
func (in LineInput) complete(products map[string]*db.Product) (Line, error) {
	l := Line{ProductID: in.ProductID}
	if in.ProductID != nil {
		p := products[*in.ProductID]
		if p == nil {
			return l, fault.Invalid("line.product_unknown", nil).At("productId")
		}
		if !p.Active {
			return l, fault.Invalid("line.product_inactive", map[string]any{"product": p.Name}).At("productId")
		}
		l.Description, l.Unit, l.UnitPrice, l.TaxRate = p.Name, p.Unit, p.ListPrice, p.TaxRate
	}
	take(&l.Description, in.Description)
	take(&l.Unit, in.Unit)
	take(&l.UnitPrice, in.UnitPrice)
	take(&l.Discount, in.Discount)
	take(&l.TaxRate, in.TaxRate)
	take(&l.Optional, in.Optional)
	l.Quantity = in.Quantity
	var p fault.Problems
	p.Required("description", l.Description)
	p.Short("description", &l.Description, 500)
	p.Unless(in.ProductID != nil || in.UnitPrice != nil, "unitPrice", "input.required")
	p.Unless(in.Quantity > 0, "quantity", "input.not_positive")
	return l, p.Err()
}

func take[T any](into *T, given *T) {
	if given != nil {
		*into = *given
	}
}
