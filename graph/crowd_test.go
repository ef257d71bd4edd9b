package graph

import (
	"context"
	"fmt"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// followed is a subscription of a viewer's, until they leave.
func followed(t *testing.T, r *root, asked string) (f *following, leave func()) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	f = &following{root: r, ctx: ctx, asked: asked}
	f.as(call.Call{Viewer: call.Viewer{Principal: "usr_a", UserID: "usr_a", Rights: role.Union()}})
	return f, func() {
		stop()
		r.crowd.leave(f)
	}
}

// known tells whether what a subscription asks has been found out already.
func (f *following) known() bool {
	known := true
	f.crowd.ask(f.asker.print, question{f.asked, f.asker.source, id.Lead}, func() asks {
		known = false
		return asks{}
	})
	return known
}

func TestAQuestionIsKnownWhileSomebodyAsksIt(t *testing.T) {
	var r root
	first, leave := followed(t, &r, "one")
	again, leaveAgain := followed(t, &r, "one")
	other, _ := followed(t, &r, "another")
	if first.known() || !again.known() || other.known() {
		t.Error("what the same person asks twice is not found out once")
	}
	if leave(); !again.known() {
		t.Error("what somebody still asks is forgotten")
	}
	leaveAgain()
	if next, _ := followed(t, &r, "one"); next.known() || !other.known() {
		t.Error("what nobody asks any more is known, or what somebody asks is not")
	}
}

func TestQuestionsThatNobodyAsksAnyMoreTakeNoRoom(t *testing.T) {
	var r root
	stays, _ := followed(t, &r, "stays")
	for n := range 1000 {
		f, leave := followed(t, &r, fmt.Sprint(n))
		f.known()
		leave()
		f.known() // by one that has not noticed yet
	}
	stays.known()
	if n := len(r.crowd.parties[stays.print].asks); n != 1 {
		t.Errorf("%d questions are kept, and one is asked", n)
	}
}

func TestACrowdThatHasLeftTakesNoRoom(t *testing.T) {
	var r root
	st := ltctest.Got(store.Open(t.Context(), ltctest.SQLite(t)))(t)
	t.Cleanup(func() { _ = st.Close() })
	first, leave := followed(t, &r, "one")
	all := map[string]call.Viewer{first.print: first.asker.viewer}
	if q := r.crowd.seers(st, id.Lead, all); r.crowd.seers(st, id.Lead, all).Seers != q.Seers {
		t.Error("what the same people ask again is made anew")
	}
	leave()
	r.crowd.seers(st, id.Lead, all) // by one that has not noticed yet
	if r.crowd.asked != nil || r.crowd.parties != nil {
		t.Errorf("nobody is there, and %d questions of %d people are kept", len(r.crowd.asked), len(r.crowd.parties))
	}
}
