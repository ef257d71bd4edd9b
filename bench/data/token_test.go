package data_test

import (
	"testing"
	"time"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestASetIsAskedAgainAndAgainAndOnlyTheFirstWritesToIt(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		ltctest.Got(data.Make(t.Context(), databaseURL, data.Set{Scale: 0.002, Seed: 1}))(t)
		st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
		defer func() { _ = st.Close() }()
		var used time.Time
		for n := range 3 {
			secret := ltctest.Got(data.Token(t.Context(), st))(t)
			ctx := call.With(t.Context(), call.New(call.Viewer{}, data.Now.AddDate(n, 0, 0), call.API))
			ltctest.Got(people.ByToken(ctx, st, secret))(t)
			token := ltctest.Got(st.Reader().Token.Query().Only(ctx))(t)
			if n > 0 && !token.LastUsedAt.Equal(used) {
				t.Errorf("its use at %v was written down", token.LastUsedAt)
			}
			used = *token.LastUsedAt
		}
		if n := ltctest.Got(st.Reader().AuditEntry.Query().Count(t.Context()))(t); n > 0 {
			t.Errorf("%d entries of the audit", n)
		}
	})
}
