// Package legal turns what was agreed into what both sides have promised: it drafts, reviews and signs contracts, and
// follows them until they are fulfilled. It alone writes contracts.
package legal

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ContractFacts is all that a contract's guards may look at.
type ContractFacts struct {
	GrossMinor int64
	Planned    money.Rate // what the payment terms add up to
	Fulfilled  bool       // all is delivered, and nothing is left to bill or to pay
}

// contractGuards are the names that a contract process may use.
var contractGuards = flow.Guards[ContractFacts]{
	"lined": func(f ContractFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.GrossMinor > 0, "contract.needs_lines", "lines")
	},
	"terms_complete": termsComplete,
	"fulfilled": func(f ContractFacts, _ flow.Params) *fault.Error {
		return fault.Unless(f.Fulfilled, "contract.not_fulfilled", "order", "planItems")
	},
}

// termsComplete: the payment terms have to make 100 % (R21).
func termsComplete(f ContractFacts, _ flow.Params) *fault.Error {
	if f.Planned == money.Whole {
		return nil
	}
	return fault.Guard("plan.not_100_percent", "paymentTerms").With("percent", f.Planned.String())
}

func contractFacts(ctx context.Context, c *db.Client, ids []string) (map[string]ContractFacts, error) {
	found, err := c.Contract.Query().Where(contract.IDIn(ids...)).WithOrder().All(ctx)
	if err != nil {
		return nil, err
	}
	settled, err := finance.Settled(ctx, c, ids)
	facts := make(map[string]ContractFacts, len(found))
	for _, ct := range found {
		o := ct.Edges.Order
		facts[ct.ID] = ContractFacts{
			GrossMinor: ct.GrossMinor,
			Planned:    planned(ct.PaymentTerms),
			Fulfilled:  settled[ct.ID] && o != nil && o.StageCategory == stage.Closed,
		}
	}
	return facts, err
}

// planned is what payment terms add up to.
func planned(terms []pricing.Term) (sum money.Rate) {
	for _, t := range terms {
		sum += t.Percent
	}
	return sum
}

func init() {
	flow.Register(flow.Machine[ContractFacts]{
		Kind: id.Contract, Default: contractProcess, Facts: contractFacts, Guards: contractGuards,
		Phase: journey.PhaseContract,
		Values: []stage.Category{
			stage.Draft, stage.Review, stage.Approved, stage.Signing, stage.Signed, stage.Effective, stage.Suspended, stage.Completed,
		},
		Ends: map[stage.Category]journey.Status{stage.Completed: journey.StatusCashed, stage.Terminated: journey.StatusLost},
	})
}

// onContract runs a verb on one contract, whose journey is locked.
func onContract(ctx context.Context, st *store.Store, verb string, in any, contractID string,
	f func(context.Context, *store.Tx, *db.Contract) (stage.Record, error),
) (string, error) {
	if err := flow.Kind(id.Contract, contractID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: verb, In: in, On: []string{contractID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		ct, err := tx.Contract.Get(ctx, contractID)
		if err != nil {
			return stage.Record{}, err
		}
		return f(ctx, tx, ct)
	})
}

// record is the contract's, or an empty one where there is none.
func record(ct *db.Contract) stage.Record {
	if ct == nil {
		return stage.Record{}
	}
	return ct.LogRecord()
}
