package graph

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"

	"github.com/leadtocash/ltc/graph/gen"
)

var contract = gen.NewExecutableSchema(gen.Config{}).Schema()

// measured is what an operation asks for; variables named first or last are 50.
func measured(t *testing.T, operation string) size {
	t.Helper()
	d, errs := gqlparser.LoadQueryWithRules(contract, operation, nil)
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", operation, errs)
	}
	return newMeter(map[string]any{"first": 50, "last": 50}).measure(d.Operations[0].SelectionSet)
}

func TestWhatAnOperationAsksFor(t *testing.T) {
	tests := map[string]struct {
		operation string
		want      size
	}{
		"a column costs nothing":              {`{ viewer { name } }`, size{1, 2, 0}},
		"a page costs its records":            {`{ leads(first: 50) { edges { node { name } } } }`, size{2 + 50*2, 4, 0}},
		"a page without a size has twenty":    {`{ leads { edges { node { name } } } }`, size{2 + 20*2, 4, 0}},
		"a list without pages has ten":        {`{ journey(id: "1") { orders { lines { product { name } } } } }`, size{1 + 1 + 10*(1+10*1), 5, 0}},
		"a board costs its cards":             {`{ board(process: LEAD, first: 50) { columns { cards { id } } } }`, size{20 + 50*2, 4, 0}},
		"another name for a field is counted": {`{ a: viewer { name } b: viewer { name } }`, size{2, 2, 2}},
		"a fragment counts where it is used":  {`{ viewer { ...u } a: viewer { ...u } } fragment u on User { department { name } }`, size{4, 3, 1}},
		"a verb costs ten":                    {`mutation { moveStage(input: {id: "1", to: "2", expectedVersion: 1}) { id } }`, size{10, 2, 0}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := measured(t, tt.operation); got != tt.want {
				t.Errorf("size = %+v, want %+v", got, tt.want)
			}
		})
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
	}
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
