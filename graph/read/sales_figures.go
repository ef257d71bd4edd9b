package read

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func init() {
	compute(pipelines, id.Account, "openPipeline", "won")
	compute(batch(accountsVisible, func(a *db.Account, f finance.AccountFigure) {
		a.Derive("invoiced", amount(f.InvoicedMinor, a.Currency))
		a.Derive("paid", amount(f.PaidMinor, a.Currency))
		a.Derive("outstanding", amount(f.OutstandingMinor, a.Currency))
		a.Derive("credit", amount(f.CreditMinor, a.Currency))
	}), id.Account, "invoiced", "paid", "outstanding", "credit")
	compute(probabilities, id.Opportunity, "probability")
	look(id.Opportunity, "probability", func(s stage.Stage) any { return s.Probability })
	relate(id.Quote, "latest", relation{id.QuoteVersion, link{column: "quote_id", order: inOrder(id.QuoteVersion)}})
	relate(id.Quote, "current", relation{id.QuoteVersion, link{
		column: "quote_id", where: []narrow{sql.FieldIn("stage_category", standing...)},
		order: func(s *sql.Selector) { s.OrderBy(s.C("number"), sql.Desc(s.C("id"))) },
	}})
	relate(id.QuoteVersion, "contract", relation{id.Contract, link{column: "quote_version_id", order: inOrder(id.Contract)}})
	compute(versions, id.Quote, "current", "latest")
	compute(contractsOfVersions, id.QuoteVersion, "contract")
}

// accountsVisible are the accounts' figures over the documents that the viewer sees. How far a document is paid or
// delivered is a fact of the document, and true for all who see it; what an account owes is a sum, and as partial as
// its viewer's sight (MyRights tells).
func accountsVisible(ctx context.Context, c *db.Client, ids []string) (map[string]finance.AccountFigure, error) {
	return finance.AccountFigures(ctx, c, ids, func(k id.Kind) func(*sql.Selector) { return rows(ctx, k) })
}

// pipelines add up the opportunities of accounts: what is open, and what was won.
func pipelines(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[id.Opportunity].Name)
	q := d.Select(t.C("account_id"), t.C("stage_category"), sql.Sum(t.C("amount_minor"))).From(t).
		GroupBy(t.C("account_id"), t.C("stage_category"))
	for _, w := range []narrow{sql.FieldIn("account_id", idsOf(rs)...), rows(ctx, id.Opportunity)} {
		w(q)
	}
	open, won := map[string]int64{}, map[string]int64{}
	err := scan(ctx, st, q, func(next func(...any) error) error {
		var account string
		var in stage.Category
		var minor int64
		err := next(&account, &in, &minor)
		switch in {
		case stage.Open, stage.OnHold:
			open[account] += minor
		case stage.Won:
			won[account] += minor
		}
		return err
	})
	for _, r := range rs {
		a := r.(*db.Account)
		a.Derive("openPipeline", amount(open[a.ID], a.Currency))
		a.Derive("won", amount(won[a.ID], a.Currency))
	}
	return err
}

// probabilities are those of the opportunities' stages.
func probabilities(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	for _, r := range rs {
		o := r.(*db.Opportunity)
		s, err := stageOf(ctx, st, id.Opportunity, o.ProcessVersion, o.Stage)
		if err != nil {
			return err
		}
		o.Derive("probability", s.Probability)
	}
	return nil
}

// standing are the categories of a version that stands.
var standing = []stage.Category{stage.Approved, stage.Sent, stage.Accepted}

// versions finds the version of each quote that stands, and the newest one.
func versions(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	found, err := db.Nodes(ctx, st.Reader(), id.QuoteVersion, sql.FieldIn("quote_id", idsOf(rs)...),
		rows(ctx, id.QuoteVersion), inOrder(id.QuoteVersion))
	if err != nil {
		return store.Translate(err)
	}
	current, latest := map[string]*db.QuoteVersion{}, map[string]*db.QuoteVersion{}
	for _, n := range found {
		v := n.(*db.QuoteVersion)
		if latest[v.QuoteID] == nil {
			latest[v.QuoteID] = v
		}
		if slices.Contains(standing, v.StageCategory) {
			current[v.QuoteID] = v
		}
	}
	for _, r := range rs {
		r.Derive("current", current[r.NodeID()])
		r.Derive("latest", latest[r.NodeID()])
	}
	of, _ := s.at("current")
	last, _ := s.at("latest")
	return Bring(ctx, st, id.QuoteVersion, found, of.and(last))
}

// contractsOfVersions finds the contracts that versions of quotes became.
func contractsOfVersions(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	found, err := db.Nodes(ctx, st.Reader(), id.Contract, sql.FieldIn("quote_version_id", idsOf(rs)...), rows(ctx, id.Contract))
	if err != nil {
		return store.Translate(err)
	}
	became := map[string]*db.Contract{}
	for _, n := range found {
		c := n.(*db.Contract)
		became[*c.QuoteVersionID] = c
	}
	for _, r := range rs {
		r.Derive("contract", became[r.NodeID()])
	}
	of, _ := s.at("contract")
	return Bring(ctx, st, id.Contract, found, of)
}
