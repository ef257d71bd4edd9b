package legal

import (
	"cmp"
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// QuoteAgreed is what the customer has said yes to; the version comes with its lines.
type QuoteAgreed struct {
	Quote       *db.Quote
	Version     *db.QuoteVersion
	Opportunity *db.Opportunity
}

// FromQuote drafts the contract of an accepted quote: its lines, amounts and payment terms, without what was only
// offered; without terms, all is due on acceptance. A version that has its contract already answers that one (R20).
func FromQuote(ctx context.Context, tx *store.Tx, q QuoteAgreed) (*db.Contract, error) {
	was, err := tx.Contract.Query().Where(contract.QuoteVersionID(q.Version.ID)).Only(ctx)
	if !db.IsNotFound(err) {
		return was, err
	}
	terms, err := termsOf(ctx, tx, q.Version)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Contracts)
	if err != nil {
		return nil, err
	}
	v := q.Version
	return flow.Open(ctx, tx, tx.Contract.Create().
		SetNumber(number).SetTitle(q.Opportunity.Name).SetJourneyID(v.JourneyID).SetAccountID(v.AccountID).
		SetOpportunityID(q.Opportunity.ID).SetQuoteVersionID(v.ID).SetNillableOwnerID(q.Opportunity.OwnerID).
		SetTaxMode(contract.TaxMode(v.TaxMode)).SetRounding(contract.Rounding(v.Rounding)).
		SetCurrency(v.Currency).SetNetMinor(v.NetMinor).SetTaxMinor(v.TaxMinor).SetGrossMinor(v.GrossMinor).
		SetLines(promised(v.Edges.Lines)).SetPaymentTerms(terms), stage.Draft)
}

func termsOf(ctx context.Context, tx *store.Tx, v *db.QuoteVersion) ([]pricing.Term, error) {
	if len(v.PaymentTerms) > 0 {
		return v.PaymentTerms, nil
	}
	account, err := tx.Account.Get(ctx, v.AccountID)
	if err != nil {
		return nil, err
	}
	return finance.PaymentTerms(nil, account.PaymentDays)
}

// promised are the lines of a quote that were not only offered, in its order.
func promised(lines []*db.QuoteLine) []pricing.ContractLine {
	sorted := slices.SortedFunc(slices.Values(lines), func(a, b *db.QuoteLine) int { return cmp.Compare(a.Position, b.Position) })
	out := []pricing.ContractLine{}
	for _, l := range sorted {
		if l.Optional {
			continue
		}
		out = append(out, pricing.ContractLine{
			ProductID: l.ProductID, Description: l.Description, Unit: l.Unit, Quantity: l.Quantity, UnitPrice: l.UnitPrice,
			Discount: l.Discount, TaxRate: l.TaxRate, NetMinor: l.NetMinor, TaxMinor: l.TaxMinor, GrossMinor: l.GrossMinor,
			Currency: l.Currency,
		})
	}
	return out
}
