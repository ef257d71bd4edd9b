package people_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// lost is an opportunity that somebody has lost, with its journey.
func lost(ctx context.Context, t *testing.T, w *ltctest.World, name string) (opportunityID, journeyID string) {
	t.Helper()
	_, opportunityID = deal(ctx, t, w, name)
	ltctest.Got(sales.LoseOpportunity(ctx, w.Store, sales.LoseOpportunityInput{ID: opportunityID, Reason: "price"}))(t)
	return opportunityID, ltctest.Got(w.Reader().Opportunity.Get(t.Context(), opportunityID))(t).JourneyID
}

func holdings(t *testing.T, w *ltctest.World, userID string) map[id.Kind]people.Holding {
	t.Helper()
	out := map[id.Kind]people.Holding{}
	for _, h := range ltctest.Got(people.Holdings(t.Context(), w.Reader(), userID, nil))(t) {
		out[h.Kind] = *h
	}
	return out
}

// visible is how many records of a kind somebody sees.
func visible(as context.Context, t *testing.T, w *ltctest.World, kind id.Kind) int {
	t.Helper()
	return len(ltctest.Got(db.Nodes(t.Context(), w.Reader(), kind, access.Rows(call.From(as).Viewer, kind)))(t))
}

// R31.
func TestWhoLeavesHandsFortyOpenRecordsOver(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, leaver := chief(t, w), w.As(stage.Sales)
		seller, heir := hire(t, w, "heir", stage.Sales), hire(t, w, "dealer", stage.Sales)
		for n := range 12 {
			deal(leaver, t, w, fmt.Sprintf("客户 %d", n))
		}
		for n := range 4 {
			ltctest.Got(marketing.CaptureLead(leaver, w.Store, marketing.CaptureLeadInput{
				Name: fmt.Sprintf("联系人 %d", n), Company: "宁波远洋", Phone: ptr(fmt.Sprintf("138001380%02d", n)), OwnerID: ptr(me(leaver)),
			}))(t)
		}
		gone, goneJourney := lost(leaver, t, w, "丢单")
		was := holdings(t, w, me(leaver))
		if open := was[id.Account].Open + was[id.Lead].Open + was[id.Opportunity].Open + was[id.Journey].Open; open < 40 {
			t.Fatalf("only %d open records", open)
		}
		in := people.HandOverInput{ID: me(leaver), ExpectedVersion: person(t, w, me(leaver)).Version, To: []people.HandOverPart{
			{Kind: id.Account, UserID: seller.ID}, {Kind: id.Lead, UserID: seller.ID}, {Kind: id.Opportunity, UserID: heir.ID},
		}}
		before := len(w.Changes(nil))
		ltctest.Got(people.HandOver(admin, w.Store, in))(t)
		rows := w.Changes(nil)[before:]
		if len(rows) != 13+4+12 {
			t.Errorf("%d rows in the log, want one for each record", len(rows))
		}
		for _, c := range rows {
			if c.Kind != change.KindEdited || len(c.Fields) != 1 || c.Fields[0].Name != "owner_id" || c.Fields[0].Old != me(leaver) || c.Actor != me(admin) {
				t.Errorf("a row %+v", c)
			}
		}
		left := holdings(t, w, me(leaver))
		want := map[id.Kind]people.Holding{ // the lost ones keep who lost them
			id.Opportunity: {Kind: id.Opportunity, Closed: 1}, id.Journey: {Kind: id.Journey, Closed: 1},
		}
		if len(left) != len(want) || left[id.Opportunity] != want[id.Opportunity] || left[id.Journey] != want[id.Journey] {
			t.Errorf("left %v, want %v", left, want)
		}
		if got := holdings(t, w, heir.ID); got[id.Opportunity].Open != 12 || got[id.Journey].Open != 12 {
			t.Errorf("the heir has %v; journeys follow their opportunities", got)
		}
		if got := holdings(t, w, seller.ID); got[id.Lead].Open != 4 || got[id.Account].Open != 13 || got[id.Journey].Open != 4 {
			t.Errorf("the seller has %v; journeys follow their leads", got)
		}
		if o := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), gone))(t); *o.OwnerID != me(leaver) || o.JourneyID != goneJourney {
			t.Errorf("the lost opportunity is %s's", *o.OwnerID)
		}
		colleague := by(t, w, hire(t, w, "colleague", stage.Sales).ID)
		for kind, want := range map[id.Kind][3]int{
			id.Lead: {4, 0, 0}, id.Account: {13, 12, 0}, id.Opportunity: {13, 12, 0}, id.Journey: {17, 12, 0},
		} {
			got := [3]int{visible(by(t, w, seller.ID), t, w, kind), visible(by(t, w, heir.ID), t, w, kind), visible(colleague, t, w, kind)}
			if got != want {
				t.Errorf("seller, heir and colleague see %v of %s, want %v", got, kind, want)
			}
		}
		ltctest.Got(people.DisableUser(admin, w.Store, at(t, w, me(leaver))))(t)
		_, err := people.Viewer(admin, w.Store, me(leaver))
		denied(t, err, "UNAUTHENTICATED signin.needed")
		if e := entries(t, w, audit.HandedOver); len(e) != 1 || e[0].Subject != me(leaver) {
			t.Errorf("%d entries in the audit", len(e))
		}
	})
}

