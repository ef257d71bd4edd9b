package graph

import (
	"context"
	"errors"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestATellingIsMadeOnceForAllWhoShareIt(t *testing.T) {
	var ts shared[int, int]
	var made atomic.Int64
	var group sync.WaitGroup
	for i := range 100 {
		group.Go(func() {
			got, err := ts.of(t.Context(), i%2, new(*making[int, int]), nil, func() int { return int(made.Add(1))*10 + i%2 })
			if err != nil || got%10 != i%2 {
				t.Errorf("of change %d somebody is told %d, %v", i%2, got, err)
			}
		})
	}
	group.Wait()
	if made.Load() != 2 {
		t.Errorf("it was made %d times for two changes", made.Load())
	}
}

func TestATellingGoesStaleOnceItIsMadeAndIsForgotten(t *testing.T) {
	var ts shared[int, int]
	now := time.Now()
	x, _ := ts.asOf(1, now)
	if again, mine := ts.asOf(1, now.Add(10*fresh)); mine || again != x {
		t.Error("one that is being made is made anew")
	}
	ts.make(x, func() int { return 1 })
	if again, mine := ts.asOf(1, x.at.Add(fresh-1)); mine || again != x {
		t.Error("a fresh one is made anew")
	}
	if again, mine := ts.asOf(1, x.at.Add(fresh)); !mine || again == x {
		t.Error("a stale one is told")
	}
}

func TestWhatWasMadeTakesNoRoomSoonAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ts shared[int, int]
		going, _ := ts.at(0)
		for k := range 100 {
			_, _ = ts.of(t.Context(), k+1, new(*making[int, int]), nil, func() int { return k })
			time.Sleep(fresh / 100)
		}
		kept := func() int {
			time.Sleep(2 * fresh)
			synctest.Wait()
			return len(ts.m)
		}
		if n := kept(); n != 1 {
			t.Errorf("%d are kept, of which one is being made", n)
		}
		ts.make(going, func() int { return 0 })
		if n := kept(); n != 0 {
			t.Errorf("%d are kept, and all were told", n)
		}
	})
}

func TestWhoLeavesWaitsForNoTelling(t *testing.T) {
	var ts shared[int, int]
	x, _ := ts.at(1)
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := x.wait(gone); err == nil {
		t.Error("what nobody made is there")
	}
}

func TestWhoDoesNotWaitIsToldOnceItIsThere(t *testing.T) {
	var ts shared[int, int]
	begin, told := make(chan bool), make(chan bool, 2)
	do := func() int { <-begin; return 7 }
	var held *making[int, int]
	for range 2 {
		if _, err := ts.of(t.Context(), 1, &held, func() { told <- true }, do); !errors.Is(err, errLater) {
			t.Fatalf("what nobody has made yet: %v", err)
		}
	}
	close(begin)
	<-told
	<-told
	if got, err := ts.of(t.Context(), 1, &held, func() { t.Error("told twice") }, do); got != 7 || err != nil {
		t.Errorf("got %d, %v", got, err)
	}
}

func TestWhoWasToldToComeLaterTakesWhatWasMadeHoweverOldItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ts shared[int, int]
		var held *making[int, int]
		made := 0
		ask := func(k int) (int, error) {
			return ts.of(t.Context(), k, &held, func() {}, func() int { made++; return made })
		}
		_, _ = ask(1)
		time.Sleep(time.Hour)
		if got, err := ask(1); got != 1 || err != nil {
			t.Errorf("who waited for the first gets %d, %v", got, err)
		}
		if _, err := ask(2); !errors.Is(err, errLater) {
			t.Errorf("who asks for something else is given the first: %v", err)
		}
		synctest.Wait()
		if held = nil; made != 2 {
			t.Errorf("%d were made", made)
		}
		if _, err := ask(1); !errors.Is(err, errLater) {
			t.Errorf("a newcomer is given what is old: %v", err)
		}
		synctest.Wait()
	})
}

func TestAPanicLeavesNobodyWaiting(t *testing.T) {
	var ts shared[int, int]
	x, _ := ts.at(1)
	func() {
		defer func() { _ = recover() }()
		ts.make(x, func() int { panic("on purpose") })
	}()
	if got, err := x.wait(t.Context()); err != nil || got != 0 {
		t.Errorf("got %d, %v", got, err)
	}
}

// asking is a subscription to a selection of changes of opportunities.
func asking(t *testing.T, selection string) *following {
	t.Helper()
	r := &root{}
	r.schema = gen.NewExecutableSchema(gen.Config{Resolvers: r})
	r.compiler = read.NewCompiler(nil, r.schema.Schema(), r, veilsOf(r.schema.Schema()))
	text := "subscription { changed { " + selection + " } }"
	d, errs := gqlparser.LoadQueryWithRules(r.schema.Schema(), text, nil)
	if errs != nil {
		t.Fatal(errs)
	}
	oc := &graphql.OperationContext{RawQuery: text, Doc: d, Operation: d.Operations[0]}
	return &following{root: r, ctx: graphql.WithOperationContext(t.Context(), oc), asked: askedBy(oc)}
}

