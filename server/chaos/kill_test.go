package chaos

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestAKilledServerLosesNothingThatItAcknowledged(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		c := found(t, databaseURL, 30**kills)
		addr := freeAddr(t)
		s := start(t, c.url, addr)
		s.ready()
		w := newWork(t, c, addr)
		f := newFollower(t, c, addr)
		ctx, stop := context.WithCancel(t.Context())
		crew := w.crew(ctx, 6)
		listening, deaf := context.WithCancel(t.Context())
		defer deaf()
		go f.follow(listening)
		var slowest time.Duration
		for range *kills {
			time.Sleep(time.Duration(50+rand.IntN(450)) * time.Millisecond)
			s.kill()
			s = start(t, c.url, addr)
			slowest = max(slowest, s.ready())
		}
		stop()
		crew.Wait()
		if slowest > readyWithin {
			t.Errorf("ready again after %v", slowest)
		}
		audit(t, w, f)
		t.Logf("%d kills: %d acknowledged, %d changes heard over %d sockets, ready again after %v at most", *kills, len(w.done), f.count(), f.opened, slowest)
	})
}

func TestAServerKilledWhileItMigratesMigratesAgain(t *testing.T) {
	for name, empty := range map[string]func(*testing.T) string{
		"sqlite":   func(t *testing.T) string { return "sqlite:" + t.TempDir() + "/ltc.db" },
		"postgres": func(t *testing.T) string { return ltctest.EmptyPostgres(t) },
	} {
		t.Run(name, func(t *testing.T) {
			url, addr := empty(t), freeAddr(t)
			for range *kills {
				s := start(t, url, addr)
				time.Sleep(time.Duration(rand.IntN(300)) * time.Millisecond)
				s.kill()
			}
			start(t, url, addr).ready()
		})
	}
}
