package role

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/id"
)

func TestRightsAreToldApart(t *testing.T) {
	document := func(change func(*Document)) Document {
		d := Document{
			Grants: map[id.Kind]Grant{id.Lead: {Scope: Own, Verbs: []string{"captureLead"}}},
			Fields: map[id.Kind]map[string]Sight{id.Account: {"phone": Masked}}, ReadOnly: map[id.Kind][]string{id.Account: {"region"}},
		}
		change(&d)
		return d
	}
	same := Union(document(func(*Document) {})).Fingerprint()
	if again := Union(document(func(*Document) {})).Fingerprint(); again != same {
		t.Errorf("the same rights are told apart: %s, %s", same, again)
	}
	tests := map[string]*Rights{
		"nobody's":           nil,
		"an administrator's": Union(document(func(d *Document) { d.Administrator = true })),
		"an auditor's":       Union(document(func(d *Document) { d.Auditor = true })),
		"of a manager":       Union(document(func(d *Document) { d.Manages = true })),
		"with another scope": Union(document(func(d *Document) { d.Grants[id.Lead] = Grant{Scope: All, Verbs: []string{"captureLead"}} })),
		"with a filter": Union(document(func(d *Document) {
			d.Grants[id.Lead] = Grant{Scope: Filter, Where: []Condition{{"source", []string{"web"}}}}
		})),
		"with another verb": Union(document(func(d *Document) { d.Grants[id.Lead] = Grant{Scope: Own} })),
		"with a limit": Union(document(func(d *Document) {
			d.Grants[id.Lead] = Grant{Scope: Own, Verbs: []string{"captureLead"}, Limits: map[string]int64{"captureLead": 1}}
		})),
		"with a field hidden":  Union(document(func(d *Document) { d.Fields[id.Account]["phone"] = Hidden })),
		"with nothing locked":  Union(document(func(d *Document) { d.ReadOnly = nil })),
		"a token's part":       Union(document(func(*Document) {})).Narrow([]TokenScope{Read}),
		"a token's other part": Union(document(func(*Document) {})).Narrow([]TokenScope{ReadMarketing}),
	}
	had := map[string]string{same: "the rights themselves"}
	for name, r := range tests {
		print := r.Fingerprint()
		if other := had[print]; other != "" {
			t.Errorf("rights %s are taken for %s", name, other)
		}
		had[print] = name
	}
}
