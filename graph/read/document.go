package read

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/store"
)

// TaxTotal is the tax of one rate; rates keep separate bases (R6).
type TaxTotal struct {
	TaxRate  money.Rate
	Net, Tax money.Amount
}

func init() {
	compute(taxes(id.QuoteLine, "quote_version_id", sql.FieldEQ("optional", false)), id.QuoteVersion, "taxes")
	compute(taxes(id.InvoiceLine, "invoice_id"), id.Invoice, "taxes")
}

// taxes adds up the lines of documents by rate, the highest first; what is only offered does not count.
func taxes(lines id.Kind, parent string, where ...narrow) load {
	return func(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
		d := sql.Dialect(st.Dialect())
		t := d.Table(db.Tables[lines].Name)
		q := d.Select(t.C(parent), t.C("tax_rate"), t.C("currency"), sql.Sum(t.C("net_minor")), sql.Sum(t.C("tax_minor"))).
			From(t).GroupBy(t.C(parent), t.C("tax_rate"), t.C("currency")).OrderBy(sql.Desc(t.C("tax_rate")))
		for _, w := range append(where, sql.FieldIn(parent, idsOf(rs)...), rows(ctx, lines)) {
			w(q)
		}
		totals := map[string][]*TaxTotal{}
		err := scan(ctx, st, q, func(next func(...any) error) error {
			var document string
			var t TaxTotal
			err := next(&document, &t.TaxRate, &t.Net.Currency, &t.Net.Minor, &t.Tax.Minor)
			t.Tax.Currency = t.Net.Currency
			totals[document] = append(totals[document], &t)
			return err
		})
		for _, r := range rs {
			r.Derive("taxes", totals[r.NodeID()])
		}
		return err
	}
}

// scan runs a hand-written query and hands each row over.
func scan(ctx context.Context, st *store.Store, q sql.Querier, row func(next func(...any) error) error) error {
	query, args := q.Query()
	found, err := st.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	for found.Next() {
		if err := row(found.Scan); err != nil {
			return store.Translate(err)
		}
	}
	return store.Translate(found.Err())
}
