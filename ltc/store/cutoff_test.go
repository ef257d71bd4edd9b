package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/store"
)

// endless are statements that take minutes.
func endless(st *store.Store) string {
	if st.Postgres() {
		return "SELECT pg_sleep(300)::text"
	}
	return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000000) SELECT max(i) FROM n"
}

// cutOff runs an endless statement and is red unless it ended early as server.timeout.
func cutOff(ctx context.Context, t *testing.T, st *store.Store) {
	t.Helper()
	begun := time.Now()
	var got string
	err := store.Translate(st.SQL().QueryRowContext(ctx, endless(st)).Scan(&got))
	if fault.RuleOf(err) != "server.timeout" || fault.CodeOf(err) != fault.CodeUnavailable {
		t.Errorf("%v", err)
	}
	if time.Since(begun) > 10*time.Second {
		t.Errorf("it ran for %s", time.Since(begun))
	}
}

func TestAStatementEndsWithItsContext(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ctx, stop := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer stop()
		cutOff(ctx, t, w.Store)
		ltctest.Must(t, w.Ping(t.Context()))
	})
}

func TestPostgresEndsWhatTakesTooLong(t *testing.T) {
	url := ltctest.Postgres(t)
	w := ltctest.New(t, url)
	for name, want := range map[string]string{"statement_timeout": "8s", "lock_timeout": "3s", "idle_in_transaction_session_timeout": "10s"} {
		var got string
		if ltctest.Must(t, w.Store.SQL().QueryRowContext(t.Context(), "SHOW "+name).Scan(&got)); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	join := "?"
	if strings.Contains(url, "?") {
		join = "&"
	}
	quick := ltctest.Got(store.Open(t.Context(), url+join+"statement_timeout=200"))(t)
	t.Cleanup(func() { _ = quick.Close() })
	cutOff(t.Context(), t, quick)
}
