package graph_test

import (
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

func TestTheLogIsReadInBothDirections(t *testing.T) {
	const forth = `query($n: Int, $c: Cursor, $f: ChangeFilter) { log: stageChanges(first: $n, after: $c, filter: $f) { edges { node { kind subjectId toStage } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
	const back = `query($n: Int, $c: Cursor, $f: ChangeFilter) { log: changes(first: $n, before: $c, filter: $f) { edges { node { kind subjectId toStage } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
	in(t, func(t *testing.T, a *api) {
		for range 3 {
			id := at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id")
			a.get(t, stage.Sales, assign, vars{"in": vars{"id": id, "expectedVersion": 1, "ownerId": a.People[stage.Sales].ID}})
		}
		a.settle(t)
		for operation, want := range map[string]int{forth: 6, back: 9} {
			var whole, paged []string
			for _, e := range at(a.get(t, boss, operation, vars{"n": 20}), "log.edges").([]any) {
				whole = append(whole, at(e, "node.subjectId").(string)+at(e, "node.kind").(string))
			}
			var cursor any
			for page := 0; ; page++ {
				got := a.get(t, boss, operation, vars{"n": 2, "c": cursor})
				for _, e := range at(got, "log.edges").([]any) {
					paged = append(paged, at(e, "node.subjectId").(string)+at(e, "node.kind").(string))
				}
				if had := at(got, "log.pageInfo.hasPreviousPage"); had != (page > 0) {
					t.Errorf("page %d: hasPreviousPage = %v", page, had)
				}
				if at(got, "log.pageInfo.hasNextPage") != true {
					cursor = at(got, "log.pageInfo.endCursor")
					break
				}
				cursor = at(got, "log.pageInfo.endCursor")
			}
			if len(whole) != want || !slices.Equal(whole, paged) {
				t.Errorf("whole %v, paged %v, want %d rows", whole, paged, want)
			}
			beyond := a.get(t, boss, operation, vars{"c": cursor})
			if edges := at(beyond, "log.edges").([]any); len(edges) != 0 || at(beyond, "log.pageInfo.hasPreviousPage") != true {
				t.Errorf("beyond the end: %v", beyond)
			}
		}
	})
}

func TestFiltersOfTheLog(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		d := sell(t, a, "客户")
		a.settle(t)
		tests := map[string]struct {
			filter vars
			want   string // the newest row's stage
		}{
			"of a record":       {vars{"subject": d.version}, "accepted"},
			"of a kind":         {vars{"kinds": []any{"LEAD"}}, "converted"},
			"of a journey":      {vars{"journey": d.journey}, "draft"},
			"of an account":     {vars{"account": d.account, "kinds": []any{"OPPORTUNITY"}}, "won"},
			"for a department":  {vars{"department": "MARKETING"}, "new"},
			"into a category":   {vars{"categories": []any{"WON"}}, "won"},
			"of a change":       {vars{"changes": []any{"OPENED"}, "kinds": []any{"LEAD"}}, "new"},
			"by somebody":       {vars{"actor": a.People[stage.Marketing].ID, "kinds": []any{"LEAD"}, "changes": []any{"OPENED", "MOVED"}}, "assigned"},
			"since a day":       {vars{"from": "2026-03-02T00:00:00Z", "kinds": []any{"LEAD"}}, "converted"},
			"before a day":      {vars{"to": "2026-03-02T00:00:00Z"}, ""},
			"owned by nobody":   {vars{"owner": "usr_x"}, ""},
			"in no known place": {vars{"journey": "jny_x"}, ""},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				got := a.get(t, boss, `query($f: ChangeFilter) { changes(first: 1, filter: $f) { edges { node { toStage } } } }`, vars{"f": tt.filter})
				if have, _ := at(got, "changes.edges.0.node.toStage").(string); have != tt.want {
					t.Errorf("newest = %q, want %q", have, tt.want)
				}
			})
		}
	})
}

func TestACursorFromBeforeARestoreHasExpired(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		got := a.ask(t, stage.Sales, `{ stageChanges(after: "MS45OS4wLjE") { edges { cursor } } }`, nil)
		if len(got.Errors) != 1 || got.Errors[0].Extensions.Code != "CURSOR_EXPIRED" {
			t.Errorf("answer = %+v", got)
		}
	})
}
