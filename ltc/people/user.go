package people

import (
	"context"
	"net/mail"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/department"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
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
	Roles              []string // keys of ready-made roles; without any, the department's
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
	hash, err := hashOf(ctx, in.Password)
	if err != nil {
		return nil, err
	}
	var u *db.User
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		u, err = in.save(ctx, tx, email, hash)
		return err
	})
	if fault.CodeOf(err) == fault.CodeConflict {
		return nil, taken(email).Because(err)
	}
	return u, err
}

// save writes the user. Whom the system makes, at the founding, is no row of the log.
func (in NewUser) save(ctx context.Context, tx *store.Tx, email string, hash *string) (*db.User, error) {
	dep, err := departmentFor(ctx, tx, in.Department)
	if err != nil {
		return nil, err
	}
	roles, err := rolesKeyed(ctx, tx.Client, readyMade(in.Department, in.Admin, in.Roles)...)
	if err != nil {
		return nil, err
	}
	c := tx.User.Create().SetName(in.Name).SetEmail(email).SetDepartmentID(dep.ID).SetNillablePasswordHash(hash).AddRoles(roles...)
	if in.Title != "" {
		c.SetTitle(in.Title)
	}
	if in.ManagerID != "" {
		c.SetManagerID(in.ManagerID)
	}
	if in.Language != "" {
		c.SetLanguage(in.Language)
	}
	return c.Save(ctx)
}

// departmentFor is the first active department with a function.
func departmentFor(ctx context.Context, tx *store.Tx, function stage.Department) (*db.Department, error) {
	dep, err := tx.Department.Query().Where(department.Function(function), department.Active(true)).
		Order(department.ByID()).First(ctx)
	if store.Missing(err) {
		return nil, fault.Invalid("user.department_unknown", map[string]any{"department": string(function)}).At("department")
	}
	return dep, err
}

func checkUser(in NewUser) (email string, err error) {
	var p fault.Problems
	p.Required("name", in.Name)
	email = goodEmail(&p, in.Email)
	p.Unless(in.Password == "" || len(in.Password) >= shortestPassword, "password", "user.password_short")
	return email, p.Err()
}

// goodEmail is an address as it is kept: in lower case. What is none is noted.
func goodEmail(p *fault.Problems, email string) string {
	email = strings.ToLower(strings.TrimSpace(email))
	a, err := mail.ParseAddress(email)
	p.Unless(err == nil && a.Address == email && len(email) <= 254, "email", "input.email")
	return email
}

func taken(email string) *fault.Error {
	return fault.New(fault.CodeConflict, "user.email_taken").At("email").With("email", email)
}

// activeKey is a user whom this transaction has seen to be active.
type activeKey struct{ userID string }

// Active refuses someone who is not there or must not get work any more.
//
// Errors: NOT_FOUND; INVALID (user.inactive).
func Active(ctx context.Context, tx *store.Tx, userID string) error {
	return activeAt(ctx, tx, userID, "ownerId")
}

// activeAt is Active for another field of the input.
func activeAt(ctx context.Context, tx *store.Tx, userID, path string) error {
	if tx.Seen[activeKey{userID}] != nil {
		return nil
	}
	u, err := tx.User.Get(ctx, userID)
	switch {
	case store.Missing(err):
		return fault.NotFound(userID).At(path)
	case err != nil:
		return err
	case u.Status != user.StatusActive:
		return fault.Invalid("user.inactive", nil).At(path)
	}
	tx.Seen[activeKey{userID}] = true
	return nil
}
