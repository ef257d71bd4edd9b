package graph

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"

	"github.com/leadtocash/ltc/graph/gen"
)

var contract = gen.NewExecutableSchema(gen.Config{}).Schema()

// asked is what an operation asks for, as it is told.
type asked struct{ cost, depth, aliases int }

// measured is what an operation asks for; variables named first or last are 50.
func measured(t *testing.T, operation string) asked {
	t.Helper()
	d, errs := gqlparser.LoadQueryWithRules(contract, operation, nil)
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", operation, errs)
	}
	z := newMeter(contract, map[string]any{"first": 50, "last": 50}).measure(d.Operations[0].SelectionSet)
	return asked{z.cost(), z.depth, z.aliases}
}

func TestWhatAnOperationAsksFor(t *testing.T) {
	tests := map[string]struct {
		operation string
		want      asked
	}{
		"a column costs nothing":                {`{ viewer { name } }`, asked{1, 2, 0}},
		"a value is no record":                  {`{ invoice(id: "1") { gross { amount currency } stageName { zh } } }`, asked{1, 3, 0}},
		"a page costs its rows":                 {`{ leads(first: 50) { edges { node { name } } } }`, asked{2 + 50*2, 4, 0}},
		"a page without a size has twenty":      {`{ leads { edges { node { name } } } }`, asked{2 + 20*2, 4, 0}},
		"what stands once on a page costs once": {`{ leads { totalCount pageInfo { hasNextPage } edges { cursor } } }`, asked{2 + 1 + 20, 3, 0}},
		"a page's size may be a variable":       {`query ($first: Int) { leads(first: $first) { edges { node { name } } } }`, asked{2 + 50*2, 4, 0}},
		"a page has two hundred rows at most":   {`{ leads(first: 100000) { edges { cursor } } }`, asked{2 + 200, 3, 0}},
		"the last rows cost as the first":       {`{ leads(last: 30) { edges { cursor } } }`, asked{2 + 30, 3, 0}},
		"a page may be asked by a fragment":     {`{ leads(first: 50) { ...l } } fragment l on LeadConnection { edges { cursor } pageInfo { endCursor } }`, asked{2 + 1 + 50, 3, 0}},
		"a list without pages has ten":          {`{ journey(id: "1") { orders { lines { product { name } } } } }`, asked{1 + 10*(1+10*2), 5, 0}},
		"a board costs its cards":               {`{ board(process: LEAD, first: 30) { columns { cards { id } } } }`, asked{20 + 1 + 8*(1+30), 4, 0}},
		"a report costs a hundred":              {`{ receivablesSummary { __typename } }`, asked{100 + 1, 2, 0}},
		"another name for a field is counted":   {`{ a: viewer { name } b: viewer { name } }`, asked{2, 2, 2}},
		"a fragment counts where it is used":    {`{ viewer { ...u } a: viewer { ...u } } fragment u on User { department { name } }`, asked{4, 3, 1}},
		"of parts for other types one is there": {`{ node(id: "1") { ... on Lead { owner { name } account { name } } ... on User { manager { name } } } }`, asked{1 + 2, 3, 0}},
		"a verb costs ten":                      {`mutation { moveStage(input: {id: "1", to: "2", expectedVersion: 1}) { id } }`, asked{10 + 1, 2, 0}},
		"a subscription costs twenty":           {`subscription { changed { cursor } }`, asked{20 + 1, 2, 0}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := measured(t, tt.operation); got != tt.want {
				t.Errorf("asked = %+v, want %+v", got, tt.want)
			}
		})
	}
}

// A root field that answers neither a record nor a page either reads a few rows or adds up many; which it does has to be
// said of each.
func TestEveryRootFieldIsAReportOrNot(t *testing.T) {
	plain := map[string]bool{
		"node": true, "departments": true, "delegations": true, "holdings": true, "sessions": true, "tokens": true, "roles": true,
		"rightsCatalogue": true, "myRights": true, "whyCanISee": true, "whoCanSee": true, "collaborators": true, "apiLimits": true,
		"processes": true, "board": true, "search": true,
	}
	for _, f := range contract.Query.Fields {
		def := contract.Types[f.Type.Name()]
		record := f.Type.Elem == nil && slices.Contains(def.Interfaces, "Node") || strings.HasSuffix(def.Name, "Connection")
		if strings.HasPrefix(f.Name, "__") || record {
			continue
		}
		if plain[f.Name] == reports[f.Name] {
			t.Errorf("%s answers %s: add it to the reports, or to the plain ones here", f.Name, f.Type)
		}
	}
	for name := range reports {
		if contract.Query.Fields.ForName(name) == nil {
			t.Errorf("there is no report %s", name)
		}
	}
}

func TestNestedFragmentsAreMeasuredOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("{ viewer { ...f0 } }")
	for i := range 60 { // two to the sixtieth, if each spread were walked
		fmt.Fprintf(&b, " fragment f%d on User { manager { ...f%d ...f%d } }", i, i+1, i+1)
	}
	b.WriteString(" fragment f60 on User { name }")
	if got := measured(t, b.String()); got.cost < mostCost || got.depth < mostDepth {
		t.Errorf("size = %+v, want one over the limits", got)
	}
}

// The app's documents are in its generated code, so that a page that asks for too much is red here and not in use.
func TestEveryOperationOfTheAppIsWithinTheLimits(t *testing.T) {
	source, err := os.ReadFile("../frontend/src/gql/gql.ts")
	if err != nil {
		t.Fatal(err)
	}
	fragments, operations := map[string]string{}, map[string]string{}
	var costs []string
	for _, m := range regexp.MustCompile(`(?m)^    ("(?:\\.|[^"\\])*"): types`).FindAllSubmatch(source, -1) {
		var text string
		if err := json.Unmarshal(m[1], &text); err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(text)
		name, _, _ := strings.Cut(words[1], "(")
		if words[0] == "fragment" {
			fragments[name] = text
		} else {
			operations[name] = text
		}
	}
	if len(operations) < 20 {
		t.Fatalf("found %d operations", len(operations))
	}
	for name, text := range operations {
		whole := withFragments(text, fragments)
		z := measured(t, whole)
		if z.cost > mostCost || z.depth > mostDepth || z.aliases > mostAliases || len(whole) > mostBytes {
			t.Errorf("%s: %+v, %d bytes", name, z, len(whole))
		}
		costs = append(costs, fmt.Sprintf("%5d %s", z.cost, name))
	}
	slices.Sort(costs)
	t.Logf("the dearest of %d:\n%s", len(costs), strings.Join(costs[len(costs)-12:], "\n"))
}

// withFragments adds the fragments that an operation spreads, and those that they spread.
func withFragments(text string, fragments map[string]string) string {
	added := map[string]bool{}
	spread := regexp.MustCompile(`\.\.\.(\w+)`)
	for again := true; again; {
		again = false
		for _, m := range spread.FindAllStringSubmatch(text, -1) {
			if f, ok := fragments[m[1]]; ok && !added[m[1]] {
				added[m[1]], again = true, true
				text += f
			}
		}
	}
	return text
}
