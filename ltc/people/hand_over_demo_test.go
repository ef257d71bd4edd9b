package people_test

import (
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// The demo company has records of every kind that people own, at every stage.
func TestAllOfACompanyIsHandedOverToOneWhoStays(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		now := time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC)
		st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
		t.Cleanup(func() { _ = st.Close() })
		ltctest.Must(t, demo.Make(t.Context(), st, demo.Small, now))
		ctx := call.With(t.Context(), call.New(call.System(""), now, call.API))
		us := ltctest.Got(st.Reader().User.Query().Where(user.StatusEQ(user.StatusActive)).Order(user.ByID()).All(ctx))(t)
		heir, open, over := us[0].ID, map[id.Kind]int{}, map[string]int{}
		for _, u := range us {
			in := people.HandOverInput{ID: u.ID, ExpectedVersion: flow.Newest}
			for _, h := range ltctest.Got(people.Holdings(ctx, st.Reader(), u.ID, nil))(t) {
				open[h.Kind] += h.Open
				over[u.ID+string(h.Kind)] = h.Closed
				in.To = append(in.To, people.HandOverPart{Kind: h.Kind, UserID: heir})
			}
			if u.ID != heir {
				ltctest.Got(people.HandOver(ctx, st, in))(t)
			}
		}
		for kind, n := range open {
			t.Logf("%d open of %s", n, kind)
		}
		for _, u := range us {
			for _, h := range ltctest.Got(people.Holdings(ctx, st.Reader(), u.ID, nil))(t) {
				switch {
				case u.ID == heir && h.Open != open[h.Kind]:
					t.Errorf("the heir has %d open of %s, want all %d", h.Open, h.Kind, open[h.Kind])
				case u.ID != heir && h.Open != 0:
					t.Errorf("%s has %d open of %s left", u.Name, h.Open, h.Kind)
				case h.Closed != over[u.ID+string(h.Kind)]:
					t.Errorf("%s has %d closed of %s, had %d", u.Name, h.Closed, h.Kind, over[u.ID+string(h.Kind)])
				}
			}
		}
		misplaced := ltctest.Got(st.Reader().Contract.Query().Where(func(s *sql.Selector) {
			t := sql.Dialect(s.Dialect()).Table("users")
			s.Join(t).On(s.C("owner_id"), t.C("id")).Where(sql.ColumnsNEQ(s.C("department_id"), t.C("department_id")))
		}).Count(ctx))(t)
		if misplaced != 0 {
			t.Errorf("%d contracts stand in another department than their owner", misplaced)
		}
	})
}
