package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/quoteline"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// QuoteFacts is all that a quote version's guards may look at.
type QuoteFacts struct {
	Lines      int   // that count, without what is only offered
	GrossMinor int64 // in minor units
	ValidUntil worktime.Date
	Today      worktime.Date // by the company's clock
	Account    stage.Category
}

// quoteGuards are the names that the quote version's process uses.
var quoteGuards = flow.Guards[QuoteFacts]{
	"lines":        hasLines,
	"valid":        stillValid,
	"account_free": accountFree,
}

// hasLines: a quote offers something that costs something.
func hasLines(f QuoteFacts, _ flow.Params) *fault.Error {
	if f.Lines == 0 {
		return fault.Guard("quote.needs_lines", "lines")
	}
	return fault.Unless(f.GrossMinor > 0, "quote.needs_total", "lines")
}

// stillValid: the last day of a quote is its whole day by the company's clock, whether or not a job has marked what
// is expired (R18).
func stillValid(f QuoteFacts, _ flow.Params) *fault.Error {
	if f.Today.After(f.ValidUntil) {
		return fault.New(fault.CodeTransitionNotAllowed, "quote.expired").With("date", f.ValidUntil.String())
	}
	return nil
}

// accountFree: with whom we do no business, for now or for good, we make no contract.
func accountFree(f QuoteFacts, _ flow.Params) *fault.Error {
	switch f.Account {
	case stage.OnHold:
		return fault.Guard("account.on_hold")
	case stage.Blacklisted:
		return fault.Guard("account.blacklisted")
	}
	return nil
}

func quoteFacts(ctx context.Context, c *db.Client, ids []string) (map[string]QuoteFacts, error) {
	today, err := todayOf(ctx, c)
	if err != nil {
		return nil, err
	}
	versions, err := c.QuoteVersion.Query().Where(quoteversion.IDIn(ids...)).WithAccount().
		WithLines(func(q *db.QuoteLineQuery) { q.Where(quoteline.Optional(false)) }).All(ctx)
	facts := make(map[string]QuoteFacts, len(versions))
	for _, v := range versions {
		facts[v.ID] = QuoteFacts{
			Lines: len(v.Edges.Lines), GrossMinor: v.GrossMinor, ValidUntil: v.ValidUntil, Today: today,
			Account: v.Edges.Account.StageCategory,
		}
	}
	return facts, err
}

// todayOf is the call's date by the company's clock, for who has no transaction.
func todayOf(ctx context.Context, c *db.Client) (worktime.Date, error) {
	co, err := c.LegalEntity.Query().First(ctx)
	if err != nil {
		return worktime.Date{}, err
	}
	calendar, err := worktime.ByName(string(co.Calendar), co.TimeZone)
	return calendar.Today(call.Now(ctx)), err
}