func TestJourneysWithoutALeadGoWhereTheyAreSent(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, leaver := chief(t, w), w.As(stage.Sales)
		_, o := deal(leaver, t, w, "苏州恒力")
		in := people.HandOverInput{ID: me(leaver), ExpectedVersion: flow.Newest, To: []people.HandOverPart{
			{Kind: id.Journey, UserID: w.People[stage.Care].ID},
		}}
		ltctest.Got(people.HandOver(admin, w.Store, in))(t)
		opportunity := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), o))(t)
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), opportunity.JourneyID))(t)
		if *j.OwnerID != w.People[stage.Care].ID || *opportunity.OwnerID != me(leaver) {
			t.Errorf("the journey is %s's, the opportunity %s's", *j.OwnerID, *opportunity.OwnerID)
		}
	})
}

func TestHandOverRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, leaver := chief(t, w), w.As(stage.Sales)
		account, _ := deal(leaver, t, w, "苏州恒力")
		care := w.People[stage.Care].ID
		out := hire(t, w, "out", stage.Sales)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, out.ID)))(t)
		before := len(w.Changes(nil))
		for name, test := range map[string]struct {
			in   people.HandOverInput
			as   context.Context
			want string
		}{
			"a kind without an owner": {people.HandOverInput{To: []people.HandOverPart{{Kind: id.Product, UserID: care}}}, admin, "INVALID user.kind_without_owner"},
			"a kind twice":            {people.HandOverInput{To: []people.HandOverPart{{Kind: id.Lead, UserID: care}, {Kind: id.Lead, UserID: care}}}, admin, "INVALID user.kind_twice"},
			"to themself":             {people.HandOverInput{To: []people.HandOverPart{{Kind: id.Lead, UserID: me(leaver)}}}, admin, "INVALID user.hand_over_self"},
			"to one who is out":       {people.HandOverInput{To: []people.HandOverPart{{Kind: id.Account, UserID: out.ID}}}, admin, "INVALID user.inactive"},
			"an old version":          {people.HandOverInput{ExpectedVersion: 99, To: []people.HandOverPart{{Kind: id.Account, UserID: care}}}, admin, "STALE_VERSION record.stale"},
			"by a salesperson":        {people.HandOverInput{To: []people.HandOverPart{{Kind: id.Account, UserID: care}}}, leaver, "FORBIDDEN access.verb"},
		} {
			test.in.ID = me(leaver)
			_, err := people.HandOver(test.as, w.Store, test.in)
			if got := refusal(err); got != test.want {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
		if a := ltctest.Got(w.Reader().Account.Get(t.Context(), account))(t); *a.OwnerID != me(leaver) || len(w.Changes(nil)) != before {
			t.Error("a refusal wrote something")
		}
	})
}

