package graph_test

import (
	"fmt"
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

const inviteUser = `mutation($in: InviteUserInput!) { inviteUser(input: $in) {
	mailed link user { id version name status active department { name function } manager { name } roles { key name { en } } }
} }`

func TestPeopleAreInvitedChangedAndHandedOver(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		tree := a.get(t, boss, `{ departments { id name function parent { id } head { name } } roles { id key userCount } }`, nil)
		sales := at(tree, "departments.1").(map[string]any)
		if sales["function"] != "SALES" || at(tree, "roles.0.key") != "marketing" || at(tree, "roles.1.userCount") != 1.0 {
			t.Fatalf("departments and roles: %v", tree)
		}
		made := a.get(t, boss, `mutation($in: CreateDepartmentInput!) { createDepartment(input: $in) { id parent { name } head { name } } }`,
			vars{"in": vars{"name": "华东", "function": "DELIVERY", "parentId": sales["id"], "headId": a.People[stage.Sales].ID}})
		tree = a.get(t, boss, `{ departments { id } }`, nil)
		if at(tree, "departments.2.id") != at(made, "createDepartment.id") || at(made, "createDepartment.head.name") != "sales" {
			t.Errorf("%v is not listed after its parent in %v", made, tree)
		}
		invited := at(a.get(t, boss, inviteUser, vars{"in": vars{
			"name": "李雷", "email": "li@example.com", "departmentId": sales["id"], "managerId": a.People[stage.Sales].ID,
		}}), "inviteUser").(map[string]any)
		if invited["mailed"] != false || invited["link"] == nil || at(invited, "user.status") != "INVITED" || at(invited, "user.active") != false ||
			at(invited, "user.roles.0.key") != "sales" || at(invited, "user.manager.name") != "sales" || at(invited, "user.department.function") != "SALES" {
			t.Errorf("invited %v", invited)
		}
		seller := a.People[stage.Sales].ID
		a.get(t, stage.Sales, captureLead, vars{"in": vars{"name": "陈晨", "company": "蓝海", "phone": "13800138000", "ownerId": seller}})
		held := a.get(t, boss, `query($id: ID!) { holdings(userId: $id) { kind open closed } }`, vars{"id": seller})
		if got := fmt.Sprint(at(held, "holdings")); got != "[map[closed:0 kind:LEAD open:1] map[closed:0 kind:JOURNEY open:1]]" {
			t.Errorf("holdings %s", got)
		}
		a.get(t, boss, `mutation($id: ID!, $to: ID!) { handOver(input: {id: $id, expectedVersion: 1, to: [{kind: LEAD, userId: $to}]}) { id } }`,
			vars{"id": seller, "to": a.People[stage.Care].ID})
		held = a.get(t, boss, `query($id: ID!) { holdings(userId: $id) { kind } }`, vars{"id": seller})
		if got := fmt.Sprint(at(held, "holdings")); got != "[]" {
			t.Errorf("after the hand-over: %s", got)
		}
	})
}

func TestARoleIsMadeAndSeen(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		const create = `mutation($in: CreateRoleInput!) { createRole(input: $in) { id key builtin administrator
			grants { kind scope where { field values } verbs { verb limit { amount currency } } } fields { kind field sight writable } } }`
		rights := vars{
			"grants": []vars{{"kind": "QUOTE", "scope": "OWN", "verbs": []vars{{"verb": "acceptQuote", "limit": vars{"amount": "1000", "currency": "CNY"}}}}},
			"fields": []vars{{"kind": "LEAD", "field": "phone", "sight": "MASKED"}},
		}
		got := at(a.get(t, boss, create, vars{"in": vars{"nameZh": "小单", "nameEn": "Small", "rights": rights}}), "createRole").(map[string]any)
		if got["key"] != got["id"] || at(got, "grants.0.verbs.0.limit.amount") != "1000.00" || at(got, "fields.0.sight") != "MASKED" {
			t.Errorf("made %v", got)
		}
		rights["fields"] = []vars{{"kind": "LEAD", "field": "colour", "sight": "MASKED"}}
		no := a.ask(t, boss, create, vars{"in": vars{"nameZh": "小单", "nameEn": "Small", "rights": rights}})
		if len(no.Errors) != 1 || no.Errors[0].Extensions.Rule != "role.field_unknown" {
			t.Errorf("a field that is not: %+v", no.Errors)
		}
		given := a.get(t, boss, `mutation($id: ID!, $role: ID!) { assignRoles(input: {id: $id, expectedVersion: 1, roleIds: [$role]}) { roles { id } } }`,
			vars{"id": a.People[stage.Legal].ID, "role": got["id"]})
		if at(given, "assignRoles.roles.0.id") != got["id"] {
			t.Errorf("given %v", given)
		}
	})
}

func TestWhoWasLetInAndWhoStandsIn(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		lead := at(a.get(t, boss, captureLead, lead("陈晨")), "captureLead").(map[string]any)
		added := at(a.get(t, boss, `mutation($in: AddCollaboratorInput!) { addCollaborator(input: $in) { id level cascade user { name } } }`,
			vars{"in": vars{"recordId": lead["id"], "userId": a.People[stage.Legal].ID}}), "addCollaborator").(map[string]any)
		if added["level"] != "READ" || added["cascade"] != true || at(added, "user.name") != "legal" {
			t.Errorf("added %v", added)
		}
		left := a.get(t, boss, `mutation($id: ID!) { removeCollaborator(input: {id: $id}) { id } }`, vars{"id": added["id"]})
		if got := fmt.Sprint(left["removeCollaborator"]); got != "[]" {
			t.Errorf("left %s", got)
		}
		given := a.get(t, boss, `mutation($in: TransferOwnershipInput!) { transferOwnership(input: $in) { id done reason } }`, vars{"in": vars{
			"ownerId": a.People[stage.Legal].ID, "records": []vars{{"id": lead["id"], "expectedVersion": lead["version"]}},
		}})
		if at(given, "transferOwnership.0.done") != true {
			t.Errorf("given %v", given)
		}
		a.get(t, stage.Sales, `mutation($id: ID!) { delegate(input: {delegateId: $id, endsOn: "2026-03-05"}) { id user { name } delegate { name } } }`,
			vars{"id": a.People[stage.Care].ID})
		for as, want := range map[stage.Department]string{
			stage.Sales: "[map[delegate:map[name:care] endsOn:2026-03-05 startsOn:2026-03-02 user:map[name:sales]]]",
			stage.Care:  "[map[delegate:map[name:care] endsOn:2026-03-05 startsOn:2026-03-02 user:map[name:sales]]]",
			stage.Legal: "[]",
		} {
			got := a.get(t, as, `{ delegations { user { name } delegate { name } startsOn endsOn } }`, nil)
			if fmt.Sprint(got["delegations"]) != want {
				t.Errorf("%s sees %v", as, got["delegations"])
			}
		}
	})
}
