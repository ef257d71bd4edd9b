package people

import (
	"context"
	"slices"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/department"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// InviteUser makes a user who has not come in yet, and a link with which they choose a password. The link is mailed
// after the commit; where no mail can be sent it is answered, this once.
//
// Errors: INVALID for a bad e-mail, or a department, manager or role that is not there; CONFLICT user.email_taken;
// FORBIDDEN user.administrators_only.
func InviteUser(ctx context.Context, st *store.Store, in InviteUserInput) (*Invited, error) {
	if err := in.clean(); err != nil {
		return nil, err
	}
	var u *db.User
	var secret string
	made, before, err := flow.Attempt(ctx, st, flow.Verb{Name: "inviteUser", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		var err error
		if u, err = in.make(ctx, tx); err == nil {
			secret, err = invite(ctx, tx, u)
		}
		return told(u, err)
	})
	return sent(ctx, st, made, before, u, welcome, secret, err)
}

// ResetUser makes a new link for a user who has not come in yet, or has forgotten the password; older ones end.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for one who is kept out or has left; FORBIDDEN
// user.administrators_only.
func ResetUser(ctx context.Context, st *store.Store, in UserInput) (*Invited, error) {
	var reset *db.User
	var secret string
	whom, before, err := onUserAnd(ctx, st, "resetUser", in, in, nil, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		if err := stands(u, user.StatusInvited, user.StatusActive); err != nil {
			return u, err
		}
		var err error
		reset = u
		secret, err = invite(ctx, tx, u)
		return u, err
	})
	l := renewal
	if reset != nil && reset.Status == user.StatusInvited {
		l = welcome
	}
	return sent(ctx, st, whom, before, reset, l, secret, err)
}

// sent mails a link that was made. A retry made none that stands: its link was shown to whoever asked first.
func sent(
	ctx context.Context, st *store.Store, userID string, before bool, u *db.User, l letter, secret string, err error,
) (*Invited, error) {
	switch {
	case err != nil:
		return nil, err
	case before:
		return &Invited{User: &db.User{ID: userID}, Mailed: postOf(st).Send != nil}, nil
	}
	return postOf(st).deliver(ctx, u, l, secret), nil
}

func (in *InviteUserInput) clean() error {
	var p fault.Problems
	in.Name = strings.TrimSpace(in.Name)
	p.Required("name", in.Name)
	p.Short("name", &in.Name, 200)
	in.Email = goodEmail(&p, in.Email)
	in.Title = trimmed(in.Title)
	p.Short("title", in.Title, 2000)
	return p.Err()
}

// make saves the user, without a link.
func (in InviteUserInput) make(ctx context.Context, tx *store.Tx) (*db.User, error) {
	dep, err := departmentAt(ctx, tx, in.DepartmentID)
	if err != nil {
		return nil, err
	}
	if err := manages(ctx, tx, in.ManagerID, ""); err != nil {
		return nil, err
	}
	if err := unusedEmail(ctx, tx, in.Email, ""); err != nil {
		return nil, err
	}
	roles, err := rolesAt(ctx, tx, in.RoleIDs)
	if err != nil {
		return nil, err
	}
	if len(in.RoleIDs) == 0 {
		if roles, err = rolesKeyed(ctx, tx.Client, readyMade(dep.Function, false, nil)...); err != nil {
			return nil, err
		}
	}
	if err := mayGive(ctx, roles); err != nil {
		return nil, err
	}
	c := tx.User.Create().SetName(in.Name).SetEmail(in.Email).SetNillableTitle(in.Title).SetDepartmentID(dep.ID).
		SetNillableManagerID(in.ManagerID).SetStatus(user.StatusInvited).AddRoles(roles...).SetNillableLanguage(in.Language)
	return flow.Add(ctx, tx, c)
}

// departmentAt is a department in use.
func departmentAt(ctx context.Context, tx *store.Tx, departmentID string) (*db.Department, error) {
	d, err := tx.Department.Query().Where(department.ID(departmentID), department.Active(true)).Only(ctx)
	if store.Missing(err) {
		return nil, fault.Invalid("user.department_unknown", map[string]any{"department": departmentID}).At("departmentId")
	}
	return d, err
}

// manages refuses a manager who is not there or has left, or who reports to the user themself; "" is a user to be made.
func manages(ctx context.Context, tx *store.Tx, managerID *string, userID string) error {
	for at := managerID; at != nil; {
		if *at == userID {
			return fault.Invalid("user.manager_cycle", nil).At("managerId")
		}
		m, err := tx.User.Get(ctx, *at)
		if store.Missing(err) || err == nil && at == managerID && m.Status == user.StatusDisabled {
			return fault.Invalid("user.manager_unknown", nil).At("managerId")
		}
		if err != nil || userID == "" {
			return err
		}
		at = m.ManagerID
	}
	return nil
}

func unusedEmail(ctx context.Context, tx *store.Tx, email, userID string) error {
	used, err := tx.User.Query().Where(user.Email(email), user.IDNEQ(userID)).Exist(ctx)
	if err == nil && used {
		return taken(email)
	}
	return err
}

// stands refuses a user who is in none of the states.
func stands(u *db.User, in ...user.Status) error {
	if slices.Contains(in, u.Status) {
		return nil
	}
	return fault.New(fault.CodeTransitionNotAllowed, "user.status_wrong").With("status", string(u.Status))
}

// trimmed is a text without spaces around it; nil where nothing is left.
func trimmed(text *string) *string {
	if text == nil {
		return nil
	}
	return given(strings.TrimSpace(*text))
}
