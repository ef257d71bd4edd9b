package sales

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ent/db/quote"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
)

// OpportunityFacts is all that an opportunity's guards may look at.
type OpportunityFacts struct {
	HasAccount     bool
	AmountMinor    int64
	QuoteAccepted  bool // an accepted quote stands: its contract is not void
	ContractSigned bool // signed by both, in force or performed
	OrderOpen      bool // there is an order that is not cancelled
}

// opportunityGuards are the names that an opportunity's process may use; its transitions say which apply where.
var opportunityGuards = flow.Guards[OpportunityFacts]{
	"account": func(f OpportunityFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.HasAccount, "opportunity.needs_account", "account")
	},
	"priced": func(f OpportunityFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.AmountMinor > 0, "opportunity.needs_amount", "amount")
	},
	"promised":   promised,
	"unpromised": unpromised,
	"unbound":    unbound,
}

// promised: a sale is won by an accepted quote or a signed contract, never by hope.
func promised(f OpportunityFacts, _ flow.Params) *fault.Error {
	return fault.Unless(f.QuoteAccepted || f.ContractSigned, "opportunity.won_needs_promise", "quote", "contract")
}

// unpromised: what the customer has said yes to is not lost.
func unpromised(f OpportunityFacts, _ flow.Params) *fault.Error {
	return fault.Unless(!f.QuoteAccepted && !f.OrderOpen, "opportunity.promise_stands")
}

// unbound: a sale goes back to the table only while neither a signed contract nor an order holds it.
func unbound(f OpportunityFacts, _ flow.Params) *fault.Error {
	return fault.Unless(!f.ContractSigned && !f.OrderOpen, "opportunity.contract_stands")
}

func opportunityFacts(ctx context.Context, c *db.Client, ids []string) (map[string]OpportunityFacts, error) {
	found, err := c.Opportunity.Query().Where(opportunity.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	promises, err := promisesOf(ctx, c, ids)
	facts := make(map[string]OpportunityFacts, len(found))
	for _, o := range found {
		f := promises[o.ID]
		f.HasAccount, f.AmountMinor = o.AccountID != nil, o.AmountMinor
		facts[o.ID] = f
	}
	return facts, err
}

// promisesOf gathers what quotes, contracts and orders say of the opportunities.
func promisesOf(ctx context.Context, c *db.Client, ids []string) (map[string]OpportunityFacts, error) {
	contracts, err := c.Contract.Query().Where(contract.OpportunityIDIn(ids...)).WithOrder().All(ctx)
	if err != nil {
		return nil, err
	}
	facts := map[string]OpportunityFacts{}
	void := []string{""}
	for _, k := range contracts {
		f := facts[*k.OpportunityID]
		f.ContractSigned = f.ContractSigned || slices.Contains(signed, k.StageCategory)
		f.OrderOpen = f.OrderOpen || k.Edges.Order != nil && k.Edges.Order.StageCategory != stage.Cancelled
		facts[*k.OpportunityID] = f
		if k.StageCategory == stage.Void && k.QuoteVersionID != nil {
			void = append(void, *k.QuoteVersionID)
		}
	}
	quotes, err := c.Quote.Query().Where(quote.OpportunityIDIn(ids...), quote.HasVersionsWith(
		quoteversion.StageCategoryEQ(stage.Accepted), quoteversion.IDNotIn(void...))).All(ctx)
	for _, q := range quotes {
		f := facts[q.OpportunityID]
		f.QuoteAccepted = true
		facts[q.OpportunityID] = f
	}
	return facts, err
}

// signed are the categories of a contract that binds both sides, or did until it was performed.
var signed = []stage.Category{stage.Signed, stage.Effective, stage.Suspended, stage.Completed}
