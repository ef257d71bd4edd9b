package signin

import (
	"context"
	"errors"
	"reflect"
	"sync/atomic"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
)

func callOf(principal string) call.Call { return call.Call{Viewer: call.Viewer{Principal: principal}} }

// ringing rings until something has come of it, for whoever looks may not wait for the bell yet.
func ringing(r *renewals, came func() bool) {
	for begun := time.Now(); !came() && time.Since(begun) < 5*time.Second; time.Sleep(time.Millisecond) {
		r.ring.ring()
	}
}

// What is open of one caller is looked after by one look, and ends together; what is another's stays.
func TestALookIsForAllThatIsOpenOfOneCaller(t *testing.T) {
	var looks atomic.Int64
	gone := errors.New("signed out")
	r := renewals{ring: &bell{}, look: func(_ context.Context, c call.Call) *watched {
		if c.Viewer.Principal == "usr_a" {
			looks.Add(1)
			return &watched{err: gone}
		}
		return &watched{viewer: call.Viewer{Principal: "usr_b", UserID: "renewed"}}
	}}
	var ended []context.Context
	for range 50 {
		ctx, end := context.WithCancelCause(t.Context())
		_, leave := r.enter(callOf("usr_a"), end)
		defer leave()
		ended = append(ended, ctx)
	}
	stays, end := context.WithCancelCause(t.Context())
	defer end(nil)
	other, leave := r.enter(callOf("usr_b"), end)
	renewed := func() bool {
		v, err := other.viewer(t.Context())
		return v.UserID == "renewed" && err == nil
	}
	ringing(&r, renewed)
	for _, ctx := range ended {
		<-ctx.Done()
		if !errors.Is(context.Cause(ctx), gone) {
			t.Fatalf("ended by %v", context.Cause(ctx))
		}
	}
	if looks.Load() != 1 {
		t.Errorf("%d looks for one caller", looks.Load())
	}
	if !renewed() || stays.Err() != nil {
		t.Errorf("the other is renewed: %v, and ended by %v", renewed(), context.Cause(stays))
	}
	if leave(); len(r.all()) != 0 {
		t.Error("who has left is looked after")
	}
}

func TestOneWhoCannotBeLookedUpStays(t *testing.T) {
	r := renewals{ring: &bell{}, look: func(context.Context, call.Call) *watched { return nil }}
	ctx, end := context.WithCancelCause(t.Context())
	defer end(nil)
	x, leave := r.enter(callOf("usr_a"), end)
	defer leave()
	r.round(r.all())
	if v, err := x.viewer(t.Context()); v.Principal != "usr_a" || err != nil || ctx.Err() != nil {
		t.Errorf("%v, %v, %v", v, err, ctx.Err())
	}
}

func TestARoundLooksOnceForEachCaller(t *testing.T) {
	var looks atomic.Int64
	r := renewals{ring: &bell{}, look: func(_ context.Context, c call.Call) *watched {
		looks.Add(1)
		return &watched{viewer: c.Viewer}
	}}
	_, end := context.WithCancelCause(t.Context())
	defer end(nil)
	for range 100 {
		for _, who := range []string{"usr_a", "usr_b", "usr_c"} {
			_, leave := r.enter(callOf(who), end)
			defer leave()
		}
	}
	if r.round(r.all()); looks.Load() != 3 {
		t.Errorf("%d looks for three callers", looks.Load())
	}
}

// A socket may have been let in with rights that have been taken away since: what a look found counts for all that is
// open of its caller, and there is another look at once.
func TestWhoComesLaterWithOldRightsGetsThoseOfTheLastLook(t *testing.T) {
	old, reduced := callOf("usr_a"), call.Viewer{Principal: "usr_a", Reports: []string{"usr_b"}}
	r := renewals{ring: &bell{}, look: func(context.Context, call.Call) *watched { return nil }}
	_, end := context.WithCancelCause(t.Context())
	defer end(nil)
	first, leave := r.enter(old, end)
	defer leave()
	rung := func() bool {
		heard := r.ring.rung()
		x, leave := r.enter(old, end)
		defer leave()
		if x != first {
			t.Error("one caller is looked after twice")
		}
		select {
		case <-heard:
			return true
		default:
			return false
		}
	}
	if rung() {
		t.Error("somebody looks again though nothing is new")
	}
	r.found(first, &watched{viewer: reduced})
	if !rung() {
		t.Error("nobody looks again")
	}
	if v, err := first.viewer(t.Context()); !reflect.DeepEqual(v, reduced) || err != nil {
		t.Errorf("the viewer is %+v, %v; want %+v", v, err, reduced)
	}
}
