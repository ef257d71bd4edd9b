package load_test

import (
	"errors"
	"syscall"
	"testing"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestWhereNoFileCanBeOpenedNobodyFollows(t *testing.T) {
	var was syscall.Rlimit
	ltctest.Must(t, syscall.Getrlimit(syscall.RLIMIT_NOFILE, &was))
	ltctest.Must(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 0, Max: was.Max}))
	f, err := load.Follow()
	ltctest.Must(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &was))
	if !errors.Is(err, syscall.EMFILE) || f != nil {
		t.Errorf("%v, %v: who closes these waits for ever", f, err)
	}
}
