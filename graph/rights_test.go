package graph_test

import (
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// with gives a newcomer rights over all rows, changed by a test.
func (m *matrix) with(name string, change func(*role.Document)) stage.Department {
	m.t.Helper()
	d := role.Document{Grants: map[id.Kind]role.Grant{}, Fields: map[id.Kind]map[string]role.Sight{}, ReadOnly: map[id.Kind][]string{}}
	for _, k := range role.Kinds() {
		g := role.Grant{Scope: role.All}
		for _, v := range role.Verbs() {
			if v.Kind == k {
				g.Verbs = append(g.Verbs, v.Name)
			}
		}
		d.Grants[k] = g
	}
	change(&d)
	return stage.Department(m.viewer(name, d))
}

func TestAVerbHasItsLimit(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		as := m.with("clerk", func(d *role.Document) {
			g := d.Grants[id.Payment]
			g.Limits = map[string]int64{"recordPayment": 1_000_00}
			d.Grants[id.Payment] = g
		})
		pay := func(amount string) answer {
			return a.ask(t, as, `mutation($in: RecordPaymentInput!) { recordPayment(input: $in) { id } }`,
				vars{"in": vars{"accountId": m.deals[0].account, "amount": cny(amount)}})
		}
		log := len(a.Changes(nil))
		got := pay("1000.01")
		if len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != "access.limit" || len(a.Changes(nil)) != log {
			t.Errorf("over the limit: %+v", got)
		}
		if n := ltctest.Got(a.Reader().AuditEntry.Query().Where(auditentry.Action("refused"), auditentry.Subject("recordPayment")).Count(t.Context()))(t); n != 1 {
			t.Errorf("the audit holds %d refusals", n)
		}
		if got := pay("1000.00"); len(got.Errors) > 0 {
			t.Errorf("at the limit: %+v", got)
		}
	})
}

func TestFieldsAreMaskedHiddenAndLocked(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		d := m.deals[0]
		d.do(stage.Sales, "updateAccount", "", vars{"id": d.account, "phone": "0755-26001234", "region": "华南"})
		as := m.with("reader", func(doc *role.Document) {
			doc.Fields[id.Account] = map[string]role.Sight{"phone": role.Masked}
			doc.Fields[id.Opportunity] = map[string]role.Sight{"amount": role.Hidden}
			doc.ReadOnly[id.Account] = []string{"region"}
		})
		got := a.get(t, as, `query($id: ID!, $o: ID!) { account(id: $id) { phone region won { amount currency } } opportunity(id: $o) { amount { amount currency words } } }`,
			vars{"id": d.account, "o": d.opportunity})
		for path, want := range map[string]any{
			"account.phone": "+86****1234", "account.region": "华南", "account.won.amount": nil, "opportunity.amount.amount": nil,
			"opportunity.amount.words": nil, "opportunity.amount.currency": "CNY",
		} {
			if have := at(got, path); have != want {
				t.Errorf("%s = %v, want %v", path, have, want)
			}
		}
		for name, operation := range map[string]string{
			"a sort by it":   `{ opportunities(orderBy: {field: AMOUNT, direction: ASC}) { edges { cursor } } }`,
			"a locked field": `mutation { updateAccount(input: {id: "` + d.account + `", expectedVersion: 1, region: "华东"}) { id } }`,
			"a hidden field": `mutation { updateOpportunity(input: {id: "` + d.opportunity + `", expectedVersion: 1, amount: {amount: "1.00", currency: "CNY"}}) { id } }`,
		} {
			if got := a.ask(t, as, operation, nil); len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != "access.field" {
				t.Errorf("%s: %+v", name, got)
			}
		}
		a.settle(t)
		log := a.get(t, as, `query($id: ID!) { changes(filter: {subject: $id}) { edges { node { fields { name new } } } } }`, vars{"id": d.account})
		for _, e := range at(log, "changes.edges").([]any) {
			for _, f := range at(e, "node.fields").([]any) {
				if at(f, "name") == "phone" && at(f, "new") != "+86****1234" {
					t.Errorf("the log tells %v", f)
				}
			}
		}
	})
}

