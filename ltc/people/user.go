package people

import (
	"context"
	"net/mail"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/department"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// NewUser is a person who shall sign in.
type NewUser struct {
	Name, Email, Title string
	Password           string // empty: cannot sign in by password
	Department         stage.Department
	ManagerID          string
	Admin              bool
	Language           user.Language
}

// AddUser makes a user. The password's hash is made before the transaction, for it takes long.
//
// Errors: INVALID for a bad e-mail, a short password or a department that is not there; CONFLICT for a known e-mail.
func AddUser(ctx context.Context, st *store.Store, in NewUser) (*db.User, error) {
	email, err := checkUser(in)
	if err != nil {
		return nil, err
	}
	hash, err := hashOf(in.Password)
	if err != nil {
		return nil, err
	}
	var u *db.User
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		dep, err := tx.Department.Query().Where(department.Function(in.Department)).First(ctx)
		if store.Missing(err) {
			return fault.Invalid("user.department_unknown", map[string]any{"department": string(in.Department)}).At("department")
		}
		if err != nil {
			return err
		}
		c := tx.User.Create().SetName(in.Name).SetEmail(email).SetDepartmentID(dep.ID).SetAdmin(in.Admin).
			SetNillablePasswordHash(hash)
		if in.Title != "" {
			c.SetTitle(in.Title)
		}
		if in.ManagerID != "" {
			c.SetManagerID(in.ManagerID)
		}
		if in.Language != "" {
			c.SetLanguage(in.Language)
		}
		u, err = c.Save(ctx)
		return err
	})
	if fault.CodeOf(err) == fault.CodeConflict {
		return nil, fault.New(fault.CodeConflict, "user.email_taken").At("email").With("email", email).Because(err)
	}
	return u, err
}

func checkUser(in NewUser) (email string, err error) {
	var p fault.Problems
	p.Required("name", in.Name)
	email = strings.ToLower(strings.TrimSpace(in.Email))
	a, err := mail.ParseAddress(email)
	p.Unless(err == nil && a.Address == email, "email", "input.email")
	p.Unless(in.Password == "" || len(in.Password) >= shortestPassword, "password", "user.password_short")
	return email, p.Err()
}

// ViewerOf is the viewer that a user is.
func ViewerOf(ctx context.Context, st *store.Store, u *db.User) (call.Viewer, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return call.Viewer{}, err
	}
	v := call.Viewer{
		Principal: u.ID, Kind: call.ByUser, UserID: u.ID, Admin: u.Admin, LegalEntityID: co.ID,
	}
	if dep := u.Edges.Department; dep != nil {
		v.DepartmentID, v.Department = dep.ID, dep.Function
	}
	return v, nil
}

// activeKey is a user whom this transaction has seen to be active.
type activeKey struct{ userID string }

// Active refuses someone who is not there or must not get work any more.
//
// Errors: NOT_FOUND; INVALID (user.inactive).
func Active(ctx context.Context, tx *store.Tx, userID string) error {
	if tx.Seen[activeKey{userID}] != nil {
		return nil
	}
	u, err := tx.User.Get(ctx, userID)
	switch {
	case store.Missing(err):
		return fault.NotFound(userID).At("ownerId")
	case err != nil:
		return err
	case !u.Active:
		return fault.Invalid("user.inactive", nil).At("ownerId")
	}
	tx.Seen[activeKey{userID}] = true
	return nil
}
