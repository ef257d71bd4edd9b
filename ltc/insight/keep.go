package insight

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// reader keeps the summary rows: what each record adds to the figures (figure_shares), and the sums (figure_totals).
// It is told by the log which records to look at, and computes their shares from the records themselves: to be told
// twice does no harm. No verb waits for it, and who reads the figures does not wait for it either (kept.go).
const reader = "insight.figures"

func init() {
	flow.RegisterReader(flow.Reader{Name: reader, Wants: counts, Batch: follow, Daily: daily})
}

// counts tells whether some figure may be another after a change.
func counts(c *db.Change) bool {
	switch c.SubjectKind {
	case id.Lead, id.Opportunity:
		return c.Kind != change.KindEdited || slices.ContainsFunc(c.Fields, counted)
	case id.Invoice, id.Payment, id.PaymentPlanItem, id.Allocation, id.CreditNote:
		return true
	}
	return false
}

func counted(f stage.FieldChange) bool {
	return f.Name == "owner_id" || f.Name == "amount_minor" || f.Name == "budget_minor"
}

// follow brings the summary rows up to what some changes are about, however many changes: by one statement on
// PostgreSQL, by three on SQLite, which has no writing expressions. The first time, after an upgrade, it makes them all.
func follow(ctx context.Context, tx *store.Tx, cs []*db.Change) error {
	zone, err := zoneOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return err
	}
	switch has, err := begun(tx.SQL.QueryRowContext(ctx, hasBegun)); {
	case err != nil:
		return err
	case !has:
		return rebuild(ctx, tx, zone)
	}
	heard := make([][2]string, len(cs))
	for i, c := range cs {
		heard[i] = [2]string{string(c.SubjectKind), c.SubjectID}
	}
	list, err := json.Marshal(heard)
	if err != nil {
		return err
	}
	for _, q := range following(tx.Store, zone) {
		if _, err := tx.SQL.ExecContext(ctx, q, string(list)); err != nil {
			return err
		}
	}
	return nil
}

// following compares what the touched records added with what they add now. The totals are told the difference before
// the shares are another. Totals and shares have to be of one snapshot: a record that changes between two statements
// would be in the one as it was, and in the other as it is. On SQLite nobody else writes meanwhile.
func following(st *store.Store, zone string) []string {
	with := "WITH heard (kind, id) AS (" + heardIn(st) + "), " + touched +
		", was AS MATERIALIZED (SELECT id, " + alike + ", minor FROM figure_shares WHERE id" + ofTouched + ")" +
		", becomes AS MATERIALIZED (" + truth(st, zone, " AND r.id"+ofTouched) + ")"
	const (
		net = ", net AS (SELECT " + alike + ", -minor AS minor, -1 AS records FROM was" +
			" UNION ALL SELECT " + alike + ", minor, 1 FROM becomes) "
		drop = "DELETE FROM figure_shares WHERE id IN (SELECT id FROM was) AND id NOT IN (SELECT id FROM becomes)"
		put  = "INSERT INTO figure_shares (id, " + alike + ", minor) SELECT id, " + alike + ", minor FROM becomes WHERE TRUE ON CONFLICT (id) DO UPDATE SET "
	)
	set := excluded(strings.Split(alike+", minor", ", "))
	if st.Postgres() {
		return []string{with + ", dropped AS (" + drop + "), written AS (" + put + set + ")" + net + add("net")}
	}
	return []string{with + net + add("net"), with + drop, with + put + set}
}

// heardIn selects the kinds and ids of a JSON list of pairs.
func heardIn(st *store.Store) string {
	if st.Postgres() {
		return "SELECT v ->> 0, v ->> 1 FROM json_array_elements($1::json) AS l (v)"
	}
	return "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each($1)"
}

// add adds the rows of a table to the totals: each to its owner's and to everybody's. What comes to nothing is left out.
func add(from string) string {
	return "INSERT INTO figure_totals (" + alike + ", minor, records) SELECT " + alike + ", CAST(SUM(minor) AS BIGINT), CAST(SUM(records) AS BIGINT) FROM (" +
		"SELECT " + alike + ", minor, records FROM " + from + " WHERE owner <> ''" +
		" UNION ALL SELECT kind, '' AS owner, in_stage, category, process, days, due, minor, records FROM " + from +
		") s GROUP BY " + alike + " HAVING SUM(minor) <> 0 OR SUM(records) <> 0 ON CONFLICT (" + alike + ") DO UPDATE SET" +
		" minor = figure_totals.minor + excluded.minor, records = figure_totals.records + excluded.records"
}

// excluded sets columns to what was to be inserted.
func excluded(columns []string) string {
	set := make([]string, len(columns))
	for i, c := range columns {
		set[i] = c + " = excluded." + c
	}
	return strings.Join(set, ", ")
}

// zoneOf is the name of the company's time zone.
func zoneOf(ctx context.Context, st *store.Store, c *db.Client) (string, error) {
	co, err := flow.CompanyOf(ctx, st, c)
	if err != nil {
		return "", err
	}
	return co.Calendar.Zone().String(), nil
}
