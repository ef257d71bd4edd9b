package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// program is a viewer that a new token of somebody's stands for.
func (a *api) program(t *testing.T, of stage.Department, name string, scopes ...role.TokenScope) stage.Department {
	t.Helper()
	v, ok := a.viewers[string(of)]
	if !ok {
		v = call.From(a.As(of)).Viewer
	}
	u := ltctest.Got(a.Reader().User.Get(t.Context(), v.UserID))(t)
	ctx := call.With(t.Context(), call.New(call.System(""), a.Now(), call.API))
	secret := ltctest.Got(people.IssueToken(ctx, a.Store, u.Email, name, nil, scopes...))(t)
	p := ltctest.Got(people.ByToken(ctx, a.Store, secret))(t)
	if of == boss { // whose rights are lent for the test
		p.Rights = v.Rights.Narrow(scopes)
	}
	a.viewers[name] = p
	return stage.Department(name)
}

func TestATokenThatReadsCallsNoVerbAtAll(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		as := a.program(t, boss, "reads", role.Read)
		for _, f := range contract.Mutation.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			operation := "mutation { " + f.Name
			if len(f.Arguments) > 0 {
				operation += "(input: " + filled(f.Arguments[0].Type) + ")"
			}
			got := a.ask(t, as, operation+" { __typename } }", nil)
			if len(got.Errors) != 1 {
				t.Errorf("%s: %+v", f.Name, got)
				continue
			}
			switch e := got.Errors[0].Extensions; e.Rule {
			case "token.scope", "signin.session_needed":
			default:
				if e.Code != "NOT_FOUND" && e.Code != "INVALID" { // what is wrong with the input may be told first
					t.Errorf("%s is refused with %s %s", f.Name, e.Code, e.Rule)
				}
			}
		}
		if n := len(a.Changes(nil)); n != 0 {
			t.Errorf("%d changes were made", n)
		}
		got := a.ask(t, as, `mutation($in: CaptureLeadInput!) { captureLead(input: $in) { id } }`, lead("READS"))
		if len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != "token.scope" {
			t.Errorf("a lead: %+v", got)
		}
	})
}

func TestATokenSeesTheKindsOfItsScopesOnly(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户").deliver()
		d.bill("10000.00")
		as := a.program(t, boss, "erp", role.ReadFinance)
		got := a.get(t, as, `query($lead: ID!) {
			invoices { totalCount edges { node { account { name } } } } leads { totalCount } opportunities { totalCount } lead(id: $lead) { id }
			myRights { administrator kinds verbs } auditEntries { edges { cursor } }
		}`, vars{"lead": d.lead})
		for path, want := range map[string]any{
			"invoices.totalCount": float64(1), "leads.totalCount": float64(0), "opportunities.totalCount": float64(0), "lead": nil,
			"myRights.administrator": false,
		} {
			if have := at(got, path); have != want {
				t.Errorf("%s = %v, want %v", path, have, want)
			}
		}
		kinds := fmt.Sprint(at(got, "myRights.kinds"))
		if strings.Contains(kinds, "LEAD") || !strings.Contains(kinds, "INVOICE") || len(at(got, "myRights.verbs").([]any)) != 0 {
			t.Errorf("rights = %v", at(got, "myRights"))
		}
		if entries := at(got, "auditEntries.edges").([]any); len(entries) != 0 {
			t.Errorf("it reads %d entries of the audit", len(entries))
		}
	})
}

func TestAnAdministratorSeesAllTokensAndOthersTheirOwn(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		a.program(t, stage.Sales, "form", role.WriteMarketing)
		a.program(t, stage.Finance, "erp")
		const list = `query($f: TokenFilter) { companyTokens(filter: $f) { totalCount edges { node { name scopes hint lastUsedFrom user { name } } } } }`
		all := a.get(t, boss, list, nil)
		if n := at(all, "companyTokens.totalCount"); n != float64(2) {
			t.Errorf("an administrator sees %v: %v", n, all)
		}
		mine := a.get(t, stage.Sales, list, nil)
		edges := at(mine, "companyTokens.edges").([]any)
		if len(edges) != 1 || at(edges[0], "node.name") != "form" || fmt.Sprint(at(edges[0], "node.scopes")) != "[WRITE_MARKETING]" || at(edges[0], "node.user.name") == nil {
			t.Errorf("one's own are %v", edges)
		}
		finance := a.People[stage.Finance].ID
		of := at(a.get(t, boss, list, vars{"f": vars{"user": finance}}), "companyTokens.edges").([]any)
		if len(of) != 1 || len(at(of[0], "node.scopes").([]any)) != 0 {
			t.Errorf("finance's are %v", of)
		}
		id := at(a.get(t, stage.Finance, `{ tokens { id } }`, nil), "tokens").([]any)[0].(map[string]any)["id"]
		const revoke = `mutation($in: RevokeTokenInput!) { revokeUserToken(input: $in) { id revokedAt user { id } } }`
		if got := a.ask(t, stage.Sales, revoke, vars{"in": vars{"id": id}}); len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != "access.verb" {
			t.Errorf("a colleague: %+v", got)
		}
		if got := a.get(t, boss, revoke, vars{"in": vars{"id": id}}); at(got, "revokeUserToken.revokedAt") == nil || at(got, "revokeUserToken.user.id") != finance {
			t.Errorf("revoked: %v", got)
		}
	})
}
