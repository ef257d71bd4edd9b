package load_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/leadtocash/ltc/bench/load"
)

func TestWhereOneClientFailsTheOthersDoNotWaitForSomethingToAskAbout(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusConflict) }))
	defer s.Close()
	free := make(chan struct{}, 1) // one record for eight clients, which its failure does not give back
	free <- struct{}{}
	_, err := load.New("it", s.URL, nil, os.Getpid()).Run(t.Context(), 8, time.Minute, func(ctx context.Context) (load.Request, error) {
		select {
		case <-free:
			return load.Request{}, nil
		case <-ctx.Done():
			return load.Request{}, ctx.Err()
		}
	}, 0)
	if err == nil || errors.Is(err, context.Canceled) {
		t.Errorf("%v, want what the server said", err)
	}
}
