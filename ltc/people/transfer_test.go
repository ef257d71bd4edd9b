package people_test

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func owner(t *testing.T, w *ltctest.World, recordID string) string {
	t.Helper()
	var of *string
	switch k, _ := id.KindOf(recordID); k {
	case id.Account:
		of = ltctest.Got(w.Reader().Account.Get(t.Context(), recordID))(t).OwnerID
	case id.Opportunity:
		of = ltctest.Got(w.Reader().Opportunity.Get(t.Context(), recordID))(t).OwnerID
	case id.Journey:
		of = ltctest.Got(w.Reader().Journey.Get(t.Context(), recordID))(t).OwnerID
	}
	if of == nil {
		return ""
	}
	return *of
}

func journeyOf(t *testing.T, w *ltctest.World, opportunityID string) string {
	t.Helper()
	return ltctest.Got(w.Reader().Opportunity.Get(t.Context(), opportunityID))(t).JourneyID
}

func TestATransferIsReportedRecordByRecord(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, seller := chief(t, w), w.As(stage.Sales)
		account, opportunity := deal(seller, t, w, "苏州恒力")
		over, _ := lost(seller, t, w, "丢单")
		got := ltctest.Got(people.TransferOwnership(admin, w.Store, people.TransferOwnershipInput{
			OwnerID: w.People[stage.Care].ID, Records: []people.RecordVersionInput{
				{ID: account, ExpectedVersion: 9}, {ID: opportunity, ExpectedVersion: 1}, {ID: over},
				{ID: "opp_01jd0000000000000000000000"}, {ID: w.People[stage.Care].ID},
			},
		}))(t)
		want := []bool{false, true, false, false, false}
		for n, done := range want {
			if got[n].Done != done || (got[n].Reason == nil) != done {
				t.Errorf("record %d: %+v", n, got[n])
			}
		}
		care := w.People[stage.Care].ID
		if owner(t, w, account) != me(seller) || owner(t, w, opportunity) != care || owner(t, w, over) != me(seller) {
			t.Error("the wrong records changed hands")
		}
		if owner(t, w, journeyOf(t, w, opportunity)) != care {
			t.Error("the journey did not follow its opportunity")
		}
	})
}

func TestATransferTakesOpenChildrenAlong(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, seller, care := chief(t, w), w.As(stage.Sales), w.People[stage.Care].ID
		account, open := deal(seller, t, w, "苏州恒力")
		over := ltctest.Got(sales.CreateOpportunity(seller, w.Store, sales.CreateOpportunityInput{Name: "丢单", AccountID: &account}))(t)
		ltctest.Got(sales.LoseOpportunity(seller, w.Store, sales.LoseOpportunityInput{ID: over, Reason: "price"}))(t)
		colleague := hire(t, w, "colleague", stage.Sales)
		others := ltctest.Got(sales.CreateOpportunity(seller, w.Store, sales.CreateOpportunityInput{
			Name: "同事的", AccountID: &account, OwnerID: &colleague.ID,
		}))(t)
		got := ltctest.Got(people.TransferOwnership(admin, w.Store, people.TransferOwnershipInput{
			OwnerID: care, WithChildren: ptr(true), Records: []people.RecordVersionInput{{ID: account, ExpectedVersion: 1}},
		}))(t)
		if len(got) != 1 || !got[0].Done {
			t.Fatalf("%+v", got[0])
		}
		for name, test := range map[string][2]string{
			"the account":                 {account, care},
			"its open opportunity":        {open, care},
			"and its journey":             {journeyOf(t, w, open), care},
			"one that is over":            {over, me(seller)},
			"a colleague's":               {others, colleague.ID},
			"and the colleague's journey": {journeyOf(t, w, others), colleague.ID},
		} {
			if got := owner(t, w, test[0]); got != test[1] {
				t.Errorf("%s is %s's, want %s", name, got, test[1])
			}
		}
	})
}

// giver is somebody who may give away what they see: a salesperson's own records.
func giver(admin context.Context, t *testing.T, w *ltctest.World) context.Context {
	t.Helper()
	most := people.VerbRightInput{Verb: "transferOwnership", Limit: nil}
	made := ltctest.Got(people.CreateRole(admin, w.Store, people.CreateRoleInput{NameZh: "移交", NameEn: "Giver", Rights: people.RightsInput{
		Grants: []people.GrantInput{{Kind: id.Journey, Scope: role.Own, Verbs: []people.VerbRightInput{most}}},
	}}))(t)
	u := hire(t, w, "giver", stage.Sales)
	ltctest.Got(people.AssignRoles(admin, w.Store, people.AssignRolesInput{
		ID: u.ID, ExpectedVersion: u.Version, RoleIDs: []string{made, roleOf(t, w, "sales").ID},
	}))(t)
	return by(t, w, u.ID)
}

func TestNobodyGivesAwayWhatTheyDoNotSee(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		giver := giver(admin, t, w)
		_, mine := deal(giver, t, w, "我的")
		_, hidden := deal(w.As(stage.Sales), t, w, "别人的")
		got := ltctest.Got(people.TransferOwnership(giver, w.Store, people.TransferOwnershipInput{
			OwnerID: w.People[stage.Care].ID, Records: []people.RecordVersionInput{{ID: hidden, ExpectedVersion: 1}, {ID: mine, ExpectedVersion: 1}},
		}))(t)
		if got[0].Done || !got[1].Done || owner(t, w, hidden) != w.People[stage.Sales].ID {
			t.Errorf("%+v, %+v", got[0], got[1])
		}
		_, err := people.TransferOwnership(w.As(stage.Sales), w.Store, people.TransferOwnershipInput{OwnerID: w.People[stage.Care].ID})
		denied(t, err, "FORBIDDEN access.verb")
	})
}

func TestATransferHasBoundsAndIsDoneOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		_, opportunity := deal(w.As(stage.Sales), t, w, "苏州恒力")
		many := people.TransferOwnershipInput{OwnerID: w.People[stage.Care].ID, Records: make([]people.RecordVersionInput, 201)}
		_, err := people.TransferOwnership(admin, w.Store, many)
		denied(t, err, "INVALID transfer.too_many")
		out := hire(t, w, "out", stage.Sales)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, out.ID)))(t)
		in := people.TransferOwnershipInput{OwnerID: out.ID, Records: []people.RecordVersionInput{{ID: opportunity, ExpectedVersion: 1}}}
		_, err = people.TransferOwnership(admin, w.Store, in)
		denied(t, err, "INVALID user.inactive")
		in.OwnerID = w.People[stage.Care].ID
		c := call.From(admin)
		c.IdempotencyKey, c.ResponseName = "once", "transferOwnership"
		keyed := call.With(admin, c)
		for range 2 {
			got := ltctest.Got(people.TransferOwnership(keyed, w.Store, in))(t)
			if len(got) != 1 || !got[0].Done {
				t.Errorf("%+v", got[0])
			}
		}
	})
}
