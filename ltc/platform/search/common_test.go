package search_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/stage"
)

// held lets whoever reads how common words are wait: begun is told of each, go on of the end of waiting.
func held(w *ltctest.World) (begun chan struct{}, goOn chan struct{}) {
	begun, goOn = make(chan struct{}, 10), make(chan struct{})
	w.Watch(func(_ context.Context, query string) func(error) {
		if strings.HasPrefix(query, "SELECT COUNT(*), COALESCE(MAX(id)") {
			begun <- struct{}{}
			<-goOn
		}
		return func(error) {}
	})
	return begun, goOn
}

func TestNobodyWaitsForTheSampleLongerThanTheyWant(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		account(t, w, "苏州博远")
		w.Drain()
		begun, goOn := held(w)
		find := func(ctx context.Context) <-chan error {
			answered := make(chan error, 1)
			go func() {
				_, err := search.Find(ctx, w.Store, search.Query{Text: "博远", First: 20})
				answered <- err
			}()
			return answered
		}
		first := find(w.As(stage.Sales))
		<-begun
		ctx, stop := context.WithCancel(w.As(stage.Sales))
		second, third := find(ctx), find(w.As(stage.Sales))
		stop()
		select {
		case err := <-second:
			if code := fault.CodeOf(err); code != fault.CodeUnavailable {
				t.Errorf("who stopped hears %v", err)
			}
		case <-time.After(5 * time.Second):
			t.Error("who stopped still waits for what another reads")
		}
		close(goOn)
		ltctest.Must(t, <-first)
		ltctest.Must(t, <-third)
		if n := len(begun); n != 0 {
			t.Errorf("it was read %d times more", n)
		}

		w.Wait(time.Hour)
		begun, goOn = held(w)
		first = find(w.As(stage.Sales))
		<-begun
		select {
		case err := <-find(w.As(stage.Sales)):
			ltctest.Must(t, err)
		case <-time.After(5 * time.Second):
			t.Error("who could do with the old sample waits for the new one")
		}
		close(goOn)
		ltctest.Must(t, <-first)
	})
}

// Whoever reads may go: then another does.
func TestAnotherReadsTheSampleWhereOneStopped(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		account(t, w, "苏州博远")
		w.Drain()
		ctx, stop := context.WithCancel(w.As(stage.Sales))
		stop()
		if _, err := search.Find(ctx, w.Store, search.Query{Text: "博远", First: 20}); err == nil {
			t.Error("who stopped finds something")
		}
		if got := names(t, w, "博远"); got != "苏州博远" {
			t.Errorf("then %q is found", got)
		}
	})
}