func TestAViewerWhoChangesInAnyWayIsNoticed(t *testing.T) {
	some := call.Viewer{Principal: "usr_a", UserID: "usr_a", Rights: role.Union()}
	fields := reflect.TypeFor[call.Viewer]()
	for i := range fields.NumField() {
		other := some
		switch f := reflect.ValueOf(&other).Elem().Field(i); f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{"x"}))
		default:
			f.Set(reflect.ValueOf(role.Union()))
		}
		if same(some, other) || !same(other, other) {
			t.Errorf("another %s is not noticed", fields.Field(i).Name)
		}
		if printOf(some) == printOf(other) && fields.Field(i).Name != "Rights" {
			t.Errorf("another %s is not told apart", fields.Field(i).Name)
		}
	}
}

// scoped are rights over the rows of a scope.
func scoped(scope role.Scope) *role.Rights {
	return role.Union(role.Document{Grants: map[id.Kind]role.Grant{
		id.Opportunity: {Scope: scope, Verbs: []string{"moveStage"}}, id.Account: {Scope: scope}, id.User: {Scope: scope},
	}})
}

var seesAll, seesOwn = scoped(role.All), scoped(role.Own)

// others are viewers by what sets them apart from another.
type others map[string]func(*call.Viewer)

var (
	equals = others{
		"themselves":  func(*call.Viewer) {},
		"their equal": func(v *call.Viewer) { v.Rights = scoped(role.All) },
	}
	otherPeople = others{
		"another person":     func(v *call.Viewer) { v.Principal, v.UserID = "usr_b", "usr_b" },
		"another department": func(v *call.Viewer) { v.DepartmentID = "dep_b" },
		"a deputy":           func(v *call.Viewer) { v.Delegators = []string{"usr_c"} },
		"a superior":         func(v *call.Viewer) { v.Reports = []string{"usr_c"} },
		"a head":             func(v *call.Viewer) { v.Below = []string{"dep_c"} },
	}
	strangers = others{
		"a token of theirs":                     func(v *call.Viewer) { v.Principal, v.Kind = "tok_a", call.ByToken },
		"other rights":                          func(v *call.Viewer) { v.Rights = role.Union(role.Builtins()[2].Rights) },
		"fewer rights":                          func(v *call.Viewer) { v.Rights = v.Rights.Narrow([]role.TokenScope{role.ReadSales}) },
		"another function":                      func(v *call.Viewer) { v.Department = stage.Finance },
		"another company":                       func(v *call.Viewer) { v.LegalEntityID = "ent_b" },
		"somebody who looks through their eyes": func(v *call.Viewer) { v.SeenBy = "usr_d" },
	}
)

// selections are what is asked of a change, and whether other people with the same rights are told the same.
var selections = map[string]struct {
	selection string
	rights    *role.Rights
	shared    bool
}{
	"all that is stored":       {"cursor toName { zh } subject { ... on Opportunity { name amount { amount } account { name } owner { name } } }", seesAll, true},
	"where it may go":          {"subject { ... on Staged { availableTransitions { verb allowed missing { rule needs } } } }", seesAll, true},
	"what they see a part of":  {"cursor subject { ... on Opportunity { name account { name } } }", seesOwn, false},
	"the change alone":         {"cursor subjectId toStage", seesOwn, true}, // whether they see it is another question
	"an id of what may be hid": {"cursor accountId", seesOwn, false},
	"kinds that they see none": {"subject { ... on Opportunity { account { name parent { name } openOrders: owner { active department { name } } } } }", seesAll, false},
	"a sum over what they see": {"subject { ... on Opportunity { account { openPipeline { amount } } } }", seesAll, false},
	"a sentence of theirs":     {"subject { ... on Staged { availableTransitions { verb needed: missing { ... on Missing { why: message } } } } }", seesAll, false},
}

func TestTwoViewersShareOnlyWhereNothingTellsThemApart(t *testing.T) {
	one := call.Viewer{Principal: "usr_a", Kind: call.ByUser, UserID: "usr_a", DepartmentID: "dep_a", Department: stage.Sales, LegalEntityID: "ent_a"}
	for name, tt := range selections {
		t.Run(name, func(t *testing.T) {
			f := asking(t, tt.selection)
			question := func(change func(*call.Viewer)) string {
				v := one
				v.Rights = tt.rights
				change(&v)
				return f.about(&asker{v, call.API, "", map[id.Kind]asks{}}, id.Opportunity).question
			}
			mine := question(func(*call.Viewer) {})
			told := func(all others, same bool) {
				for who, change := range all {
					if (question(change) == mine) != same {
						t.Errorf("%s: told the same is %v", who, !same)
					}
				}
			}
			if tt.rights == seesAll {
				told(equals, true)
			}
			told(otherPeople, tt.shared)
			told(strangers, false)
		})
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
