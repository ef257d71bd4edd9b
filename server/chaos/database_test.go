package chaos

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/ltctest/postgres"
)

// readsWithin is how soon a server reads again once its database is back.
const readsWithin = 2 * time.Second

func TestADatabaseThatGoesAwayAndComesBack(t *testing.T) {
	pg := ltctest.Got(postgres.Start(t.Context(), "synchronous_commit=on"))(t) // what it said is committed has to be
	defer pg.Stop()
	url := pg.URL("postgres")
	ltctest.Migrate(t, url)
	c := found(t, url, 20*(*terminations/10+*restarts))
	addr := freeAddr(t)
	s := start(t, c.url, addr)
	s.ready()
	w, f := newWork(t, c, addr), newFollower(t, c, addr)
	ctx, stop := context.WithCancel(t.Context())
	crew := w.crew(ctx, 3)
	readers := read(ctx, t, addr, c.token)
	go f.follow(ctx)
	for range *terminations {
		time.Sleep(50 * time.Millisecond)
		terminate(t, pg)
	}
	var slowest time.Duration
	for range *restarts {
		time.Sleep(200 * time.Millisecond)
		ltctest.Must(t, pg.Restart(t.Context()))
		slowest = max(slowest, readsAgain(t, addr, c.token))
	}
	stop()
	crew.Wait()
	readers.Wait()
	if slowest > readsWithin {
		t.Errorf("reads again after %v", slowest)
	}
	listening, deaf := context.WithCancel(t.Context())
	defer deaf()
	go f.follow(listening)
	audit(t, w, f)
	t.Logf("%d terminations and %d restarts: %d acknowledged, refusals %v, reads again after %v at most", *terminations, *restarts, len(w.done), w.codes, slowest)
}

// read asks on and on; whatever happens to the database, who has a token is never taken for nobody.
func read(ctx context.Context, t *testing.T, addr, token string) *sync.WaitGroup {
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			c := newClient(addr, token)
			for ctx.Err() == nil {
				a, err := c.do(context.Background(), "", `{ viewer { name } leads(first: 20) { edges { node { id } } } }`, nil)
				switch {
				case err != nil:
					t.Errorf("the server itself gave no answer: %v", err)
					return
				case a.code() == "THROTTLED": // three readers and three writers of one token
					time.Sleep(time.Second)
				case a.code() != "" && a.code() != "UNAVAILABLE":
					t.Errorf("status %d: %+v", a.Status, a.Errors)
					return
				}
			}
		})
	}
	return &all
}

// readsAgain is how long it takes until a read succeeds.
func readsAgain(t *testing.T, addr, token string) time.Duration {
	t.Helper()
	c, began := newClient(addr, token), time.Now()
	for time.Since(began) < 20*time.Second {
		if a, err := c.do(t.Context(), "", `{ leads(first: 1) { edges { node { id } } } }`, nil); err == nil && a.code() == "" {
			return time.Since(began)
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the server does not read again")
	return 0
}

// terminate ends every connection but its own.
func terminate(t *testing.T, pg *postgres.Server) {
	t.Helper()
	d := ltctest.Got(sql.Open("postgres", pg.URL("postgres")))(t)
	defer func() { _ = d.Close() }()
	_, err := d.ExecContext(t.Context(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")
	if err != nil {
		t.Error(fmt.Errorf("terminate: %w", err))
	}
}
