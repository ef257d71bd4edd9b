package people_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// smallDeals lets somebody accept quotes of up to 1,000.00 in the east.
func smallDeals() people.RightsInput {
	return people.RightsInput{
		Grants: []people.GrantInput{
			{Kind: id.Quote, Scope: role.Own, Verbs: []people.VerbRightInput{
				{Verb: "acceptQuote", Limit: &money.Input{Amount: "1000", Currency: "CNY"}}, {Verb: "sendQuote"},
			}},
			{Kind: id.Account, Scope: role.Filter, Where: []role.Condition{{Field: "region", Values: []string{"华东"}}}},
		},
		Fields: []people.FieldRightInput{
			{Kind: id.Account, Field: "phone", Sight: ptr(role.Masked)}, {Kind: id.Account, Field: "level", Writable: ptr(false)},
			{Kind: id.Account, Field: "website", Writable: ptr(true)},
		},
	}
}

func TestARoleSaysWhatWasSentIn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		made := ltctest.Got(people.CreateRole(admin, w.Store, people.CreateRoleInput{
			NameZh: " 小单 ", NameEn: "Small deals", DescriptionZh: ptr("华东小单"), Rights: smallDeals(),
		}))(t)
		r := ltctest.Got(w.Reader().Role.Get(t.Context(), made))(t)
		want := role.Document{
			Grants: map[id.Kind]role.Grant{
				id.Quote:   {Scope: role.Own, Verbs: []string{"acceptQuote", "sendQuote"}, Limits: map[string]int64{"acceptQuote": 100000}},
				id.Account: {Scope: role.Filter, Where: []role.Condition{{Field: "region", Values: []string{"华东"}}}},
			},
			Fields:   map[id.Kind]map[string]role.Sight{id.Account: {"phone": role.Masked}},
			ReadOnly: map[id.Kind][]string{id.Account: {"level"}},
		}
		if !reflect.DeepEqual(r.Rights, want) || r.Builtin || r.Key != r.ID || r.Name != (stage.Text{ZH: "小单", EN: "Small deals"}) {
			t.Errorf("%+v, want %+v", r, want)
		}
		if n := len(entries(t, w, audit.RoleCreated)); n != 1 {
			t.Errorf("%d entries in the audit", n)
		}
	})
}

func TestRightsThatSayNonsenseAreRefused(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		one := func(g people.GrantInput) people.RightsInput {
			return people.RightsInput{Grants: []people.GrantInput{g}}
		}
		where := func(field string, values ...string) []role.Condition {
			return []role.Condition{{Field: field, Values: values}}
		}
		verb := func(name string, limit *money.Input) []people.VerbRightInput {
			return []people.VerbRightInput{{Verb: name, Limit: limit}}
		}
		for name, test := range map[string]struct {
			in         people.RightsInput
			want, path string
		}{
			"a part of a record": {one(people.GrantInput{Kind: id.QuoteLine, Scope: role.All}), "INVALID role.kind_ungrantable", "rights.grants.0.kind"},
			"a kind twice": {people.RightsInput{Grants: []people.GrantInput{{Kind: id.Lead, Scope: role.All}, {Kind: id.Lead, Scope: role.Own}}},
				"INVALID role.kind_twice", "rights.grants.1.kind"},
			"an unknown scope":        {one(people.GrantInput{Kind: id.Lead, Scope: "mine"}), "INVALID role.scope_unknown", "rights.grants.0.scope"},
			"a filter of nothing":     {one(people.GrantInput{Kind: id.Lead, Scope: role.Filter}), "INVALID role.filter_needed", "rights.grants.0.where"},
			"conditions without use":  {one(people.GrantInput{Kind: id.Lead, Scope: role.Own, Where: where("region", "x")}), "INVALID role.filter_unused", "rights.grants.0.where"},
			"a column that is not":    {one(people.GrantInput{Kind: id.Lead, Scope: role.Filter, Where: where("colour", "x")}), "INVALID role.filter_field", "rights.grants.0.where.0.field"},
			"a condition of no value": {one(people.GrantInput{Kind: id.Lead, Scope: role.Filter, Where: where("region")}), "INVALID role.filter_values", "rights.grants.0.where.0.values"},
			"another kind's verb":     {one(people.GrantInput{Kind: id.Lead, Scope: role.Own, Verbs: verb("ship", nil)}), "INVALID role.verb_unknown", "rights.grants.0.verbs.0.verb"},
			"a verb that is not":      {one(people.GrantInput{Kind: id.Lead, Scope: role.Own, Verbs: verb("doMagic", nil)}), "INVALID role.verb_unknown", "rights.grants.0.verbs.0.verb"},
			"a limit in other money":  {one(people.GrantInput{Kind: id.Lead, Scope: role.Own, Verbs: verb("captureLead", &money.Input{Amount: "1", Currency: "USD"})}), "INVALID money.other_currency", "rights.grants.0.verbs.0.limit.currency"},
			"a limit below nothing":   {one(people.GrantInput{Kind: id.Lead, Scope: role.Own, Verbs: verb("captureLead", &money.Input{Amount: "-1", Currency: "CNY"})}), "INVALID input.negative", "rights.grants.0.verbs.0.limit.amount"},
			"a sight that is not":     {people.RightsInput{Fields: []people.FieldRightInput{{Kind: id.Lead, Field: "phone", Sight: ptr(role.Sight("dim"))}}}, "INVALID role.sight_unknown", "rights.fields.0.sight"},
		} {
			_, err := people.CreateRole(admin, w.Store, people.CreateRoleInput{NameZh: "新", NameEn: "New", Rights: test.in})
			if got := refusal(err); got != test.want || fields(err) != test.path {
				t.Errorf("%s: %q at %q, want %q at %q", name, got, fields(err), test.want, test.path)
			}
		}
		_, err := people.CreateRole(admin, w.Store, people.CreateRoleInput{NameZh: "新", NameEn: " "})
		denied(t, err, "INVALID input.required")
		if n := ltctest.Got(w.Reader().Role.Query().Count(t.Context()))(t); n != len(role.Builtins()) {
			t.Errorf("%d roles after refusals only", n)
		}
	})
}

