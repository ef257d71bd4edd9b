package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
)

// dear is the API for people who have so much to spend, of which one comes back each second.
func dear(t *testing.T, capacity int) *api {
	t.Helper()
	a := serve(t, ltctest.New(t, ltctest.SQLite(t)))
	a.quota, a.address = graph.Quota{Capacity: capacity, Restore: 1}, "203.0.113.9"
	return a.open(t, nil)
}

// near allows for what came back while the test ran.
func near(got, want int) bool { return got >= want && got <= want+60 }

func TestEveryAnswerSaysWhatItCost(t *testing.T) {
	a := dear(t, 10_000)
	for i, name := range []string{"赵敏", "周婷", "孙莉"} {
		phone := fmt.Sprintf("1380013800%d", i)
		ltctest.Got(marketing.CaptureLead(a.As(stage.Marketing), a.Store, marketing.CaptureLeadInput{Name: name, Company: name + "公司", Phone: &phone}))(t)
	}
	tests := []struct {
		name, as, operation      string
		requested, actual, spent int
	}{
		{"what was not found is not paid", "marketing", `{ leads(first: 50) { edges { node { id } } } }`, 102, 1 + 6, 1 + 6},
		{"what no record is costs nothing", "marketing", `{ __typename }`, 0, 0, 0},
		{"a report costs what it costs", "boss", `{ pipelineSummary { open } }`, 101, 101, 101},
		{"a search costs twenty beside what it finds", "marketing", `{ search(text: "赵敏", first: 1) { title } }`, 21, 20, 20},
		{"a mutation that is refused was work", "boss", `mutation { moveStage(input: {id: "x", to: "y", expectedVersion: 1}) { id } }`, 11, 10, 10},
		{"what cannot be read costs nothing", "boss", `{ viewer {`, 0, 0, 0},
		{"what does not fit the schema costs nothing", "boss", `{ nonsense }`, 0, 0, 0},
		{"what is too dear is not paid", "boss", `{ journeys(first: 200) { edges { node { orders { lines { product { id } } } } } } }`, 42_402, 0, 0},
	}
	left := map[string]int{"marketing": 10_000, "boss": 10_000}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			left[tt.as] -= tt.spent
			c := a.ask(t, stage.Department(tt.as), tt.operation, nil).cost
			if c.Requested != tt.requested || c.Actual != tt.actual || !near(c.Available, left[tt.as]) || c.RestoreRate != 1 {
				t.Errorf("%+v, want %d requested, %d actual, %d left", c, tt.requested, tt.actual, left[tt.as])
			}
		})
	}
}

func TestWhoHasSpentAllWaits(t *testing.T) {
	a := dear(t, 5000)
	var names strings.Builder
	for i := range 20 {
		fmt.Fprintf(&names, " r%d: pipelineSummary { open }", i)
	}
	reports := "{" + names.String() + "}"
	var throttled answer
	for range 4 {
		throttled = a.ask(t, boss, reports, nil)
	}
	e := throttled.Errors[0].Extensions
	wait, _ := e.Params["retryAfter"].(float64)
	if e.Code != "THROTTLED" || e.Rule != "limit.throttled" || wait < 900 || wait > 1100 || throttled.cost.Actual != 0 {
		t.Errorf("after three: %+v, %+v", e, throttled.cost)
	}
	if got := a.ask(t, boss, `{ viewer { id } }`, nil); len(got.Errors) > 0 {
		t.Errorf("what can be paid: %+v", got.Errors)
	}
	if got := a.ask(t, stage.Marketing, reports, nil); len(got.Errors) > 0 && got.Errors[0].Extensions.Code == "THROTTLED" {
		t.Errorf("another person: %+v", got.Errors)
	}
}

func TestTheSystemWaitsForNobody(t *testing.T) {
	a := dear(t, 5000)
	a.viewers["system"] = call.System("")
	for range 60 {
		if got := a.ask(t, "system", `{ pipelineSummary { open } }`, nil); len(got.Errors) > 0 && got.Errors[0].Extensions.Code == "THROTTLED" {
			t.Fatalf("%+v", got.Errors)
		}
	}
}

// Who has not signed in is refused anyway; that they are refused is cheap, and is done so often only.
func TestNobodyIsRefusedAHundredTimesAtOnce(t *testing.T) {
	a := dear(t, 10_000)
	codes := map[string]int{}
	for range 150 {
		got := a.ask(t, "", `{ viewer { id } }`, nil)
		codes[got.Errors[0].Extensions.Code]++
	}
	if codes["UNAUTHENTICATED"] < 100 || codes["THROTTLED"] == 0 || len(codes) != 2 {
		t.Errorf("%v", codes)
	}
}

func TestWhatIsTooMuchIsToldBeforeItIsValidated(t *testing.T) {
	a := dear(t, 10_000)
	for name, tt := range map[string]struct{ operation, what string }{
		"one field very often":            {"{ viewer {" + strings.Repeat(" id", 1900) + "} }", "repeats"},
		"one name for two fields":         {"{ viewer {" + strings.Repeat(" a: id a: name", 300) + "} }", "repeats"},
		"in fragments":                    {"{ viewer {" + strings.Repeat(" ... { id }", 400) + "} }", "repeats"},
		"a field that is not there":       {"{" + strings.Repeat(" x", 1900) + "}", "repeats"},
		"more than 16 kB":                 {"{ viewer { id } } #" + strings.Repeat("x", 16<<10), "bytes"},
		"thirty-one names for one record": {"{" + aliases(31) + "}", "aliases"},
	} {
		got := a.ask(t, boss, tt.operation, nil)
		if len(got.Errors) != 1 || got.Errors[0].Extensions.Code != "LIMIT_EXCEEDED" || got.Errors[0].Extensions.Params["what"] != tt.what {
			t.Errorf("%s: %+v", name, got.Errors)
		}
	}
}

func aliases(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(" a" + strings.Repeat("b", i) + ": viewer { id }")
	}
	return b.String()
}

func TestTheLimitsCanBeAsked(t *testing.T) {
	a := dear(t, 10_000)
	got := a.get(t, boss, `{ apiLimits { capacity available restoreRate mostCost mostDepth mostTokens mostSockets mostSeconds mostBodyBytes } }`, nil)
	want := map[string]float64{
		"capacity": 10_000, "available": 9999, "restoreRate": 1, "mostCost": 5000, "mostDepth": 12, "mostTokens": 2000,
		"mostSockets": 20, "mostSeconds": 10, "mostBodyBytes": 1 << 20,
	}
	for name, n := range want {
		if at(got, "apiLimits."+name) != n {
			t.Errorf("%s = %v, want %v", name, at(got, "apiLimits."+name), n)
		}
	}
}
