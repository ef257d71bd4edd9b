package graph

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/id"
)

// personal are the computed fields whose values depend on who asks, or on rows of other kinds that they see. Whoever adds
// a field that is computed says here, or in ofRecord, which it is.
var personal = map[id.Kind][]string{
	id.User:            {"admin", "secondFactor"},
	id.Session:         {"current"},
	id.Role:            {"administrator", "auditor", "manages", "grants", "fields", "userCount"},
	id.Process:         {"name", "stages", "transitions"},
	id.Account:         {"openPipeline", "won", "invoiced", "paid", "outstanding", "credit"},
	id.Quote:           {"current", "latest"},
	id.QuoteVersion:    {"taxes", "contract"},
	id.Contract:        {"invoiced", "paid"},
	id.PaymentPlanItem: {"invoiced", "paid"},
	id.Order:           {"shipped", "delivered", "accepted", "invoicedProgress", "paidProgress", "invoiced", "paid"},
	id.OrderLine: {
		"plannedQuantity", "shippedQuantity", "deliveredQuantity", "acceptedQuantity", "rejectedQuantity", "invoicedQuantity",
	},
	id.Invoice:    {"taxes", "paid", "credited", "outstanding", "paymentStatus", "overdueDays"},
	id.Payment:    {"allocated", "unallocated"},
	id.Allocation: {"reversed"},
	id.Journey: {
		"lead", "opportunities", "quotes", "contracts", "orders", "shipments", "acceptances", "invoices", "allocations", "creditNotes",
		"steps", "clock", "waiting",
	},
}

func TestOfEveryComputedFieldItIsSaidWhetherItIsPersonal(t *testing.T) {
	c, schema := Compiler()
	for kind := range db.Tables {
		def := schema.Types[read.TypeName(kind)]
		if def == nil || def.Kind != ast.Object || kind == id.Change || kind == id.AuditEntry {
			continue
		}
		listed := map[string]bool{}
		for _, name := range personal[kind] {
			listed[name] = true
		}
		for _, f := range def.Fields {
			way := c.Way(kind, f.Name)
			computed := way != read.ByColumn && way != read.ByDocument && way != read.ByEdge && way != read.ByLookup
			shared := ofRecord[f.Name] || ofRecord[def.Name+"."+f.Name]
			if computed != (shared || listed[f.Name]) || shared && listed[f.Name] {
				t.Errorf("%s.%s is read by %q; it is listed as the same for all: %v, and as personal: %v", def.Name, f.Name, way, shared, listed[f.Name])
			}
		}
	}
}

func TestOfEveryFieldOfAChangeItIsSaidOnWhatItDepends(t *testing.T) {
	_, schema := Compiler()
	known := map[string]bool{"subject": true}
	for _, name := range []string{"Change", "StageChange"} {
		for _, f := range schema.Types[name].Fields {
			if _, listed := ofChange[f.Name]; listed == (f.Name == "subject") {
				t.Errorf("%s.%s is listed: %v", name, f.Name, listed)
			}
			known[f.Name] = true
		}
	}
	for name := range ofChange {
		if !known[name] {
			t.Errorf("a change has no %s", name)
		}
	}
}

func TestWhatIsSaidInOnesOwnWordsIsThere(t *testing.T) {
	_, schema := Compiler()
	for name := range ownWords {
		typ, field, _ := strings.Cut(name, ".")
		if def := schema.Types[typ]; def == nil || def.Fields.ForName(field) == nil {
			t.Errorf("there is no %s", name)
		}
	}
}
