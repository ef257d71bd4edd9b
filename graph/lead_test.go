package graph_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

const captureLead = `mutation($in: CaptureLeadInput!) { captureLead(input: $in) {
	id version number name stage stageName { zh en } stageCategory owner { name } journey { number phase }
	availableTransitions { to verb open allowed who missing { rule message needs } }
} }`

func lead(name string) vars {
	return vars{"in": vars{"name": name, "company": "深圳蓝海科技有限公司", "phone": "13800138000", "origin": "EXHIBITION"}}
}

func TestALeadIsCapturedListedAndMoved(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		l := at(a.get(t, stage.Marketing, captureLead, lead("陈晨")), "captureLead").(map[string]any)
		if l["stageCategory"] != "NEW" || at(l, "stageName.zh") != "新线索" || l["owner"] != nil || at(l, "journey.phase") != "LEAD" {
			t.Fatalf("captured: %v", l)
		}
		assigned := a.get(t, stage.Marketing, `mutation($id: ID!, $owner: ID!) {
			assignLead(input: {id: $id, expectedVersion: 1, ownerId: $owner}) { stage version owner { name } } }`,
			vars{"id": l["id"], "owner": a.People[stage.Sales].ID})
		if at(assigned, "assignLead.stage") != "assigned" || at(assigned, "assignLead.owner.name") != "sales" {
			t.Fatalf("assigned: %v", assigned)
		}
		moved := a.get(t, stage.Sales, `mutation($id: ID!) { moveStage(input: {id: $id, to: "contacting", expectedVersion: 3}) {
			__typename id stage ... on Lead { name } } }`, vars{"id": l["id"]})
		if at(moved, "moveStage.stage") != "contacting" || at(moved, "moveStage.__typename") != "Lead" || at(moved, "moveStage.name") != "陈晨" {
			t.Fatalf("moved: %v", moved)
		}
		list := a.get(t, stage.Sales, `{ leads(filter: {text: "蓝海", categories: [WORKING]}) {
			totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { name stage } } } }`, nil)
		if at(list, "leads.totalCount") != 1.0 || at(list, "leads.edges.0.node.stage") != "contacting" {
			t.Errorf("listed: %v", list)
		}
		a.settle(t)
		log := a.get(t, stage.Sales, `{ changes { edges { node { kind toStage actorName subject { id ... on Lead { name } } fields { name new } } } } }`, nil)
		if at(log, "changes.edges.0.node.kind") != "MOVED" || at(log, "changes.edges.0.node.actorName") != "sales" ||
			at(log, "changes.edges.0.node.subject.name") != "陈晨" || at(log, "changes.edges.3.node.kind") != "OPENED" {
			t.Errorf("log: %v", log)
		}
	})
}