func TestWhoSeesOnlyAPartHandsOnlyThatOver(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, leaver := chief(t, w), w.As(stage.Sales)
		account, _ := deal(leaver, t, w, "苏州恒力")
		clerk := by(t, w, personnel(admin, t, w).ID) // sees people, and no accounts
		_, err := people.HandOver(clerk, w.Store, people.HandOverInput{ID: me(leaver), To: []people.HandOverPart{
			{Kind: id.Account, UserID: w.People[stage.Care].ID},
		}})
		ltctest.Must(t, err)
		if a := ltctest.Got(w.Reader().Account.Get(t.Context(), account))(t); *a.OwnerID != me(leaver) {
			t.Error("somebody gave away what they cannot see")
		}
	})
}

func TestAHandOverIsDoneOnceByItsKey(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, leaver, heir := keyed(chief(t, w), "once"), w.As(stage.Sales), w.People[stage.Care].ID
		in := people.HandOverInput{ID: me(leaver), ExpectedVersion: flow.Newest, To: []people.HandOverPart{{Kind: id.Account, UserID: heir}}}
		deal(leaver, t, w, "苏州恒力")
		ltctest.Got(people.HandOver(admin, w.Store, in))(t)
		since, _ := deal(leaver, t, w, "宁波远洋")
		before := len(w.Changes(nil))
		if got := ltctest.Got(people.HandOver(admin, w.Store, in))(t); got != me(leaver) {
			t.Errorf("a retry answers %s", got)
		}
		if a := ltctest.Got(w.Reader().Account.Get(t.Context(), since))(t); *a.OwnerID != me(leaver) || len(w.Changes(nil)) != before {
			t.Errorf("a retry moves to %s what came since", *a.OwnerID)
		}
		if n := len(entries(t, w, audit.HandedOver)); n != 1 {
			t.Errorf("%d entries in the audit", n)
		}
		in.To[0].Kind = id.Opportunity
		_, err := people.HandOver(admin, w.Store, in)
		denied(t, err, "IDEMPOTENCY_KEY_REUSED idempotency.key_reused")
	})
}

func TestAHandOverThatFailedHalfwayGoesOnByItsKey(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, leaver, heir := keyed(chief(t, w), "once"), w.As(stage.Sales), w.People[stage.Care].ID
		in := people.HandOverInput{ID: me(leaver), ExpectedVersion: flow.Newest, To: []people.HandOverPart{{Kind: id.Contact, UserID: heir}}}
		contacts(leaver, t, w, 501)
		failing, stop := context.WithCancel(admin)
		parts := 0
		w.Watch(func(_ context.Context, query string) func(error) {
			if strings.Contains(query, `"audit_entries"`) || strings.Contains(query, "`audit_entries`") {
				if parts++; parts == 2 {
					stop()
				}
			}
			return func(error) {}
		})
		if _, err := people.HandOver(failing, w.Store, in); err == nil {
			t.Fatal("it did not fail")
		}
		if got := holdings(t, w, heir)[id.Contact].Open; got != 500 {
			t.Errorf("%d were moved before it failed, want the first 500", got)
		}
		for range 2 {
			ltctest.Got(people.HandOver(admin, w.Store, in))(t)
			if got := holdings(t, w, heir)[id.Contact].Open; got != 501 {
				t.Errorf("then %d are moved, want all but what came since", got)
			}
			contacts(leaver, t, w, 1)
		}
	})
}

// contacts are persons of an account, all the caller's.
func contacts(ctx context.Context, t *testing.T, w *ltctest.World, n int) {
	t.Helper()
	accountID, _ := deal(ctx, t, w, "苏州恒力")
	ltctest.Must(t, w.InTx(ctx, func(ctx context.Context, _ *store.Tx) error {
		for range n {
			if _, err := sales.CreateContact(ctx, w.Store, sales.CreateContactInput{AccountID: &accountID, Name: "王雪"}); err != nil {
				return err
			}
		}
		return nil
	}))
}
