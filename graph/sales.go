package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
)

type accounts struct {
	staged[*db.Account]
	billed[*db.Account]
}

func (r *root) Account() gen.AccountResolver { return accounts{} }

func (accounts) OpenPipeline(_ context.Context, a *db.Account) (*money.Amount, error) {
	return sum(a, "openPipeline")
}

func (accounts) Won(_ context.Context, a *db.Account) (*money.Amount, error) { return sum(a, "won") }

func (accounts) Outstanding(_ context.Context, a *db.Account) (*money.Amount, error) {
	return sum(a, "outstanding")
}

func (accounts) Credit(_ context.Context, a *db.Account) (*money.Amount, error) {
	return sum(a, "credit")
}

type opportunities struct{ staged[*db.Opportunity] }

func (r *root) Opportunity() gen.OpportunityResolver { return opportunities{} }

func (opportunities) Probability(_ context.Context, o *db.Opportunity) (int, error) {
	return read.Figure[int](o, "probability")
}

type quotes struct{}

func (r *root) Quote() gen.QuoteResolver { return quotes{} }

func (quotes) Current(_ context.Context, q *db.Quote) (*db.QuoteVersion, error) {
	return read.Figure[*db.QuoteVersion](q, "current")
}

func (quotes) Latest(_ context.Context, q *db.Quote) (*db.QuoteVersion, error) {
	return read.Figure[*db.QuoteVersion](q, "latest")
}

type quoteVersions struct{ staged[*db.QuoteVersion] }

func (r *root) QuoteVersion() gen.QuoteVersionResolver { return quoteVersions{} }

func (quoteVersions) Taxes(_ context.Context, v *db.QuoteVersion) ([]*read.TaxTotal, error) {
	return read.Figure[[]*read.TaxTotal](v, "taxes")
}

func (quoteVersions) Contract(_ context.Context, v *db.QuoteVersion) (*db.Contract, error) {
	return read.Figure[*db.Contract](v, "contract")
}

func (q query) Board(ctx context.Context, process id.Kind, f *read.BoardFilter, first *int) (*read.Board, error) {
	return read.BoardOf(ctx, q.st, process, f, first)
}

func (q query) Account(ctx context.Context, id string) (*db.Account, error) {
	return read.One[*db.Account](ctx, q.st, id)
}

func (q query) Contact(ctx context.Context, id string) (*db.Contact, error) {
	return read.One[*db.Contact](ctx, q.st, id)
}

func (q query) Product(ctx context.Context, id string) (*db.Product, error) {
	return read.One[*db.Product](ctx, q.st, id)
}

func (q query) Opportunity(ctx context.Context, id string) (*db.Opportunity, error) {
	return read.One[*db.Opportunity](ctx, q.st, id)
}

func (q query) Quote(ctx context.Context, id string) (*db.Quote, error) {
	return read.One[*db.Quote](ctx, q.st, id)
}

func (q query) QuoteVersion(ctx context.Context, id string) (*db.QuoteVersion, error) {
	return read.One[*db.QuoteVersion](ctx, q.st, id)
}

func (q query) Accounts(ctx context.Context, f *read.AccountFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.AccountConnection, error) {
	return read.Accounts(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Contacts(ctx context.Context, f *read.ContactFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.ContactConnection, error) {
	return read.Contacts(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Products(ctx context.Context, f *read.ProductFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.ProductConnection, error) {
	return read.Products(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Opportunities(ctx context.Context, f *read.OpportunityFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.OpportunityConnection, error) {
	return read.Opportunities(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (q query) Quotes(ctx context.Context, f *read.QuoteFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.QuoteConnection, error) {
	return read.Quotes(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (m mutation) CreateAccount(ctx context.Context, in sales.CreateAccountInput) (*db.Account, error) {
	id, err := sales.CreateAccount(ctx, m.st, in)
	return read.Made[*db.Account](ctx, m.st, id, err)
}

func (m mutation) UpdateAccount(ctx context.Context, in sales.UpdateAccountInput) (*db.Account, error) {
	id, err := sales.UpdateAccount(ctx, m.st, in)
	return read.Made[*db.Account](ctx, m.st, id, err)
}

func (m mutation) CreateContact(ctx context.Context, in sales.CreateContactInput) (*db.Contact, error) {
	id, err := sales.CreateContact(ctx, m.st, in)
	return read.Made[*db.Contact](ctx, m.st, id, err)
}

func (m mutation) UpdateContact(ctx context.Context, in sales.UpdateContactInput) (*db.Contact, error) {
	id, err := sales.UpdateContact(ctx, m.st, in)
	return read.Made[*db.Contact](ctx, m.st, id, err)
}

func (m mutation) CreateProduct(ctx context.Context, in sales.CreateProductInput) (*db.Product, error) {
	id, err := sales.CreateProduct(ctx, m.st, in)
	return read.Made[*db.Product](ctx, m.st, id, err)
}

func (m mutation) CreateOpportunity(ctx context.Context, in sales.CreateOpportunityInput) (*db.Opportunity, error) {
	id, err := sales.CreateOpportunity(ctx, m.st, in)
	return read.Made[*db.Opportunity](ctx, m.st, id, err)
}

func (m mutation) UpdateOpportunity(ctx context.Context, in sales.UpdateOpportunityInput) (*db.Opportunity, error) {
	id, err := sales.UpdateOpportunity(ctx, m.st, in)
	return read.Made[*db.Opportunity](ctx, m.st, id, err)
}

func (m mutation) LoseOpportunity(ctx context.Context, in sales.LoseOpportunityInput) (*db.Opportunity, error) {
	id, err := sales.LoseOpportunity(ctx, m.st, in)
	return read.Made[*db.Opportunity](ctx, m.st, id, err)
}

func (m mutation) CreateQuote(ctx context.Context, in sales.CreateQuoteInput) (*db.QuoteVersion, error) {
	id, err := sales.CreateQuote(ctx, m.st, in)
	return read.Made[*db.QuoteVersion](ctx, m.st, id, err)
}

func (m mutation) UpdateQuote(ctx context.Context, in sales.UpdateQuoteInput) (*db.QuoteVersion, error) {
	id, err := sales.UpdateQuote(ctx, m.st, in)
	return read.Made[*db.QuoteVersion](ctx, m.st, id, err)
}

func (m mutation) ReviseQuote(ctx context.Context, in sales.ReviseQuoteInput) (*db.QuoteVersion, error) {
	id, err := sales.ReviseQuote(ctx, m.st, in)
	return read.Made[*db.QuoteVersion](ctx, m.st, id, err)
}

func (m mutation) SubmitQuote(ctx context.Context, in sales.SubmitQuoteInput) (*db.QuoteVersion, error) {
	id, err := sales.SubmitQuote(ctx, m.st, in)
	return read.Made[*db.QuoteVersion](ctx, m.st, id, err)
}

func (m mutation) SendQuote(ctx context.Context, in sales.SendQuoteInput) (*db.QuoteVersion, error) {
	id, err := sales.SendQuote(ctx, m.st, in)
	return read.Made[*db.QuoteVersion](ctx, m.st, id, err)
}

func (m mutation) AcceptQuote(ctx context.Context, in sales.AcceptQuoteInput) (*db.QuoteVersion, error) {
	id, err := sales.AcceptQuote(ctx, m.st, in)
	return read.Made[*db.QuoteVersion](ctx, m.st, id, err)
}
