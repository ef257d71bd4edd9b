package role_test

import (
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestGrantsAddUpAndFieldsTakeAway(t *testing.T) {
	r := role.Union(
		role.Document{
			Grants: map[id.Kind]role.Grant{id.Invoice: {Scope: role.Own, Verbs: []string{"postInvoice"}, Limits: map[string]int64{"postInvoice": 100}}},
			Fields: map[id.Kind]map[string]role.Sight{id.Lead: {"phone": role.Masked}},
		},
		role.Document{
			Grants: map[id.Kind]role.Grant{id.Invoice: {Scope: role.All, Verbs: []string{"postInvoice"}, Limits: map[string]int64{"postInvoice": 900}}},
			Fields: map[id.Kind]map[string]role.Sight{id.Lead: {"phone": role.Hidden}},
		},
	)
	if len(r.Grants(id.Invoice)) != 2 || !r.Allows("postInvoice") || r.Allows("signContract") {
		t.Errorf("grants = %v", r.Grants(id.Invoice))
	}
	if most, limited := r.Limit("postInvoice"); most != 900 || !limited {
		t.Errorf("limit = %d, %v, want the larger", most, limited)
	}
	if r.Fields(id.Lead)["phone"] != role.Hidden || !r.Locked(id.Lead, "phone") {
		t.Errorf("fields = %v, want the strictest", r.Fields(id.Lead))
	}
}

func TestALimitEndsWhereOneRoleHasNone(t *testing.T) {
	grant := role.Grant{Scope: role.Own, Verbs: []string{"postInvoice"}}
	limited := grant
	limited.Limits = map[string]int64{"postInvoice": 100}
	r := role.Union(role.Document{Grants: map[id.Kind]role.Grant{id.Invoice: limited}}, role.Document{Grants: map[id.Kind]role.Grant{id.Invoice: grant}})
	if most, is := r.Limit("postInvoice"); is {
		t.Errorf("limit = %d", most)
	}
}

func TestAnAdministratorIsKeptFromNothing(t *testing.T) {
	r := role.Union(role.Document{Administrator: true}, role.Document{Fields: map[id.Kind]map[string]role.Sight{id.Lead: {"phone": role.Hidden}}})
	if !r.Allows("createRole") || !r.Auditor || len(r.Fields(id.Lead)) != 0 || r.Locked(id.Lead, "phone") {
		t.Errorf("rights = %+v", r)
	}
}

func TestWhatTellsAHiddenFieldIsHiddenWithIt(t *testing.T) {
	tests := map[string]struct {
		kind  id.Kind
		field string
		hides map[id.Kind][]string
		sees  map[id.Kind][]string
	}{
		"the gross of an order": {id.Order, "gross",
			map[id.Kind][]string{id.Order: {"net", "tax"}, id.OrderLine: {"unitPrice", "gross"}}, map[id.Kind][]string{id.Invoice: {"gross"}}},
		"the price of an invoice's line": {id.InvoiceLine, "unitPrice",
			map[id.Kind][]string{id.Invoice: {"gross", "outstanding"}, id.Account: {"invoiced", "outstanding"}, id.Contract: {"invoiced"}},
			map[id.Kind][]string{id.Payment: {"amount"}, id.Contract: {"gross"}}},
		"what an opportunity is worth": {id.Opportunity, "amount",
			map[id.Kind][]string{id.Account: {"openPipeline", "won"}}, map[id.Kind][]string{id.Quote: {"gross"}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := role.Union(role.Document{Fields: map[id.Kind]map[string]role.Sight{tt.kind: {tt.field: role.Hidden}}})
			for kind, fields := range tt.hides {
				for _, f := range fields {
					if r.Fields(kind)[f] != role.Hidden {
						t.Errorf("%s.%s is seen", kind, f)
					}
				}
			}
			for kind, fields := range tt.sees {
				for _, f := range fields {
					if r.Fields(kind)[f] != "" {
						t.Errorf("%s.%s is hidden", kind, f)
					}
				}
			}
		})
	}
}

func TestEveryVerbIsInTheReadyMadeRolesOfItsDepartments(t *testing.T) {
	builtins := map[string]role.Builtin{}
	for _, b := range role.Builtins() {
		if b.Name.ZH == "" || b.Name.EN == "" || b.Description.ZH == "" || b.Description.EN == "" {
			t.Errorf("%s has no name or description", b.Key)
		}
		builtins[b.Key] = b
	}
	for _, v := range role.Verbs() {
		if !slices.Contains(role.Kinds(), v.Kind) {
			t.Errorf("%s is of %q, for which nothing is granted", v.Name, v.Kind)
		}
		for _, d := range stage.Departments() {
			has := role.Union(builtins[string(d)].Rights).Allows(v.Name)
			if want := slices.Contains(v.Who, d); has != want {
				t.Errorf("%s may %s: %v, want %v", d, v.Name, has, want)
			}
		}
		if role.Union(builtins[role.Auditor].Rights).Allows(v.Name) {
			t.Errorf("an auditor may %s", v.Name)
		}
	}
}

func TestWhoManagesSeesAsFarAsTheirOtherRolesKnow(t *testing.T) {
	manager := role.Document{Manages: true}
	seller := role.Document{Grants: map[id.Kind]role.Grant{id.Lead: {Scope: role.Own}, id.Product: {Scope: role.All}, id.Invoice: {Scope: role.None}}}
	r := role.Union(seller, manager)
	if g := r.Grants(id.Lead); len(g) != 1 || g[0].Scope != role.DepartmentTree {
		t.Errorf("leads: %v", g)
	}
	if g := r.Grants(id.Product); len(g) != 1 || g[0].Scope != role.All {
		t.Errorf("products: %v", g)
	}
	if len(r.Grants(id.Invoice)) > 0 || len(r.Grants(id.Order)) > 0 || len(role.Union(manager).Grants(id.Lead)) > 0 {
		t.Error("managing alone shows something")
	}
}

func TestNobodysRightsAreNone(t *testing.T) {
	var r *role.Rights
	_, limited := r.Limit("postInvoice")
	if r.Allows("captureLead") || r.Grants(id.Lead) != nil || r.Fields(id.Lead) != nil || r.Locked(id.Lead, "phone") || r.Any(role.All) || limited {
		t.Error("a missing viewer has rights")
	}
}
