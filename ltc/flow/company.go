package flow

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Company is the legal entity with its clock.
type Company struct {
	*db.LegalEntity
	Calendar worktime.Calendar
}

type companyKey struct{}

// CompanyOf is the legal entity that sells; there is one.
func CompanyOf(ctx context.Context, st *store.Store, c *db.Client) (Company, error) {
	if v, ok := st.Cache.Load(companyKey{}); ok {
		return v.(Company), nil
	}
	le, err := c.LegalEntity.Query().First(ctx)
	if db.IsNotFound(err) {
		return Company{}, fault.New(fault.CodeUnavailable, "company.missing")
	}
	if err != nil {
		return Company{}, err
	}
	cal, err := worktime.ByName(string(le.Calendar), le.TimeZone)
	if err != nil {
		return Company{}, err
	}
	co := Company{le, cal}
	st.Cache.Store(companyKey{}, co)
	return co, nil
}

// ForgetCompany is called when the legal entity changes.
func ForgetCompany(st *store.Store) { st.Cache.Delete(companyKey{}) }

// Today is the call's date by the company's clock (R18, R46).
func Today(ctx context.Context, tx *store.Tx) (worktime.Date, error) {
	co, err := CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return worktime.Date{}, err
	}
	return co.Calendar.Today(call.Now(ctx)), nil
}
