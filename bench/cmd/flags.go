package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/leadtocash/ltc/bench/ops"
)

// setFlags say which set.
type setFlags struct {
	Scale float64 `default:"1" help:"1 is a hundred thousand opportunities, 10 a million."`
	Seed  uint64  `default:"1" help:"The same seed makes the same rows."`
}

// measuredSet is a set that something is measured on.
type measuredSet struct{ setFlags }

// leastScale has just enough opportunities for 50 to be moved at the same time, and leads for a page behind a page.
const leastScale = 0.005

// Validate refuses a set that has too few records for what is asked.
func (m measuredSet) Validate() error {
	if m.Scale < leastScale {
		return fmt.Errorf("a set at scale %g has too few records to be measured: --scale %g at least", m.Scale, leastScale)
	}
	return nil
}

// results is where the figures of all operations go.
const results = "bench/RESULTS.md"

// pick is which operations are measured, and where their figures go.
type pick struct {
	Only []string `enum:"${operations}" help:"Only these operations, of ${enum}. Their figures are printed: in the file they would take the place of all others."`
	Out  string   `help:"The file whose sections are replaced; without --only it is ${results}."`
}

// wanted tells whether an operation is to be measured.
func (p pick) wanted(o ops.Op) bool { return len(p.Only) == 0 || slices.Contains(p.Only, short(o)) }

// write puts sections into the file, and shows them.
func (p pick) write(text string) error {
	path := p.Out
	if path == "" && len(p.Only) == 0 {
		path = results
	}
	if path != "" {
		if err := put(path, text); err != nil {
			return err
		}
	}
	_, err := fmt.Print(text)
	return err
}

// short is an operation's name on the command line, where a comma ends a name.
func short(o ops.Op) string {
	name, _, _ := strings.Cut(o.Name, ",")
	return name
}

// variables are what the help says that the flags cannot say for themselves.
func variables() kong.Vars {
	var names []string
	for _, o := range ops.All {
		names = append(names, short(o))
	}
	return kong.Vars{"operations": strings.Join(names, ","), "results": results}
}
