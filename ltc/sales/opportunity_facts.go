package sales

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ent/db/order"
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
	var found []struct {
		ID             string  `json:"id"`
		AccountID      *string `json:"account_id"`
		AmountMinor    int64   `json:"amount_minor"`
		QuoteAccepted  bool    `json:"quote_accepted"`
		ContractSigned bool    `json:"contract_signed"`
		OrderOpen      bool    `json:"order_open"`
	}
	err := c.Opportunity.Query().Where(opportunity.IDIn(ids...)).Modify(func(s *sql.Selector) {
		s.Select(s.C(opportunity.FieldID), s.C(opportunity.FieldAccountID), s.C(opportunity.FieldAmountMinor))
		s.AppendSelectExprAs(sql.Exists(accepted(s)), "quote_accepted")
		s.AppendSelectExprAs(sql.Exists(contracted(s)), "contract_signed")
		s.AppendSelectExprAs(sql.Exists(ordered(s)), "order_open")
	}).Scan(ctx, &found)
	facts := make(map[string]OpportunityFacts, len(found))
	for _, o := range found {
		facts[o.ID] = OpportunityFacts{o.AccountID != nil, o.AmountMinor, o.QuoteAccepted, o.ContractSigned, o.OrderOpen}
	}
	return facts, err
}

// accepted selects the accepted versions of an opportunity's quotes whose contract is not void.
func accepted(of *sql.Selector) *sql.Selector {
	d := sql.Dialect(of.Dialect())
	q, v, k := d.Table(quote.Table).As("q"), d.Table(quoteversion.Table).As("v"), d.Table(contract.Table).As("k")
	void := d.Select(k.C(contract.FieldID)).From(k).Where(sql.And(
		sql.ColumnsEQ(k.C(contract.FieldQuoteVersionID), v.C(quoteversion.FieldID)), sql.EQ(k.C(contract.FieldStageCategory), stage.Void)))
	return d.Select(v.C(quoteversion.FieldID)).From(q).Join(v).On(v.C(quoteversion.FieldQuoteID), q.C(quote.FieldID)).
		Where(sql.And(sql.ColumnsEQ(q.C(quote.FieldOpportunityID), of.C(opportunity.FieldID)),
			sql.EQ(v.C(quoteversion.FieldStageCategory), stage.Accepted), sql.NotExists(void)))
}

// contracted selects the contracts of an opportunity that bind both sides.
func contracted(of *sql.Selector) *sql.Selector {
	d := sql.Dialect(of.Dialect())
	k := d.Table(contract.Table).As("k")
	return d.Select(k.C(contract.FieldID)).From(k).Where(sql.And(
		sql.ColumnsEQ(k.C(contract.FieldOpportunityID), of.C(opportunity.FieldID)), sql.In(k.C(contract.FieldStageCategory), signed...)))
}

// ordered selects the orders of an opportunity's contracts that are not cancelled.
func ordered(of *sql.Selector) *sql.Selector {
	d := sql.Dialect(of.Dialect())
	k, o := d.Table(contract.Table).As("k"), d.Table(order.Table).As("o")
	return d.Select(o.C(order.FieldID)).From(k).Join(o).On(o.C(order.FieldContractID), k.C(contract.FieldID)).
		Where(sql.And(sql.ColumnsEQ(k.C(contract.FieldOpportunityID), of.C(opportunity.FieldID)),
			sql.NEQ(o.C(order.FieldStageCategory), stage.Cancelled)))
}

// signed are the categories of a contract that binds both sides, or did until it was performed.
var signed = []any{stage.Signed, stage.Effective, stage.Suspended, stage.Completed}
