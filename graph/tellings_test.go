package graph

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestATellingIsMadeOnceForAllWhoShareIt(t *testing.T) {
	ts := tellings{m: map[tellingKey]*telling{}}
	var made atomic.Int64
	var group sync.WaitGroup
	for i := range 100 {
		group.Go(func() {
			k := tellingKey{int64(i % 2), 0, "a"}
			x := ts.of(t.Context(), k, func(x *telling) {
				made.Add(1)
				x.data = []byte{byte(k.change)}
			})
			if x.data[0] != byte(k.change) {
				t.Errorf("of change %d somebody is told %d", k.change, x.data[0])
			}
		})
	}
	group.Wait()
	if made.Load() != 2 {
		t.Errorf("it was made %d times for two changes", made.Load())
	}
}

func TestATellingGoesStaleAndIsForgotten(t *testing.T) {
	ts := tellings{m: map[tellingKey]*telling{}}
	now := time.Now()
	k := tellingKey{1, 0, "a"}
	old, _ := ts.at(k, now.Add(10*fresh))
	if again, mine := ts.at(k, now.Add(11*fresh-1)); mine || again != old {
		t.Error("a fresh one is made anew")
	}
	if again, mine := ts.at(k, now.Add(11*fresh)); !mine || again == old {
		t.Error("a stale one is told")
	}
	if ts.at(tellingKey{2, 0, "a"}, now.Add(20*fresh)); len(ts.m) != 1 {
		t.Errorf("%d are kept, of which one is fresh", len(ts.m))
	}
}

func TestNobodyWaitsForATellingThatFailed(t *testing.T) {
	ts := tellings{m: map[tellingKey]*telling{}}
	failed := errors.New("away")
	for range 2 {
		if x := ts.of(t.Context(), tellingKey{1, 0, "a"}, func(x *telling) { x.err = failed }); !errors.Is(x.err, failed) {
			t.Errorf("err = %v", x.err)
		}
	}
}

func TestTwoViewersShareOnlyWhereNothingTellsThemApart(t *testing.T) {
	rights := func() *role.Rights { return role.Union(role.Builtins()[1].Rights) }
	one := call.Viewer{Principal: "usr_a", Kind: call.ByUser, UserID: "usr_a", DepartmentID: "dep_a", Department: stage.Sales, LegalEntityID: "ent_a", Rights: rights()}
	now := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	f := &following{asked: "a"}
	who := func(change func(*call.Viewer)) string {
		v := one
		v.Rights = rights()
		change(&v)
		return f.question(call.New(v, now, call.API))
	}
	same := who(func(*call.Viewer) {})
	if same != who(func(*call.Viewer) {}) {
		t.Error("one person's sockets do not share")
	}
	for name, change := range map[string]func(*call.Viewer){
		"another person": func(v *call.Viewer) { v.Principal, v.UserID = "usr_b", "usr_b" }, "a token of theirs": func(v *call.Viewer) { v.Principal, v.Kind = "tok_a", call.ByToken },
		"another department": func(v *call.Viewer) { v.DepartmentID = "dep_b" }, "other rights": func(v *call.Viewer) { v.Rights = role.Union(role.Builtins()[2].Rights) },
		"fewer rights": func(v *call.Viewer) { v.Rights = v.Rights.Narrow([]role.TokenScope{role.Read}) }, "a deputy": func(v *call.Viewer) { v.Delegators = []string{"usr_c"} },
		"a superior": func(v *call.Viewer) { v.Reports = []string{"usr_c"} }, "a head": func(v *call.Viewer) { v.Below = []string{"dep_c"} },
		"somebody who looks through their eyes": func(v *call.Viewer) { v.SeenBy = "usr_d" },
	} {
		if who(change) == same {
			t.Errorf("%s is told the same", name)
		}
	}
	if who(func(*call.Viewer) {}) != same {
		t.Error("who gets their rights back is not told the same as before")
	}
}

func TestWhatIsAskedIsToldApartButForItsBeginning(t *testing.T) {
	asked := func(text string, vars map[string]any) string {
		d := ltctest.Got(parser.ParseQuery(&ast.Source{Input: text}))(t)
		return askedBy(&graphql.OperationContext{RawQuery: text, Operation: d.Operations[0], Variables: vars})
	}
	const follow = `subscription($after: String, $n: Int) { changed(after: $after, n: $n) }`
	one := asked(follow, map[string]any{"after": "x", "n": 1})
	if one != asked(follow, map[string]any{"after": "y", "n": 1}) || one != asked(follow, map[string]any{"n": 1}) {
		t.Error("who begins elsewhere does not share")
	}
	if one == asked(follow, map[string]any{"after": "x", "n": 2}) || one == asked(follow+" ", map[string]any{"after": "x", "n": 1}) {
		t.Error("other questions share")
	}
	const twice = `subscription($after: String) { changed(after: $after) @skip(if: false) x: changed(after: $after) }`
	if asked(twice, map[string]any{"after": "x"}) == asked(twice, map[string]any{"after": "y"}) {
		t.Error("a variable that is used elsewhere too is left out")
	}
}
