package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestWhatCannotBeMeasuredIsRefusedBeforeItBegins(t *testing.T) {
	tests := map[string]struct{ line, refusal string }{
		"a set too small for run":    {"run --scale 0.002", "too few records"},
		"a set too small for fan":    {"fan --postgres postgres://x --scale 0.0049", "too few records"},
		"a set too small for growth": {"growth --postgres postgres://x --scale 0.002", "too few records"},
		"a set too small for sqlite": {"sqlite --scale 0.002", "too few records"},
		"one that is just enough":    {"run --scale 0.005", ""},
		"a small one that is made":   {"make sqlite:x --scale 0.002", ""},
		"a misspelt operation":       {"run --only borad", `"board","account 360","leads"`},
		"of growth":                  {"growth --postgres postgres://x --only borad", `"board"`},
		"of sqlite":                  {"sqlite --only board,borad", `"board"`},
		"every operation":            {"run --only board --only search,leads,quote,dashboard", ""},
		"a misspelt crowd":           {"fan --postgres postgres://x --who al", `"one","all","own"`},
		"a crowd of nobody":          {"fan --postgres postgres://x --sockets 0", "one follower"},
		"no server":                  {"fan --postgres postgres://x --servers 0", "one server"},
		"a run without a crowd":      {"run --sockets 0", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := ltctest.Got(kong.New(&cli{}, variables()))(t).Parse(strings.Fields(tt.line))
			if tt.refusal == "" && err != nil || tt.refusal != "" && (err == nil || !strings.Contains(err.Error(), tt.refusal)) {
				t.Errorf("%s: %v, want %q", tt.line, err, tt.refusal)
			}
		})
	}
}

func TestTheCommandLineNamesEveryOperation(t *testing.T) {
	for _, o := range ops.All {
		var c cli
		ltctest.Got(ltctest.Got(kong.New(&c, variables()))(t).Parse([]string{"run", "--only", short(o)}))(t)
		measured := slices.DeleteFunc(slices.Clone(ops.All), func(o ops.Op) bool { return !c.Run.wanted(o) })
		if len(measured) != 1 || measured[0].Name != o.Name {
			t.Errorf("--only %s measures %d operations", short(o), len(measured))
		}
		if goals[o.Name] == (goal{}) {
			t.Errorf("nothing is wanted of %s", o.Name)
		}
	}
}

func TestFiguresOfSomeOperationsDoNotTakeThePlaceOfAll(t *testing.T) {
	t.Chdir(t.TempDir())
	ltctest.Must(t, os.Mkdir("bench", 0o750))
	const was, of = "# Results\n\n## One\n\nall\n", "## One\n\nsome\n"
	tests := map[string]struct {
		line []string
		file string
		want string
	}{
		"all of them":             {[]string{"run"}, results, "# Results\n\n## One\n\nsome\n"},
		"some":                    {[]string{"run", "--only", "board"}, results, was},
		"some, into a named file": {[]string{"run", "--only", "board", "--out", "named.md"}, "named.md", "# Results\n\n## One\n\nsome\n"},
		"some of growth":          {[]string{"growth", "--postgres", "x", "--only", "board"}, results, was},
		"some of SQLite":          {[]string{"sqlite", "--only", "board"}, results, was},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ltctest.Must(t, os.WriteFile(tt.file, []byte(was), 0o600))
			var c cli
			k := ltctest.Got(ltctest.Got(kong.New(&c, variables()))(t).Parse(tt.line))(t)
			p := map[string]pick{"run": c.Run.pick, "growth": c.Growth.pick, "sqlite": c.Sqlite.pick}[k.Command()]
			ltctest.Must(t, p.write(of))
			if got := string(ltctest.Got(os.ReadFile(filepath.Clean(tt.file)))(t)); got != tt.want {
				t.Errorf("%s holds %q, want %q", tt.file, got, tt.want)
			}
		})
	}
}

func TestAFigureSaysWhatWasWantedWhereItFallsShort(t *testing.T) {
	tests := []struct{ got, want string }{
		{atLeast("%.2f", 0.37, 0.6), "0.37 (wanted 0.6)"},
		{atLeast("%.2f", 0.6, 0.6), "0.60"},
		{atLeast("%.2f", 0.597, 0.6), "0.60"},
		{atLeast("%.1f", 1.13, 1.2), "1.1 (wanted 1.2)"},
		{atMost("%.2f", 1.7, 1.7), "1.70"},
		{atMost("%.2f", 2.95, 1.7), "2.95 (wanted 1.7)"},
		{atMost("%.0f", 73, goalIdle), "73 (wanted 64)"},
		{atMost("%.1f", 40, milliseconds(goalLast)), "40.0"},
		{atMost("%.1f", 67.7, milliseconds(goalLast)), "67.7 (wanted 40)"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s, want %s", tt.got, tt.want)
		}
	}
}
