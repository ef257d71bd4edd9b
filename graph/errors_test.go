package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	someone  = `{ viewer { name } }`
	assign   = `mutation($in: AssignLeadInput!) { assignLead(input: $in) { id } }`
	moveLead = `mutation($in: MoveStageInput!) { moveStage(input: $in) { id } }`
)

func TestRefusalsAreSaidInExtensions(t *testing.T) {
	tests := map[string]struct {
		as        stage.Department
		operation string
		v         vars
		code      string
		rule      string
		field     string
	}{
		"nobody sees nothing":             {"", someone, nil, "UNAUTHENTICATED", "signin.needed", ""},
		"nobody does nothing":             {"", captureLead, lead("x"), "UNAUTHENTICATED", "signin.needed", ""},
		"finance captures no leads":       {stage.Finance, captureLead, lead("x"), "FORBIDDEN", "access.verb", ""},
		"a name is needed":                {stage.Sales, captureLead, lead(" "), "INVALID", "input.required", "name"},
		"someone was faster":              {stage.Sales, assign, vars{"in": vars{"id": "LEAD", "expectedVersion": 7, "ownerId": "SALES"}}, "STALE_VERSION", "record.stale", "expectedVersion"},
		"a record that is not there":      {stage.Sales, assign, vars{"in": vars{"id": "lead_0000000000e0080000000000xx", "expectedVersion": 7, "ownerId": "x"}}, "NOT_FOUND", "record.not_found", ""},
		"a move that has a verb":          {stage.Sales, moveLead, vars{"in": vars{"id": "LEAD", "to": "assigned", "expectedVersion": 1}}, "TRANSITION_NOT_ALLOWED", "transition.not_allowed", "to"},
		"a move that no process has":      {stage.Sales, moveLead, vars{"in": vars{"id": "LEAD", "to": "nowhere", "expectedVersion": 1}}, "TRANSITION_NOT_ALLOWED", "transition.not_allowed", "to"},
		"a whole number in quotes":        {stage.Sales, `{ leads(first: "5") { totalCount } }`, nil, "INVALID", "operation.invalid", ""},
		"a whole number in quotes, given": {stage.Sales, `query($n: Int) { leads(first: $n) { totalCount } }`, vars{"n": "5"}, "INVALID", "int.invalid", ""},
		"a page of nothing":               {stage.Sales, `{ leads(first: 0) { totalCount } }`, nil, "INVALID", "page.size", "first"},
		"a page of too much":              {stage.Sales, `{ leads(last: 201) { totalCount } }`, nil, "INVALID", "page.size", "last"},
		"a page from both ends":           {stage.Sales, `{ leads(first: 1, last: 1) { totalCount } }`, nil, "INVALID", "page.first_and_last", "first"},
		"a cursor of another list":        {stage.Sales, `{ leads(after: "eyJmIjoibmFtZSJ9") { totalCount } }`, nil, "INVALID", "cursor.invalid", "after"},
		"no GraphQL":                      {stage.Sales, `{ leads `, nil, "INVALID", "operation.syntax", ""},
		"an unknown field":                {stage.Sales, `{ viewer { passwordHash } }`, nil, "INVALID", "operation.invalid", ""},
		"an amount that is no number":     {stage.Sales, `mutation($in: QualifyLeadInput!) { qualifyLead(input: $in) { id } }`, vars{"in": vars{"id": "LEAD", "expectedVersion": 1, "budget": vars{"amount": "1,5", "currency": "CNY"}}}, "INVALID", "decimal.invalid", "budget.amount"},
		"a price without quotes":          {stage.Sales, `mutation { createProduct(input: {sku: "x", name: "x", listPrice: 1.1}) { id } }`, nil, "INVALID", "decimal.must_be_text", ""},
		"too many verbs at once":          {stage.Sales, `mutation { ` + strings.Repeat(`captureLead(input: {name: "x", company: "y"}) { id } `, 1) + manyVerbs(6) + ` }`, nil, "LIMIT_EXCEEDED", "limit.operation", ""},
		"too much at once":                {stage.Sales, `{ accounts(first: 200) { edges { node { subsidiaries { subsidiaries { subsidiaries { owner { name } } } } } } } }`, nil, "LIMIT_EXCEEDED", "limit.operation", ""},
		"a board of invoices":             {stage.Sales, `{ board(process: INVOICE) { columns { count } } }`, nil, "INVALID", "board.kind", "process"},
		"the schema is for who signed in": {"", `{ __schema { queryType { name } } }`, nil, "UNAUTHENTICATED", "signin.needed", ""},
	}
	in(t, func(t *testing.T, a *api) {
		id := at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id")
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				if in, ok := tt.v["in"].(vars); ok {
					in = clone(in)
					if in["id"] == "LEAD" {
						in["id"] = id
					}
					if in["ownerId"] == "SALES" {
						in["ownerId"] = a.People[stage.Sales].ID
					}
					tt.v = vars{"in": in}
				}
				got := a.ask(t, tt.as, tt.operation, tt.v)
				if len(got.Errors) == 0 {
					t.Fatalf("answered %v", got.Data)
				}
				x := got.Errors[0].Extensions
				if x.Code != tt.code || x.Rule != tt.rule {
					t.Errorf("%s %s (%s), want %s %s", x.Code, x.Rule, got.Errors[0].Message, tt.code, tt.rule)
				}
				if tt.field != "" && (len(x.Fields) == 0 || x.Fields[0].Path != tt.field) {
					t.Errorf("fields = %v, want %s", x.Fields, tt.field)
				}
			})
		}
	})
}

