package store_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/store"
)

// number asks for a number by a text of its own.
func number(ctx context.Context, st *store.Store, n int) (text string, err error) {
	text = fmt.Sprintf("SELECT %d + CAST($1 AS BIGINT)", n)
	var got int
	if err = st.SQL().QueryRowContext(ctx, text, 1).Scan(&got); err == nil && got != n+1 {
		err = fmt.Errorf("%s is %d", text, got)
	}
	return text, err
}

func TestTextsThatNobodyAsksForMakeRoomForOthers(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t))
	first, err := number(t.Context(), w.Store, 1)
	ltctest.Must(t, err)
	if w.SQL().IsPrepared(first) {
		t.Error("a text that ran once is prepared")
	}
	for n := range store.MostStatements + 20 {
		for range 2 {
			ltctest.Got(number(t.Context(), w.Store, n))(t)
		}
		ltctest.Got(number(t.Context(), w.Store, 7))(t) // which others ask for all the time
	}
	if n := w.SQL().Prepared(); n != store.MostStatements {
		t.Errorf("%d texts are prepared, want %d", n, store.MostStatements)
	}
	for n, want := range map[int]bool{0: false, 7: true, store.MostStatements + 19: true} {
		if text := ltctest.Got(number(t.Context(), w.Store, n))(t); w.SQL().IsPrepared(text) != want {
			t.Errorf("%s prepared: %t, want %t", text, !want, want)
		}
	}
}

func TestATextMayMakeRoomWhileOthersAskForIt(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t))
	var asking sync.WaitGroup
	for i := range 8 {
		asking.Go(func() {
			for n := range store.MostStatements * 3 {
				if _, err := number(t.Context(), w.Store, n*(1+i%2)%(store.MostStatements*2)); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	asking.Wait()
}
