package role_test

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
)

// someRights are the rights of so many ready-made roles, with limits and hidden fields strewn in.
func someRights(rnd *rand.Rand) *role.Rights {
	var ds []role.Document
	for range 1 + rnd.IntN(3) {
		d := role.Builtins()[rnd.IntN(len(role.Builtins()))].Rights
		strewn := role.Document{
			Administrator: d.Administrator && rnd.IntN(2) == 0, Auditor: d.Auditor, Manages: d.Manages,
			Grants: map[id.Kind]role.Grant{}, Fields: maps.Clone(d.Fields),
			ReadOnly: map[id.Kind][]string{id.Lead: {"phone"}},
		}
		for kind, g := range d.Grants {
			g.Limits = map[string]int64{}
			for _, v := range g.Verbs {
				if rnd.IntN(2) == 0 {
					g.Limits[v] = rnd.Int64N(1_000_000)
				}
			}
			strewn.Grants[kind] = g
		}
		ds = append(ds, strewn)
	}
	return role.Union(ds...)
}

func someScopes(rnd *rand.Rand) []role.TokenScope {
	all := role.TokenScopes()
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:1+rnd.IntN(4)]
}

// within tells why a part of rights is more than the whole; "" where it is not.
func within(part, whole *role.Rights) string {
	if part.Administrator || part.Auditor && !whole.Auditor || part.Boundless() && !whole.Boundless() {
		return "it administers, audits or moves what the whole does not"
	}
	for _, kind := range role.Kinds() {
		if !reflect.DeepEqual(part.Fields(kind), whole.Fields(kind)) || part.Locked(kind, "phone") != whole.Locked(kind, "phone") {
			return "fields of " + string(kind)
		}
		for _, g := range part.Grants(kind) {
			if !whole.Administrator && !slices.ContainsFunc(whole.Grants(kind), func(of role.Grant) bool {
				return of.Scope == g.Scope && reflect.DeepEqual(of.Where, g.Where)
			}) {
				return "rows of " + string(kind)
			}
		}
	}
	for _, v := range role.Verbs() {
		if part.Allows(v.Name) && !whole.Allows(v.Name) {
			return v.Name
		}
		most, limited := whole.Limit(v.Name)
		if part.Allows(v.Name) && limited {
			if n, is := part.Limit(v.Name); !is || n > most {
				return "the limit of " + v.Name
			}
		}
	}
	return ""
}

func TestScopesOnlyNarrow(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 2026)) //nolint:gosec // a test that repeats
	for range 5_000 {
		whole, scopes := someRights(rnd), someScopes(rnd)
		if more := within(whole.Narrow(scopes), whole); more != "" {
			t.Fatalf("with %v more than %+v: %s", scopes, whole, more)
		}
	}
}

func TestEachScopeOfEachReadyMadeRoleIsWithinIt(t *testing.T) {
	for _, b := range role.Builtins() {
		for _, s := range role.TokenScopes() {
			whole := role.Union(b.Rights)
			if more := within(whole.Narrow([]role.TokenScope{s}), whole); more != "" {
				t.Errorf("%s of %s: %s", s, b.Key, more)
			}
		}
	}
}

func TestWithoutScopesATokenMayAll(t *testing.T) {
	boss := role.Union(role.Document{Administrator: true})
	if boss.Narrow(nil) != boss || !boss.ForOneself() || boss.Lacks("createRole") != nil {
		t.Error("the rights are not whole")
	}
	var nobody *role.Rights
	if nobody.Narrow([]role.TokenScope{role.Read}) != nil {
		t.Error("nobody's rights became some")
	}
}

func TestAScopeOfADepartmentIsItsReadyMadeRolesKindsAndVerbs(t *testing.T) {
	boss := role.Union(role.Document{Administrator: true})
	tests := map[string]struct {
		scopes         []role.TokenScope
		reads, hides   []id.Kind
		may, mayNot    []string
		self, auditing bool
	}{
		"reading": {
			[]role.TokenScope{role.Read}, role.Kinds(), nil, nil, []string{"captureLead", "moveStage", "createRole"}, false, false,
		},
		"writing": {
			[]role.TokenScope{role.Write}, role.Kinds(), nil,
			[]string{"captureLead", "postInvoice", "moveStage", "delegate"}, []string{"createRole", "inviteUser", "transferOwnership"}, true, false,
		},
		"reading of finance": {
			[]role.TokenScope{role.ReadFinance}, []id.Kind{id.Invoice, id.Account, id.Product, id.Journey}, []id.Kind{id.Lead, id.Opportunity, id.Role},
			nil, []string{"postInvoice"}, false, false,
		},
		"writing of finance": {
			[]role.TokenScope{role.WriteFinance}, []id.Kind{id.Invoice, id.Payment}, []id.Kind{id.Lead},
			[]string{"postInvoice", "recordPayment"}, []string{"captureLead", "acceptQuote", "updateUser"}, false, false,
		},
		"reading of marketing, writing of care": {
			[]role.TokenScope{role.ReadMarketing, role.WriteCare}, []id.Kind{id.Lead, id.Order}, []id.Kind{id.Invoice},
			[]string{"captureLead", "createOpportunity"}, []string{"qualifyLead", "acceptQuote"}, false, false,
		},
		"administration": {
			[]role.TokenScope{role.Administration}, []id.Kind{id.User, id.Department, id.Role}, []id.Kind{id.Lead, id.Invoice},
			[]string{"inviteUser", "createRole", "revokeUserToken"}, []string{"captureLead", "moveStage"}, false, true,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := boss.Narrow(tt.scopes)
			for _, kind := range tt.reads {
				if !r.Reads(kind) || len(r.Grants(kind)) == 0 {
					t.Errorf("%s is not read", kind)
				}
			}
			for _, kind := range tt.hides {
				if r.Reads(kind) || len(r.Grants(kind)) > 0 {
					t.Errorf("%s is read", kind)
				}
			}
			for _, verb := range tt.may {
				if !r.Allows(verb) || r.Lacks(verb) != nil {
					t.Errorf("may not %s", verb)
				}
			}
			for _, verb := range tt.mayNot {
				if r.Allows(verb) || len(r.Lacks(verb)) == 0 {
					t.Errorf("may %s, or lacks nothing for it", verb)
				}
			}
			if r.ForOneself() != tt.self || r.Auditor != tt.auditing {
				t.Errorf("for oneself %v, auditing %v", r.ForOneself(), r.Auditor)
			}
		})
	}
}

func TestTheScopeThatIsLackingIsNamed(t *testing.T) {
	seller := role.Union(role.Builtins()[1].Rights).Narrow([]role.TokenScope{role.ReadSales})
	if got := seller.Lacks("acceptQuote"); !slices.Equal(got, []role.TokenScope{role.Write, role.WriteSales}) {
		t.Errorf("accepting a quote takes one of %v", got)
	}
	if got := seller.Lacks("createRole"); got != nil {
		t.Errorf("its person may not make roles either, and it lacks %v", got)
	}
}
