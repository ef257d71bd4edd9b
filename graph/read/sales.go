package read

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/account"
	"github.com/leadtocash/ltc/ent/db/contact"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ent/db/product"
	"github.com/leadtocash/ltc/ent/db/quote"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// AccountFilter says which accounts; all given conditions hold.
type AccountFilter struct {
	Categories []stage.Category
	Owner      *string
	Parent     *string
	Industry   *string
	Text       *string
}

func (in *AccountFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Account)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, account.FieldOwnerID, in.Owner)
	is(&f, account.FieldParentID, in.Parent)
	is(&f, account.FieldIndustry, in.Industry)
	f.holds(in.Text, account.FieldName, account.FieldShortName, account.FieldNumber, account.FieldUscc)
	return f
}

// Accounts are accounts, newest first unless sorted otherwise.
func Accounts(ctx context.Context, st *store.Store, in *AccountFilter, by *Sort, p Page) (*AccountConnection, error) {
	return page[*db.Account](ctx, st, listOf(ctx, id.Account, by, in.conditions(ctx)), p)
}

// ContactFilter says which contacts; all given conditions hold.
type ContactFilter struct{ Account, Text *string }

func (in *ContactFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Contact)
	if in == nil {
		return f
	}
	is(&f, contact.FieldAccountID, in.Account)
	f.holds(in.Text, contact.FieldName, contact.FieldEmail, contact.FieldPhone)
	return f
}

// Contacts are contacts, newest first unless sorted otherwise.
func Contacts(ctx context.Context, st *store.Store, in *ContactFilter, by *Sort, p Page) (*ContactConnection, error) {
	return page[*db.Contact](ctx, st, listOf(ctx, id.Contact, by, in.conditions(ctx)), p)
}

// ProductFilter says which products; all given conditions hold.
type ProductFilter struct {
	Active *bool
	Text   *string
}

func (in *ProductFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Product)
	if in == nil {
		return f
	}
	is(&f, product.FieldActive, in.Active)
	f.holds(in.Text, product.FieldName, product.FieldSku)
	return f
}

// Products are products, newest first unless sorted otherwise.
func Products(ctx context.Context, st *store.Store, in *ProductFilter, by *Sort, p Page) (*ProductConnection, error) {
	return page[*db.Product](ctx, st, listOf(ctx, id.Product, by, in.conditions(ctx)), p)
}

// OpportunityFilter says which opportunities; all given conditions hold.
type OpportunityFilter struct {
	Categories          []stage.Category
	Stages              []string
	Owner               *string
	Account             *string
	Product             *string
	ExpectedCloseBefore *worktime.Date
	WithoutNextStep     *bool
	Text                *string
}

func (in *OpportunityFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Opportunity)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	among(&f, opportunity.FieldStage, in.Stages)
	is(&f, opportunity.FieldOwnerID, in.Owner)
	is(&f, opportunity.FieldAccountID, in.Account)
	is(&f, opportunity.FieldProductID, in.Product)
	if in.ExpectedCloseBefore != nil && f.sees("expectedClose") {
		f.where = append(f.where, sql.FieldLT(opportunity.FieldExpectedClose, *in.ExpectedCloseBefore))
	}
	f.empty(opportunity.FieldNextStep, in.WithoutNextStep)
	f.holds(in.Text, opportunity.FieldName, opportunity.FieldNumber)
	return f
}

// Opportunities are opportunities, newest first unless sorted otherwise.
func Opportunities(ctx context.Context, st *store.Store, in *OpportunityFilter, by *Sort, p Page) (*OpportunityConnection, error) {
	return page[*db.Opportunity](ctx, st, listOf(ctx, id.Opportunity, by, in.conditions(ctx)), p)
}

// QuoteFilter says which quotes; all given conditions hold.
type QuoteFilter struct {
	Account     *string
	Opportunity *string
	Owner       *string
	Categories  []stage.Category
	Text        *string
}

func (in *QuoteFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Quote)
	if in == nil {
		return f
	}
	is(&f, quote.FieldAccountID, in.Account)
	is(&f, quote.FieldOpportunityID, in.Opportunity)
	is(&f, quote.FieldOwnerID, in.Owner)
	f.holds(in.Text, quote.FieldNumber)
	if in.Categories != nil {
		f.where = append(f.where, newestIn(in.Categories))
	}
	return f
}

// newestIn keeps quotes whose newest version is in one of the categories.
func newestIn(cs []stage.Category) narrow {
	return func(s *sql.Selector) {
		v, newer := sql.Table(quoteversion.Table).As("v"), sql.Table(quoteversion.Table).As("newer")
		values := make([]any, len(cs))
		for i, c := range cs {
			values[i] = string(c)
		}
		s.Where(sql.Exists(sql.Select().From(v).Where(sql.And(
			sql.ColumnsEQ(v.C(quoteversion.FieldQuoteID), s.C(quote.FieldID)),
			sql.In(v.C(quoteversion.FieldStageCategory), values...),
			sql.NotExists(sql.Select().From(newer).Where(sql.And(
				sql.ColumnsEQ(newer.C(quoteversion.FieldQuoteID), v.C(quoteversion.FieldQuoteID)),
				sql.ColumnsGT(newer.C(quoteversion.FieldNumber), v.C(quoteversion.FieldNumber)),
			))),
		))))
	}
}

// Quotes are quotes, newest first unless sorted otherwise.
func Quotes(ctx context.Context, st *store.Store, in *QuoteFilter, by *Sort, p Page) (*QuoteConnection, error) {
	return page[*db.Quote](ctx, st, listOf(ctx, id.Quote, by, in.conditions(ctx)), p)
}