func TestACollaboratorSeesTheRecordAndWhatBelongsToIt(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		d := m.deals[0]
		as := stage.Department(m.viewer("guest", role.Builtins()[1].Rights)) // sales, who owns nothing
		sees := func(id string) bool {
			return at(a.get(t, as, `query($id: ID!) { node(id: $id) { id } }`, vars{"id": id}), "node") != nil
		}
		if sees(d.account) || sees(d.contract) {
			t.Fatal("sees what is another's")
		}
		let := a.get(t, stage.Sales, `mutation($in: AddCollaboratorInput!) { addCollaborator(input: $in) { id level cascade } }`,
			vars{"in": vars{"recordId": d.account, "userId": a.viewers[string(as)].UserID}})
		if !sees(d.account) || !sees(d.contract) || !sees(d.invoice) {
			t.Error("does not see the account, or what belongs to it")
		}
		why := a.get(t, as, `query($id: ID!) { whyCanISee(id: $id) { rule via } }`, vars{"id": d.contract})
		if at(why, "whyCanISee.0.rule") != "COLLABORATOR" || at(why, "whyCanISee.0.via") != "ACCOUNT" {
			t.Errorf("why = %v", why)
		}
		update := `mutation($in: UpdateAccountInput!) { updateAccount(input: $in) { id } }`
		in := vars{"in": vars{"id": d.account, "expectedVersion": d.version1(d.account), "phone": "0755-26001234"}}
		if got := a.ask(t, as, update, in); len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != "access.read_only" {
			t.Errorf("who may read only: %+v", got)
		}
		a.get(t, stage.Sales, `mutation($in: RemoveCollaboratorInput!) { removeCollaborator(input: $in) { id } }`, vars{"in": vars{"id": at(let, "addCollaborator.id")}})
		if sees(d.account) || sees(d.contract) {
			t.Error("still sees it")
		}
	})
}

func TestAnOldValueIsTakenBackWhereThatIsSafe(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "深圳蓝海科技有限公司")
		d.do(stage.Sales, "updateAccount", "", vars{"id": d.account, "phone": "0755-1"})
		d.do(stage.Sales, "updateAccount", "", vars{"id": d.account, "phone": "0755-2", "paymentDays": 45})
		a.settle(t)
		edit := at(a.get(t, boss, `query($id: ID!) { changes(first: 1, filter: {subject: $id}) { edges { node { cursor } } } }`, vars{"id": d.account}), "changes.edges.0.node.cursor")
		restore := func(field string, version any) answer {
			return a.ask(t, stage.Sales, `mutation($in: RestoreValueInput!) { restoreValue(input: $in) { id ... on Account { phone version } } }`,
				vars{"in": vars{"change": edit, "field": field, "expectedVersion": version}})
		}
		for name, tt := range map[string]struct {
			field   string
			version any
			rule    string
		}{
			"what else hangs on":  {"payment_days", d.version1(d.account), "restore.unsafe"},
			"what was not edited": {"region", d.version1(d.account), "restore.unsafe"},
			"an old version":      {"phone", 1, "record.stale"},
		} {
			if got := restore(tt.field, tt.version); len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != tt.rule {
				t.Errorf("%s: %+v", name, got)
			}
		}
		if got := restore("phone", d.version1(d.account)); at(got.Data, "restoreValue.phone") != "+8607551" {
			t.Errorf("restored: %+v", got)
		}
		last := a.Changes(&flow.ChangeFilter{Subject: &d.account})
		if f := last[len(last)-1].Fields; len(f) != 1 || f[0].Old != "+8607552" || f[0].New != "+8607551" {
			t.Errorf("the log says %v", f)
		}
		if got := restore("phone", d.version1(d.account)); len(got.Errors) != 1 || got.Errors[0].Extensions.Rule != "restore.changed_since" {
			t.Errorf("once more: %+v", got)
		}
		never := a.ask(t, stage.Sales, `mutation($in: RestoreValueInput!) { restoreValue(input: $in) { id } }`,
			vars{"in": vars{"change": flow.Cursor{Epoch: 1}.String(), "field": "phone", "expectedVersion": 1}})
		if len(never.Errors) != 1 || never.Errors[0].Extensions.Code != "NOT_FOUND" {
			t.Errorf("an edit that never was: %+v", never)
		}
	})
}

func TestAFilterIsAScopeOfItsOwn(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		south, north := m.deals[0], m.deals[1]
		south.do(stage.Sales, "updateAccount", "", vars{"id": south.account, "region": "华南"})
		north.do(stage.Sales, "updateAccount", "", vars{"id": north.account, "region": "华北"})
		for name, tt := range map[string]struct {
			where []role.Condition
			want  int
		}{
			"one value":             {[]role.Condition{{Field: "region", Values: []string{"华南"}}}, 1},
			"two values":            {[]role.Condition{{Field: "region", Values: []string{"华南", "华北"}}}, 2},
			"two conditions":        {[]role.Condition{{Field: "region", Values: []string{"华南"}}, {Field: "stage_category", Values: []string{"dormant"}}}, 0},
			"a column there is not": {[]role.Condition{{Field: "no_such", Values: []string{"x"}}}, 0},
			"nothing":               {nil, 0},
		} {
			as := stage.Department(m.viewer("filter_"+strings.ReplaceAll(name, " ", "_"), role.Document{Grants: map[id.Kind]role.Grant{id.Account: {Scope: role.Filter, Where: tt.where}}}))
			got := a.get(t, as, `{ accounts { totalCount } node(id: "`+south.account+`") { id } }`, nil)
			if have := at(got, "accounts.totalCount"); have != float64(tt.want) {
				t.Errorf("%s: sees %v accounts, want %d", name, have, tt.want)
			}
			if sees := at(got, "node") != nil; sees != (tt.want > 0) {
				t.Errorf("%s: sees the southern one: %v", name, sees)
			}
		}
	})
}
