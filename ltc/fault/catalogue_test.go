package fault_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
)

// rule is what a rule's name looks like: `quote.superseded`.
var rule = regexp.MustCompile(`^[a-z][a-z_]*\.[a-z0-9_]+$`)

func TestEveryRuleInTheCodeHasASentence(t *testing.T) {
	seen := 0
	for _, root := range []string{"../../ltc", "../../graph", "../../server"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			for _, r := range rulesIn(file) {
				if seen++; !fault.Known(r) {
					t.Errorf("%s: rule %q has no sentence in rules.json", strings.TrimPrefix(path, "../../"), r)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 50 {
		t.Errorf("only %d rules were found: the test looks in the wrong place", seen)
	}
}

// rulesIn are the rule names among the arguments of calls that refuse something.
func rulesIn(file *ast.File) (rules []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || !refuses(call) {
			return true
		}
		for _, arg := range call.Args {
			if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && rule.MatchString(s) {
					rules = append(rules, s)
				}
			}
		}
		return true
	})
	return rules
}

func refuses(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "problem"
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "fault" {
			return true
		}
		return f.Sel.Name == "Add" || f.Sel.Name == "Unless"
	}
	return false
}

func TestASentenceFillsInItsParameters(t *testing.T) {
	params := map[string]any{"expected": 3, "actual": 5}
	tests := map[string]string{
		"en":    "Someone else changed this record: you saw version 3, it is 5 now.",
		"zh-CN": "这条记录已被他人修改：您看到的是第 3 版，现在是第 5 版",
	}
	for language, want := range tests {
		if got := fault.Sentence(language, "record.stale", params); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	if got := fault.Sentence("en", "no.such_rule", nil); got != "no.such_rule" {
		t.Errorf("an unknown rule says %q", got)
	}
}

func TestProblemsAreToldAtOnce(t *testing.T) {
	var p fault.Problems
	p.Required("name", " ")
	if got := fault.RuleOf(p.Err()); got != "input.required" {
		t.Errorf("one problem is %q, want its own rule", got)
	}
	long := strings.Repeat("长", 11)
	p.Short("title", &long, 10)
	p.Short("remark", nil, 10)
	f := fault.Of(p.Err())
	if f == nil || f.Rule != "input.invalid" || len(f.Fields) != 2 || f.Fields[1].Path != "title" {
		t.Errorf("two problems are %+v", f)
	}
}
