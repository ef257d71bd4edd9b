package ops

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

// worldOf has so many opportunities that can be moved.
func worldOf(ids ...string) *World {
	w := &World{free: make(chan *Record, len(ids))}
	for _, id := range ids {
		w.free <- &Record{ID: id, Version: 1}
	}
	return w
}

func TestWhereNothingIsFreeTheWaitEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	w := worldOf("a")
	ltctest.Got(move.Takes(ctx, w))(t)
	if _, err := move.Takes(ctx, w); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want that it took too long", err)
	}
	if _, _, err := w.Few(ctx, 1); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want that it took too long", err)
	}
}

func TestARecordThatWasNotAskedForIsTakenAgainAsItStood(t *testing.T) {
	w := worldOf("a")
	first := ltctest.Got(move.Takes(t.Context(), w))(t)
	first.Back()
	again := ltctest.Got(move.Takes(t.Context(), w))(t)
	if again.Vars["v"] != 1 || again.Vars["to"] != first.Vars["to"] {
		t.Errorf("taken as %v, want it as %v", again.Vars, first.Vars)
	}
	again.Answered()
	back := ltctest.Got(move.Takes(t.Context(), w))(t)
	if back.Vars["v"] != 2 || back.Vars["to"] == first.Vars["to"] {
		t.Errorf("taken as %v after it was moved by %v", back.Vars, first.Vars)
	}
}

func TestInAWorldOfFewRecordsEachIsSoonMovedBackAndThenReturns(t *testing.T) {
	w := worldOf("a", "b", "c")
	few, back, err := w.Few(t.Context(), 1)
	ltctest.Must(t, err)
	var moves []any
	for range 3 {
		m := ltctest.Got(move.Takes(t.Context(), few))(t)
		moves = append(moves, m.Vars["id"], m.Vars["to"])
		m.Answered()
	}
	if want := [6]any{"a", "needs_confirmed", "a", "discovery", "a", "needs_confirmed"}; [6]any(moves) != want {
		t.Errorf("moved %v, want %v", moves, want)
	}
	if back(); len(w.free) != 3 {
		t.Errorf("%d records are free, want 3", len(w.free))
	}
}
