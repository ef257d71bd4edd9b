package read_test

import (
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/id"
)

// ways are the computed fields of all records, and how a compiled read completes them. What is not listed has to be a
// column, a document or an edge.
var ways = map[id.Kind]map[string]read.Way{
	id.User:    {"admin": read.ByBatch, "active": read.ByRecord, "secondFactor": read.ByRecord},
	id.Session: {"current": read.ByRecord},
	id.Role: {
		"administrator": read.ByRecord, "auditor": read.ByRecord, "manages": read.ByRecord, "grants": read.ByBatch,
		"fields": read.ByBatch, "userCount": read.ByBatch,
	},
	id.Process: {"name": read.ByRecord, "stages": read.ByRecord, "transitions": read.ByRecord},
	id.Account: {
		"openPipeline": read.ByBatch, "won": read.ByBatch, "invoiced": read.ByBatch, "paid": read.ByBatch,
		"outstanding": read.ByBatch, "credit": read.ByBatch,
	},
	id.Opportunity:     {"probability": read.ByLookup},
	id.Quote:           {"current": read.ByRelation, "latest": read.ByRelation},
	id.QuoteVersion:    {"taxes": read.ByBatch, "contract": read.ByRelation},
	id.Contract:        {"invoiced": read.ByBatch, "paid": read.ByBatch},
	id.PaymentPlanItem: {"invoiced": read.ByBatch, "paid": read.ByBatch},
	id.Order: {
		"shipped": read.ByBatch, "delivered": read.ByBatch, "accepted": read.ByBatch, "invoicedProgress": read.ByBatch,
		"paidProgress": read.ByBatch, "invoiced": read.ByBatch, "paid": read.ByBatch,
	},
	id.OrderLine: {
		"plannedQuantity": read.ByBatch, "shippedQuantity": read.ByBatch, "deliveredQuantity": read.ByBatch,
		"acceptedQuantity": read.ByBatch, "rejectedQuantity": read.ByBatch, "invoicedQuantity": read.ByBatch,
	},
	id.Invoice: {
		"taxes": read.ByBatch, "paid": read.BySum, "credited": read.BySum, "outstanding": read.BySum,
		"paymentStatus": read.BySum, "overdueDays": read.BySum,
	},
	id.Payment:    {"allocated": read.BySum, "unallocated": read.BySum},
	id.Allocation: {"reversed": read.ByBatch},
	id.Journey: {
		"lead": read.ByRelation, "opportunities": read.ByRelation, "quotes": read.ByRelation, "contracts": read.ByRelation,
		"orders": read.ByRelation, "shipments": read.ByRelation, "acceptances": read.ByRelation, "invoices": read.ByRelation,
		"allocations": read.ByRelation, "creditNotes": read.ByRelation, "steps": read.ByBatch, "clock": read.ByBatch,
		"waiting": read.ByOrdinary,
	},
}

// apart are types that no compiled root field leads to: the log and the audit have rows without a global id.
var apart = map[id.Kind]bool{id.Change: true, id.AuditEntry: true}

func TestEveryFieldOfEveryRecordIsReadInAKnownWay(t *testing.T) {
	c, schema := graph.Compiler()
	for kind := range db.Tables {
		def := schema.Types[read.TypeName(kind)]
		if def == nil || def.Kind != ast.Object || apart[kind] {
			continue
		}
		for _, f := range def.Fields {
			got, want := c.Way(kind, f.Name), ways[kind][f.Name]
			if f.Name == "stageName" {
				want = read.ByLookup
			}
			if f.Name == "availableTransitions" {
				want = read.ByBatch
			}
			stored := got == read.ByColumn || got == read.ByDocument || got == read.ByEdge
			if want == "" && !stored || want != "" && got != want {
				t.Errorf("%s.%s is read by %q, and listed as %q", kind, f.Name, got, want)
			}
		}
	}
}
