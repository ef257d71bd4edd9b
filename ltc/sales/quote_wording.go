package sales

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/store"
)

// A quote version's wording is what it says to the customer. Verbs work out the next wording as a value and then save
// it whole, so that there is one place that prices it and one that writes it.

// price computes the version's lines and totals from what is asked for (R2 to R9).
func price(ctx context.Context, tx *store.Tx, v *db.QuoteVersion, in []finance.LineInput) error {
	lines, totals, err := finance.PriceLines(ctx, tx, finance.Terms{
		Currency: v.Currency, TaxMode: pricing.TaxMode(v.TaxMode), Rounding: pricing.Rounding(v.Rounding),
		HeaderDiscountMinor: v.HeaderDiscountMinor,
	}, in)
	if err != nil {
		return err
	}
	v.ListMinor, v.DiscountTotalMinor = totals.ListMinor, totals.DiscountMinor+totals.HeaderDiscountMinor
	v.NetMinor, v.TaxMinor, v.GrossMinor = totals.NetMinor, totals.TaxMinor, totals.GrossMinor
	v.Edges.Lines = make([]*db.QuoteLine, len(lines))
	for i, l := range lines {
		v.Edges.Lines[i] = &db.QuoteLine{
			Position: i + 1, ProductID: l.ProductID, Description: l.Description, Unit: l.Unit, Quantity: l.Quantity,
			UnitPrice: l.UnitPrice, Discount: l.Discount, TaxRate: l.TaxRate, Optional: l.Optional, Currency: v.Currency,
			ListMinor: l.ListMinor, DiscountAmountMinor: l.DiscountMinor,
			NetMinor: l.NetMinor, TaxMinor: l.TaxMinor, GrossMinor: l.GrossMinor,
		}
	}
	return nil
}

// reprice computes the lines that stand again, as a discount on the whole has changed. Their products were offered
// when the lines were written; whether they still are is no matter.
func reprice(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) error {
	was := v.Edges.Lines
	in := make([]finance.LineInput, len(was))
	for i, l := range was {
		in[i] = finance.LineInput{
			Description: &l.Description, Unit: &l.Unit, Quantity: l.Quantity, UnitPrice: &l.UnitPrice,
			Discount: &l.Discount, TaxRate: &l.TaxRate, Optional: &l.Optional,
		}
	}
	if err := price(ctx, tx, v, in); err != nil {
		return err
	}
	for i, l := range was {
		v.Edges.Lines[i].ProductID = l.ProductID
	}
	return nil
}

// agrees refuses a total that the client computed otherwise (R8).
func agrees(v *db.QuoteVersion, expected *money.Input) error {
	want, err := money.MinorOf(v.Currency, "expectedTotal", expected)
	if err != nil || want == nil || *want == v.GrossMinor {
		return err
	}
	return fault.Invalid("quote.total_differs", map[string]any{"total": v.Gross().Decimal()}).At("expectedTotal")
}

// say writes the wording into the builder of a new version or of a changed draft.
func say(m *db.QuoteVersionMutation, v *db.QuoteVersion) error {
	m.SetValidUntil(v.ValidUntil)
	m.SetListMinor(v.ListMinor)
	m.SetDiscountTotalMinor(v.DiscountTotalMinor)
	m.SetHeaderDiscountMinor(v.HeaderDiscountMinor)
	m.SetNetMinor(v.NetMinor)
	m.SetTaxMinor(v.TaxMinor)
	m.SetGrossMinor(v.GrossMinor)
	m.SetPaymentTerms(v.PaymentTerms)
	if v.DeliveryTerms != nil {
		m.SetDeliveryTerms(*v.DeliveryTerms)
	}
	if v.WarrantyTerms != nil {
		m.SetWarrantyTerms(*v.WarrantyTerms)
	}
	if v.Remark != nil {
		m.SetRemark(*v.Remark)
	}
	hash, err := contentHash(v)
	m.SetContentHash(hash)
	return err
}

// writeLines saves the lines of the wording.
func writeLines(ctx context.Context, tx *store.Tx, versionID string, lines []*db.QuoteLine) error {
	builders := make([]*db.QuoteLineCreate, len(lines))
	for i, l := range lines {
		builders[i] = tx.QuoteLine.Create().SetQuoteVersionID(versionID).SetPosition(l.Position).
			SetNillableProductID(l.ProductID).SetDescription(l.Description).SetUnit(l.Unit).SetQuantity(l.Quantity).
			SetUnitPrice(l.UnitPrice).SetDiscount(l.Discount).SetTaxRate(l.TaxRate).SetOptional(l.Optional).
			SetCurrency(l.Currency).SetListMinor(l.ListMinor).SetDiscountAmountMinor(l.DiscountAmountMinor).
			SetNetMinor(l.NetMinor).SetTaxMinor(l.TaxMinor).SetGrossMinor(l.GrossMinor)
	}
	return tx.QuoteLine.CreateBulk(builders...).Exec(ctx)
}

// contentHash is the SHA-256 of all that the version says. It follows a draft's edits, so that each of them shows in
// the log, and stays as it is from the approval on: what was approved can be proved (R17).
func contentHash(v *db.QuoteVersion) (string, error) {
	lines := make([]any, len(v.Edges.Lines))
	for i, l := range v.Edges.Lines {
		lines[i] = []any{
			l.Position, l.ProductID, l.Description, l.Unit, l.Quantity, l.UnitPrice, l.Discount, l.TaxRate, l.Optional,
			l.ListMinor, l.DiscountAmountMinor, l.NetMinor, l.TaxMinor, l.GrossMinor,
		}
	}
	said, err := json.Marshal([]any{
		v.Currency, v.TaxMode, v.Rounding, v.ValidUntil, v.ListMinor, v.DiscountTotalMinor, v.HeaderDiscountMinor,
		v.NetMinor, v.TaxMinor, v.GrossMinor, v.PaymentTerms, v.DeliveryTerms, v.WarrantyTerms, v.Remark, lines,
	})
	if err != nil {
		return "", fmt.Errorf("hash a quote: %w", err)
	}
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:]), nil
}
