package main

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestADatabaseFromBeforeThereWereRolesGetsThem(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, url string) {
		w := ltctest.New(t, url)
		ltctest.Must(t, w.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			for _, statement := range []string{"DELETE FROM user_roles", "DELETE FROM roles"} {
				if _, err := tx.SQL.ExecContext(ctx, statement); err != nil {
					return err
				}
			}
			return nil
		}))
		if _, err := people.Viewer(t.Context(), w.Store, w.People[stage.Sales].ID); err != nil {
			t.Fatal(err)
		}
		st := ltctest.Got(open(t.Context(), url))(t)
		defer func() { _ = st.Close() }()
		for d, u := range w.People {
			v := ltctest.Got(people.Viewer(w.As(stage.Sales), st, u.ID))(t)
			if !v.Rights.Allows("createContact") || v.Admin() {
				t.Errorf("%s has no role of theirs", d)
			}
		}
	})
}
