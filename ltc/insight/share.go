package insight

import (
	"strings"

	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// alike are the columns by which shares and totals are told apart.
const alike = "kind, owner, in_stage, category, process, days, due"

// kept are the kinds that figures are kept of.
var kept = []id.Kind{id.Lead, id.Opportunity, id.Invoice, id.Payment, id.PaymentPlanItem}

// closings are the log's moves to an end, in the words of the index that holds them.
const closings = "c.kind = 'moved' AND c.to_category IN ('won', 'lost', 'abandoned')"

// daysSQL is how many calendar days, by the company's clock, an opportunity r took from the entry into the stage before
// the last to its close; -1 where it has not closed.
func daysSQL(st *store.Store, zone string) string {
	return "CASE WHEN r.stage_category IN ('won', 'lost', 'abandoned') THEN COALESCE((SELECT MAX(" +
		st.Days("c.entered_previous_at", "c.at", zone) + ") FROM changes c WHERE c.subject_id = r.id AND " + closings +
		" AND c.to_stage = r.stage AND c.at = r.stage_entered_at), -1) ELSE -1 END"
}

// billedSQL holds for an instalment r that is on an invoice that stands, drafts too.
var billedSQL = "EXISTS (SELECT 1 FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE l.plan_item_id = r.id" +
	" AND i.stage_category <> 'discarded' AND NOT EXISTS (SELECT 1 FROM credit_notes n WHERE n.invoice_id = i.id" +
	" AND " + finance.IssuedSQL("n.stage_category") + "))"

// truthOf selects what the records r of a kind add to the figures: id, the columns that are alike, and minor.
// A condition may be added to it.
func truthOf(st *store.Store, kind id.Kind, zone string) string {
	staged := func(owner, days, minor string) string {
		return "SELECT r.id AS id, '" + string(kind) + "' AS kind, " + owner + " AS owner, r.stage AS in_stage, r.stage_category AS category," +
			" r.process_version AS process, " + days + " AS days, '' AS due, " + minor + " AS minor"
	}
	plain := func(due string) string {
		return "SELECT r.id AS id, '" + string(kind) + "' AS kind, '' AS owner, '' AS in_stage, '' AS category, 0 AS process, -1 AS days, " +
			due + " AS due, CAST(r.rest AS BIGINT) AS minor"
	}
	switch kind {
	case id.Lead:
		return staged("COALESCE(r.owner_id, '')", "-1", "COALESCE(r.budget_minor, 0)") + " FROM leads r WHERE TRUE"
	case id.Opportunity:
		return staged("COALESCE(r.owner_id, '')", daysSQL(st, zone), "r.amount_minor") + " FROM opportunities r WHERE TRUE"
	case id.PaymentPlanItem:
		return staged("''", "-1", "r.amount_minor") + " FROM payment_plan_items r WHERE r.stage_category = 'triggered' AND NOT " + billedSQL
	case id.Invoice:
		return plain("COALESCE(CAST(r.due_on AS TEXT), '')") + " FROM (SELECT id, due_on, gross_minor - " + finance.PaidSQL("invoices.id") + " - " +
			finance.CreditedSQL("invoices.id") + " AS rest FROM invoices WHERE stage_category = 'posted') r WHERE TRUE"
	default: // payments
		return plain("''") + " FROM (SELECT id, amount_minor - " + finance.AllocatedSQL("payments.id") +
			" AS rest FROM payments WHERE stage_category <> 'reversed') r WHERE r.rest <> 0"
	}
}

// truth selects what all records add, or those that a condition over r holds for.
func truth(st *store.Store, zone, where string) string {
	parts := make([]string, len(kept))
	for i, kind := range kept {
		parts[i] = truthOf(st, kind, zone) + where
	}
	return strings.Join(parts, " UNION ALL ")
}

// touching are the rows of the log after which some figure may be another.
const touching = "'lead', 'opportunity', 'invoice', 'payment', 'payment_plan_item', 'allocation', 'credit_note'"

// touched are the records whose shares may be others after what was heard, a table of kinds and ids: what is told of an
// allocation is about its invoice and payment, what is told of an invoice also about the instalments that it bills.
// A CROSS JOIN is to SQLite the order in which to read: it would walk all allocations rather than sort what few it finds.
const touched = `touched (id) AS (
	SELECT id FROM heard WHERE kind NOT IN ('allocation', 'credit_note')
	UNION SELECT a.invoice_id FROM heard h CROSS JOIN allocations a WHERE h.kind = 'allocation' AND a.id = h.id
	UNION SELECT a.payment_id FROM heard h CROSS JOIN allocations a WHERE h.kind = 'allocation' AND a.id = h.id
	UNION SELECT n.invoice_id FROM heard h CROSS JOIN credit_notes n WHERE h.kind = 'credit_note' AND n.id = h.id
	UNION SELECT l.plan_item_id FROM heard h CROSS JOIN invoice_lines l WHERE h.kind = 'invoice' AND l.invoice_id = h.id
		AND l.plan_item_id IS NOT NULL
	UNION SELECT l.plan_item_id FROM heard h CROSS JOIN credit_notes n CROSS JOIN invoice_lines l WHERE h.kind = 'credit_note'
		AND n.id = h.id AND l.invoice_id = n.invoice_id AND l.plan_item_id IS NOT NULL)`

const ofTouched = " IN (SELECT id FROM touched)"

// unread selects the kinds and ids of what the log tells and the summary rows do not know yet, of the kinds named.
// It is nothing most of the time. Nothing is known before the reader has begun.
func unread(st *store.Store, kinds string) string {
	at := func(column string) string {
		return "COALESCE((SELECT r." + column + " FROM readers r WHERE r.id = '" + reader + "'), 0)"
	}
	behind := "(c.xid, c.id) > (" + at("xid") + ", " + at("change_id") + ")"
	if !st.Postgres() { // where all have the transaction 0, and a row's second column is not looked up
		behind = "c.xid = 0 AND c.id > " + at("change_id")
	}
	return "SELECT c.subject_kind AS kind, c.subject_id AS id FROM changes c WHERE " + behind + " AND c.subject_kind IN (" + kinds + ")"
}
