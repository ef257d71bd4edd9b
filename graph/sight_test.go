package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// works are what the people of a company work with, and what is asked of it.
var works = map[string]string{
	"leads":         "origin owner { name }",
	"accounts":      "owner { name }",
	"opportunities": "amount { amount } owner { name department { function } } account { owner { name } } journey { owner { name } }",
	"contracts":     "gross { amount } owner { name }",
	"orders":        "gross { amount } lines { unitPrice quantity }",
	"invoices":      "account { owner { name } }",
	"payments":      "account { owner { name } }",
}

// sight is all that somebody sees of it.
func (a *api) sight(t *testing.T, who string) map[string]any {
	t.Helper()
	out := map[string]any{}
	for list, fields := range works {
		got := a.get(t, stage.Department(who), fmt.Sprintf("{ %s(first: 200) { totalCount edges { node { id %s } } } }", list, fields), nil)
		out[list] = got[list]
	}
	return out
}

// seen are the ids of a list.
func seen(got map[string]any, list string) []string {
	var out []string
	for _, e := range at(got, list+".edges").([]any) {
		out = append(out, at(e, "node.id").(string))
	}
	return out
}

// company serves the demo company; viewers are called by their names, the partner by a token.
func company(t *testing.T, databaseURL string) *api {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	now := time.Date(2026, 11, 24, 2, 0, 0, 0, time.UTC)
	ltctest.Must(t, demo.Make(t.Context(), st, demo.Small, now))
	a := &api{World: ltctest.Over(t, st, now), log: &logged{}, viewers: map[string]call.Viewer{}}
	ctx := call.With(t.Context(), call.New(call.System(""), now, call.API))
	for _, u := range ltctest.Got(st.Reader().User.Query().Where(user.StatusEQ(user.StatusActive)).All(ctx))(t) {
		a.viewers[u.Name] = ltctest.Got(people.Viewer(ctx, st, u.ID))(t)
	}
	secret := ltctest.Got(people.IssueToken(ctx, st, "hongyuan@huaheng.example", "portal", nil))(t)
	a.viewers["宏远渠道"] = ltctest.Got(people.ByToken(ctx, st, secret))(t)
	return a.open(t, a.follow(t))
}

func TestEachInTheCompanySeesTheirOwnAndAllOfIt(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		a := company(t, databaseURL)
		sights := map[string]map[string]any{}
		for _, who := range []string{"管理员", "李明", "王雪", "刘洋", "朱莉", "徐航", "宏远渠道"} {
			sights[who] = a.sight(t, who)
		}
		everything := sights["管理员"]
		whole := func(who string, lists ...string) {
			t.Helper()
			for _, l := range slices.Sorted(maps.Keys(works)) {
				have, all := at(sights[who], l+".totalCount"), at(everything, l+".totalCount")
				switch {
				case slices.Contains(lists, l) && have != all:
					t.Errorf("%s sees %v of %v %s", who, have, all, l)
				case slices.Contains(lists, "no "+l) && have != 0.0:
					t.Errorf("%s sees %v %s, want none", who, have, l)
				}
			}
		}
		whole("刘洋", "accounts", "opportunities", "contracts", "orders", "no leads", "no invoices", "no payments")
		whole("朱莉", "accounts", "contracts", "orders", "invoices", "payments", "no leads", "no opportunities")
		whole("徐航", "accounts", "contracts", "orders", "no leads", "no opportunities", "no invoices", "no payments")
		whole("宏远渠道", "no accounts", "no contracts", "no orders", "no invoices", "no payments")
		sellerSees(t, sights["李明"], everything)
		managerSees(t, sights["王雪"], everything)
		partnerSees(t, sights["宏远渠道"], everything)
		for _, e := range at(sights["徐航"], "orders.edges").([]any) {
			if at(e, "node.gross.amount") != nil || at(e, "node.lines.0.unitPrice") != nil || at(e, "node.lines.0.quantity") == nil {
				t.Fatalf("who delivers sees a price: %v", e)
			}
		}
		different(t, sights)
	})
}

// sellerSees: what is theirs, by owner, by account or by journey, and nothing else.
func sellerSees(t *testing.T, got, everything map[string]any) {
	t.Helper()
	mine := 0
	for _, e := range at(everything, "opportunities.edges").([]any) {
		own := at(e, "node.owner.name") == "李明" || at(e, "node.account.owner.name") == "李明" || at(e, "node.journey.owner.name") == "李明"
		if own {
			mine++
		}
		if sees := slices.Contains(seen(got, "opportunities"), at(e, "node.id").(string)); sees != own {
			t.Errorf("a seller: sees = %v, own = %v: %v", sees, own, e)
		}
	}
	for _, list := range []string{"invoices", "payments"} {
		for _, e := range at(everything, list+".edges").([]any) {
			own := at(e, "node.account.owner.name") == "李明"
			if sees := slices.Contains(seen(got, list), at(e, "node.id").(string)); own && !sees {
				t.Errorf("who owns the account does not see its %s %v", list, e)
			}
		}
	}
	if mine == 0 || len(seen(got, "invoices")) == 0 {
		t.Error("the seller has nothing, so nothing was tried")
	}
}

// managerSees: all of the department's.
func managerSees(t *testing.T, got, everything map[string]any) {
	t.Helper()
	for _, e := range at(everything, "opportunities.edges").([]any) {
		if at(e, "node.owner.department.function") == "SALES" && !slices.Contains(seen(got, "opportunities"), at(e, "node.id").(string)) {
			t.Errorf("the manager does not see %v", e)
		}
	}
}

// partnerSees: the leads that came by them, and what became of those.
func partnerSees(t *testing.T, got, everything map[string]any) {
	t.Helper()
	leads := at(got, "leads.edges").([]any)
	if len(leads) == 0 || len(leads) == len(at(everything, "leads.edges").([]any)) {
		t.Errorf("the partner sees %d leads", len(leads))
	}
	for _, e := range leads {
		if at(e, "node.origin") != "PARTNER" {
			t.Errorf("the partner sees %v", e)
		}
	}
}

// different: no two see the same.
func different(t *testing.T, sights map[string]map[string]any) {
	t.Helper()
	had := map[string]string{}
	for who, got := range sights {
		var what string
		for _, l := range slices.Sorted(maps.Keys(works)) {
			what += fmt.Sprint(seen(got, l))
		}
		what += fmt.Sprint(at(got, "contracts.edges.0.node.gross.amount"))
		if other := had[what]; other != "" {
			t.Errorf("%s and %s see the same", who, other)
		}
		had[what] = who
	}
}
