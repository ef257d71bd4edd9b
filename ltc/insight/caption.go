package insight

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Caption is how people call a record of whatever kind, and who answers for it.
type Caption struct {
	Number  string
	Title   string // its name, or its account's
	OwnerID string // "" where nobody does
}

// captions select id, number, title and owner of a kind's records, which are r in the query.
var captions = map[id.Kind]string{
	id.Lead:        "SELECT r.id, r.number, r.company || ' · ' || r.name, COALESCE(r.owner_id, '') FROM leads r",
	id.Account:     "SELECT r.id, r.number, r.name, COALESCE(r.owner_id, '') FROM accounts r",
	id.Opportunity: "SELECT r.id, r.number, r.name, COALESCE(r.owner_id, '') FROM opportunities r",
	id.QuoteVersion: "SELECT r.id, q.number || '-V' || r.number, a.name, COALESCE(q.owner_id, '') FROM quote_versions r " +
		"JOIN quotes q ON q.id = r.quote_id JOIN accounts a ON a.id = r.account_id",
	id.Contract: "SELECT r.id, r.number, r.title, COALESCE(r.owner_id, '') FROM contracts r",
	id.PaymentPlanItem: "SELECT r.id, c.number || '-' || r.position, a.name || ' · ' || r.name, COALESCE(c.owner_id, '') FROM payment_plan_items r " +
		"JOIN contracts c ON c.id = r.contract_id JOIN accounts a ON a.id = r.account_id",
	id.Order:      "SELECT r.id, r.number, a.name, COALESCE(r.owner_id, '') FROM orders r JOIN accounts a ON a.id = r.account_id",
	id.Shipment:   "SELECT r.id, r.number, a.name, COALESCE(r.owner_id, '') FROM shipments r JOIN accounts a ON a.id = r.account_id",
	id.Acceptance: "SELECT r.id, r.number, a.name, COALESCE(r.owner_id, '') FROM acceptances r JOIN accounts a ON a.id = r.account_id",
	id.Invoice: "SELECT r.id, COALESCE(r.number, r.draft_number), a.name, COALESCE(r.owner_id, '') FROM invoices r " +
		"JOIN accounts a ON a.id = r.account_id",
	id.CreditNote: "SELECT r.id, COALESCE(r.number, ''), a.name, COALESCE(r.owner_id, '') FROM credit_notes r JOIN accounts a ON a.id = r.account_id",
	id.Payment:    "SELECT r.id, r.number, a.name, COALESCE(r.owner_id, '') FROM payments r JOIN accounts a ON a.id = r.account_id",
}

// Captions name records of kinds with stages, by their ids, in one statement. The caller has made sure that they may
// be seen.
func Captions(ctx context.Context, st *store.Store, recordIDs []string) (map[string]Caption, error) {
	query, args := captionQuery(recordIDs)
	out := make(map[string]Caption, len(recordIDs))
	if query == "" {
		return out, nil
	}
	found, err := st.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	for found.Next() {
		var recordID string
		var c Caption
		if err := found.Scan(&recordID, &c.Number, &c.Title, &c.OwnerID); err != nil {
			return nil, store.Translate(err)
		}
		out[recordID] = c
	}
	return out, store.Translate(found.Err())
}

// captionQuery is one SELECT a kind, joined.
func captionQuery(recordIDs []string) (query string, args []any) {
	byKind := map[id.Kind][]string{}
	for _, r := range recordIDs {
		if k, ok := id.KindOf(r); ok && captions[k] != "" {
			byKind[k] = append(byKind[k], r)
		}
	}
	var parts []string
	for _, k := range sorted(byKind) {
		marks := make([]string, len(byKind[k]))
		for i, r := range byKind[k] {
			args = append(args, r)
			marks[i] = fmt.Sprintf("$%d", len(args))
		}
		parts = append(parts, captions[k]+" WHERE r.id IN ("+strings.Join(marks, ", ")+")")
	}
	return strings.Join(parts, " UNION ALL "), args
}

func sorted[V any](m map[id.Kind]V) []id.Kind {
	keys := make([]id.Kind, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
