package graph_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// slow is a database that takes longer to answer a follower than a value stands for newcomers; it counts what they ask.
type slow struct{ reads atomic.Int64 }

const aFollower = "follower "

func (s *slow) watch(ctx context.Context, _ string) func(error) {
	if strings.HasPrefix(call.From(ctx).Viewer.Principal, aFollower) {
		s.reads.Add(1)
		time.Sleep(300 * time.Millisecond)
	}
	return func(error) {}
}

// tell edits a lead of somebody's and waits until so many, of whom each has to be asked about alone, were told of it. It
// answers how many reads that took.
func (a *api) tell(t *testing.T, followers int) int64 {
	t.Helper()
	lead := at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id")
	a.get(t, stage.Marketing, assign, vars{"in": vars{"id": lead, "expectedVersion": 1, "ownerId": a.People[stage.Sales].ID}})
	a.settle(t)
	var all []*socket
	for n := range followers {
		v := a.viewers[string(stage.Sales)]
		v.Principal = fmt.Sprint(aFollower, n) // one person's tokens
		v.Rights = role.Union(role.Document{Grants: map[id.Kind]role.Grant{id.Lead: {Scope: role.Own}}})
		a.viewers[v.Principal] = v
		const follow = `subscription { changed(filter: {kinds: [LEAD]}) { kind subject { id ... on Lead { name } } } }`
		all = append(all, a.subscribe(t, stage.Department(v.Principal), follow, nil))
	}
	time.Sleep(300 * time.Millisecond) // they have to have begun
	var db slow
	a.Watch(db.watch)
	a.get(t, boss, `mutation($id: ID!) { updateLead(input: {id: $id, expectedVersion: 3, name: "陈晨晨"}) { id } }`, vars{"id": lead})
	for _, s := range all {
		if got := at(s.next("next"), "data.changed"); at(got, "kind") != "EDITED" || at(got, "subject.name") != "陈晨晨" {
			t.Fatalf("somebody is told %v", got)
		}
		ltctest.Must(t, s.conn.CloseNow())
	}
	return db.reads.Load()
}

// Whoever was told to come later takes what was made meanwhile. Who sees it is asked once, for a hundred at a time.
func TestFollowersHearFromASlowDatabaseAndAreNoLoadOfTheirOwn(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		each := a.tell(t, 1) - 1
		const many = 300
		want := many*each + many/100
		got := a.tell(t, many)
		if t.Logf("%d followers took %d reads", many, got); got > want*11/10 { // who is very late may have to ask anew
			t.Errorf("%d followers took %d reads, and %d each would be %d", many, got, each, want)
		}
	})
}