func TestAChangedRoleCountsAtOnceAndIsWrittenDown(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		sales := roleOf(t, w, "sales")
		rights := smallDeals()
		ltctest.Got(people.UpdateRole(admin, w.Store, people.UpdateRoleInput{
			ID: sales.ID, ExpectedVersion: sales.Version, NameEn: ptr("Small sales"), Rights: &rights,
		}))(t)
		v := ltctest.Got(people.Viewer(admin, w.Store, w.People[stage.Sales].ID))(t)
		if v.Rights.Allows("createQuote") || !v.Rights.Allows("acceptQuote") {
			t.Error("the role does not count at once")
		}
		e := entries(t, w, audit.RoleChanged)
		if len(e) != 1 || e[0].Subject != sales.ID {
			t.Fatalf("%d entries in the audit", len(e))
		}
		said := string(ltctest.Got(json.Marshal(e[0].Details))(t))
		for _, want := range []string{`"what":"grants.quote"`, `"what":"fields.account"`, `"was":null`, `"what":"readOnly.account"`} {
			if !strings.Contains(said, want) {
				t.Errorf("the audit says %s, and nothing of %s", said, want)
			}
		}
		if strings.Contains(said, "grants.role") || strings.Contains(said, `"administrator"`) {
			t.Errorf("the audit tells what did not change: %s", said)
		}
		r := roleOf(t, w, "sales")
		if r.Name.ZH != sales.Name.ZH || r.Name.EN != "Small sales" || r.Description != sales.Description {
			t.Errorf("%+v", r)
		}
	})
}

func TestUpdateRoleRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		fixed, sales := roleOf(t, w, role.Administrator), roleOf(t, w, "sales")
		for name, test := range map[string]struct {
			in   people.UpdateRoleInput
			want string
		}{
			"the ready-made administrator": {people.UpdateRoleInput{ID: fixed.ID, ExpectedVersion: fixed.Version, NameEn: ptr("Boss")}, "GUARD_FAILED role.administrator_fixed"},
			"an old version":               {people.UpdateRoleInput{ID: sales.ID, ExpectedVersion: 9, NameEn: ptr("Boss")}, "STALE_VERSION record.stale"},
			"no name":                      {people.UpdateRoleInput{ID: sales.ID, NameEn: ptr("")}, "INVALID input.required"},
			"what is no role":              {people.UpdateRoleInput{ID: w.People[stage.Sales].ID}, "NOT_FOUND record.not_found"},
		} {
			_, err := people.UpdateRole(admin, w.Store, test.in)
			if got := refusal(err); got != test.want {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
		_, err := people.UpdateRole(w.As(stage.Sales), w.Store, people.UpdateRoleInput{ID: sales.ID})
		denied(t, err, "FORBIDDEN access.verb")
	})
}

func TestARoleThatTheLastAdministratorHasStaysAnAdministrators(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		own := ltctest.Got(people.CreateRole(admin, w.Store, people.CreateRoleInput{
			NameZh: "老板", NameEn: "Boss", Rights: people.RightsInput{Administrator: ptr(true)},
		}))(t)
		in := at(t, w, me(admin))
		ltctest.Got(people.AssignRoles(admin, w.Store, people.AssignRolesInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, RoleIDs: []string{own}}))(t)
		none := people.RightsInput{}
		_, err := people.UpdateRole(admin, w.Store, people.UpdateRoleInput{ID: own, ExpectedVersion: 1, Rights: &none})
		denied(t, err, "GUARD_FAILED user.last_administrator")
		if r := ltctest.Got(w.Reader().Role.Get(t.Context(), own))(t); !r.Rights.Administrator || r.Version != 1 {
			t.Errorf("the role became %+v", r)
		}
	})
}

func TestAUserHasExactlyTheRolesThatWereAssigned(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		u := hire(t, w, "worker", stage.Sales)
		in := people.AssignRolesInput{ID: u.ID, ExpectedVersion: u.Version, RoleIDs: []string{roleOf(t, w, role.Auditor).ID, roleOf(t, w, "legal").ID}}
		ltctest.Got(people.AssignRoles(admin, w.Store, in))(t)
		got := person(t, w, u.ID)
		if len(got.Edges.Roles) != 2 || got.Version != u.Version+1 {
			t.Errorf("%d roles at version %d", len(got.Edges.Roles), got.Version)
		}
		_, err := people.AssignRoles(admin, w.Store, in)
		denied(t, err, "STALE_VERSION record.stale")
		_, err = people.AssignRoles(admin, w.Store, people.AssignRolesInput{ID: u.ID, RoleIDs: []string{"rol_none"}})
		denied(t, err, "INVALID user.role_unknown")
		if e := entries(t, w, audit.RolesAssigned); len(e) != 1 || !reflect.DeepEqual(e[0].Details["was"], []any{"Sales"}) || !reflect.DeepEqual(e[0].Details["is"], []any{"Auditor", "Legal"}) {
			t.Errorf("the audit says %+v", e[0].Details)
		}
	})
}