func clone(in vars) vars {
	out := vars{}
	for k, v := range in {
		out[k] = v
	}
	return out
}

// manyVerbs are so many verbs under names of their own.
func manyVerbs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(string(rune('a'+i)) + `: captureLead(input: {name: "x", company: "y"}) { id } `)
	}
	return b.String()
}

func TestARefusalHelps(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		id := at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id")
		got := a.ask(t, stage.Sales, moveLead, vars{"in": vars{"id": id, "to": "assigned", "expectedVersion": 1}})
		if x := got.Errors[0].Extensions; x.Help["verb"] != "assignLead" {
			t.Errorf("help = %v, want the verb", x.Help)
		}
		got = a.ask(t, stage.Sales, assign, vars{"in": vars{"id": id, "expectedVersion": 5, "ownerId": "x"}})
		if x := got.Errors[0].Extensions; x.Code == "STALE_VERSION" && (x.Params["expected"] != 5.0 || x.Params["actual"] != 1.0) {
			t.Errorf("params = %v, want both versions", x.Params)
		}
		got = a.ask(t, stage.Finance, captureLead, lead("陈晨"))
		if who := at(got.Errors[0].Extensions.Help, "nearest.name"); who != "care" {
			t.Errorf("help = %v, want who may do it", got.Errors[0].Extensions.Help)
		}
	})
}

func TestWhatTheDatabaseSaysIsLoggedAndNotShown(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		ltctest.Must(t, a.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.SQL.ExecContext(ctx, "ALTER TABLE leads RENAME TO elsewhere")
			return err
		}))
		got := a.ask(t, stage.Sales, `{ leads { totalCount } }`, nil)
		if len(got.Errors) == 0 {
			t.Fatalf("answered %v", got.Data)
		}
		x := got.Errors[0].Extensions
		if x.Code != "INTERNAL" || x.Rule != "server.internal" || strings.Contains(got.Errors[0].Message, "leads") {
			t.Errorf("%s: %+v", got.Errors[0].Message, x)
		}
		if request := x.Params["request"].(string); !strings.Contains(a.log.String(), request) {
			t.Errorf("the log does not hold the request %s", request)
		}
	})
}
