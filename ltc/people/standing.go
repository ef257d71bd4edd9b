package people

import (
	"context"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/delegation"
	"github.com/leadtocash/ltc/ent/db/department"
	dbrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// standing is what makes a user a viewer, and the key that they came with, as one statement finds them. A column
// without a value is empty.
type standing struct {
	UserID       string           `json:"user_id"`
	Status       user.Status      `json:"status"`
	DepartmentID string           `json:"department_id"`
	Function     stage.Department `json:"function"`
	Roles        string           `json:"roles"`      // their stamps, in any order
	Delegators   string           `json:"delegators"` // their ids
	Key          string           `json:"key"`        // the id of the session or token
	Scopes       []byte           `json:"scopes"`     // of the token
	EndsAt       *time.Time       `json:"ends_at"`    // of the token
	SeenAt       *time.Time       `json:"seen_at"`    // when the session or token was used before
}

// comma stands between several.
const comma = ","

// stampOf names a role as it is now: every change gives it its next version. It takes the role's alias.
func stampOf(r string) string {
	return r + ".id || ' ' || " + r + ".version || ' ' || " + r + ".updated_at"
}

var stamps = "SELECT string_agg(" + stampOf("r") + ", '" + comma + "') FROM " + user.RolesTable + " ur JOIN " + dbrole.Table +
	" r ON r.id = ur.role_id WHERE ur.user_id = u.id"

// delegators are whom the user stands in for on a day.
func delegators(day worktime.Date) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("SELECT string_agg(g.user_id, '" + comma + "') FROM " + delegation.Table +
			" g WHERE g.delegate_id = u.id AND g.starts_on <= ").Arg(day).WriteString(" AND g.ends_on >= ").Arg(day)
	})
}

// withUser has a query of sessions, tokens or users read the standing, on a day, of the user whom a column names.
func withUser(column string, day worktime.Date) func(*sql.Selector) {
	return func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		u, in := d.Table(user.Table).As("u"), d.Table(department.Table).As("d")
		s.Join(u).On(s.C(column), u.C(user.FieldID)).LeftJoin(in).On(u.C(user.FieldDepartmentID), in.C(department.FieldID))
		s.Select(sql.As(u.C(user.FieldID), "user_id"), u.C(user.FieldStatus), sql.As(in.C(department.FieldID), "department_id"),
			in.C(department.FieldFunction)).
			AppendSelectExprAs(sql.ExprP(stamps), "roles").
			AppendSelectExprAs(delegators(day), "delegators")
	}
}

// today is the company's date, by whose clock people stand in for others.
func today(ctx context.Context, st *store.Store) (worktime.Date, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return worktime.Date{}, store.Translate(err)
	}
	return co.Calendar.Today(call.Now(ctx)), nil
}

// viewer is the viewer that the user is now: their roles' rights, of which a token may have a part, for whom they
// stand in, and who reports to them where a role asks for it.
func (w *standing) viewer(ctx context.Context, st *store.Store) (call.Viewer, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return call.Viewer{}, err
	}
	v := call.Viewer{
		Principal: w.UserID, Kind: call.ByUser, UserID: w.UserID, LegalEntityID: co.ID,
		DepartmentID: w.DepartmentID, Department: w.Function,
	}
	if v.Rights, err = w.rights(ctx, st); err != nil || v.Rights.Boundless() {
		return v, store.Translate(err)
	}
	if w.Delegators != "" {
		v.Delegators = strings.Split(w.Delegators, comma)
	}
	if v.Rights.Any(role.Reports, role.DepartmentTree) {
		if v.Reports, err = reportsOf(ctx, st.Reader(), w.UserID); err != nil {
			return v, store.Translate(err)
		}
	}
	if v.Rights.Any(role.DepartmentTree) {
		v.Below, err = departmentsOf(ctx, st.Reader(), w.UserID, w.DepartmentID)
	}
	return v, store.Translate(err)
}
