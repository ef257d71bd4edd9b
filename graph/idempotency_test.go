package graph_test

import (
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

func TestARetryAnswersTheSameRecordWithItsOwnSelection(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		first := a.get(t, stage.Sales, captureLead, lead("陈晨"), "Idempotency-Key", "k1")
		again := a.get(t, stage.Sales, `mutation($in: CaptureLeadInput!) { captureLead(input: $in) { id company } }`, lead("陈晨"), "Idempotency-Key", "k1")
		if at(first, "captureLead.id") != at(again, "captureLead.id") || at(again, "captureLead.company") == nil {
			t.Errorf("the retry answered %v after %v", again, first)
		}
		if n := len(a.Changes(nil)); n != 1 {
			t.Errorf("the log has %d rows, want 1", n)
		}
		got := a.ask(t, stage.Sales, captureLead, lead("someone else"), "Idempotency-Key", "k1")
		if len(got.Errors) == 0 || got.Errors[0].Extensions.Code != "IDEMPOTENCY_KEY_REUSED" {
			t.Errorf("another input under the same key: %+v", got)
		}
		other := a.get(t, stage.Marketing, captureLead, lead("陈晨"), "Idempotency-Key", "k1")
		if at(other, "captureLead.id") == at(first, "captureLead.id") {
			t.Error("a key is its principal's own")
		}
	})
}

func TestTwoFieldsOfOneRequestAreTwoVerbs(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		const two = `mutation($in: CaptureLeadInput!) { a: captureLead(input: $in) { id } b: captureLead(input: $in) { id } }`
		first := a.get(t, stage.Sales, two, lead("陈晨"), "Idempotency-Key", "k1")
		again := a.get(t, stage.Sales, two, lead("陈晨"), "Idempotency-Key", "k1")
		if at(first, "a.id") == at(first, "b.id") || at(first, "a.id") != at(again, "a.id") || at(first, "b.id") != at(again, "b.id") {
			t.Errorf("first %v, again %v", first, again)
		}
	})
}

func TestThirtyAtOnceWithOneKeyHappenOnce(t *testing.T) {
	const captureVersion = `mutation($in: CaptureLeadInput!) { captureLead(input: $in) { id version } }`
	in(t, func(t *testing.T, a *api) {
		ids, versions := make([]any, 30), make([]any, 30)
		var wait sync.WaitGroup
		for i := range ids {
			wait.Go(func() {
				got := a.ask(t, stage.Sales, captureVersion, lead("陈晨"), "Idempotency-Key", "k1").Data
				ids[i], versions[i] = at(got, "captureLead.id"), at(got, "captureLead.version")
			})
		}
		wait.Wait()
		for i, id := range ids {
			if id == nil || id != ids[0] || versions[i] == nil || versions[i] != versions[0] {
				t.Fatalf("ids = %v, versions = %v", ids, versions)
			}
		}
		if n := len(a.Changes(nil)); n != 1 {
			t.Errorf("the log has %d rows, want 1", n)
		}
	})
}

func TestTheClientsNameOfARequestComesBackInTheLog(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		a.send(t, stage.Sales, map[string]any{
			"query": captureLead, "variables": lead("陈晨"),
			"extensions": vars{"clientMutationId": "mine-7", "idempotencyKey": "k9"},
		})
		a.send(t, stage.Sales, map[string]any{
			"query": captureLead, "variables": lead("陈晨"), "extensions": vars{"idempotencyKey": "k9"},
		})
		a.settle(t)
		log := a.get(t, stage.Sales, `{ stageChanges { edges { node { clientMutationId } } } }`, nil)
		if at(log, "stageChanges.edges.0.node.clientMutationId") != "mine-7" || at(log, "stageChanges.edges.1") != nil {
			t.Errorf("log = %v", log)
		}
	})
}
