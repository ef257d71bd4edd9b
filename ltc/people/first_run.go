package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// FirstRunInput is a company and its first administrator.
type FirstRunInput struct {
	Company, Currency, TimeZone, Calendar string
	Name, Email, Password                 string
}

// HasUsers tells whether anybody could sign in; where nobody can, FirstRun founds the company.
func HasUsers(ctx context.Context, st *store.Store) (bool, error) {
	has, err := st.Reader().User.Query().Exist(ctx)
	return has, store.Translate(err)
}

// FirstRun founds the company, makes its first administrator and signs them in. Of two at once one wins.
//
// Errors: CONFLICT setup.done once there is anybody; INVALID as of Found and AddUser.
func FirstRun(ctx context.Context, st *store.Store, in FirstRunInput) (*db.User, string, error) {
	var p fault.Problems
	p.Required("company", in.Company)
	p.Short("company", &in.Company, 60)
	p.Required("name", in.Name)
	p.Short("name", &in.Name, 60)
	p.Unless(len(in.Password) >= shortestPassword, "password", "user.password_short")
	p.Short("password", &in.Password, longestPassword)
	if err := p.Err(); err != nil {
		return nil, "", err
	}
	var u *db.User
	var secret string
	err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		if err := tx.Lock(ctx, "first run"); err != nil {
			return err
		}
		if has, err := tx.User.Query().Exist(ctx); err != nil || has {
			return done(err)
		}
		if err := Found(ctx, st, Founding{Name: in.Company, Currency: in.Currency, TimeZone: in.TimeZone, Calendar: in.Calendar}); err != nil {
			return err
		}
		u, err = AddUser(ctx, st, NewUser{
			Name: in.Name, Email: in.Email, Password: in.Password, Department: stage.Sales, Admin: true,
		})
		if err != nil {
			return err
		}
		secret, err = open(ctx, tx, u, session.MethodPassword, "")
		return err
	})
	if err != nil {
		flow.ForgetCompany(st) // it was read in a transaction that is undone
	}
	return u, secret, err
}

// done refuses, unless an error kept from knowing.
func done(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.CodeConflict, "setup.done")
}
