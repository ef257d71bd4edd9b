package people

import (
	"context"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

// UpdateUser changes a user. Whoever moves to another department takes what they own along.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID for a bad e-mail or phone, a department or manager that is not there, or a
// manager who reports to the user (user.manager_cycle); CONFLICT user.email_taken; FORBIDDEN user.administrators_only.
func UpdateUser(ctx context.Context, st *store.Store, in UpdateUserInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	at := UserInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion}
	return onUser(ctx, st, "updateUser", in, at, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		b, err := in.build(ctx, tx, u)
		if err != nil {
			return u, err
		}
		if in.DepartmentID != nil {
			if err := moveEstate(ctx, tx, u.ID, *in.DepartmentID); err != nil {
				return u, err
			}
		}
		return flow.Edit(ctx, tx, u, b, in.ExpectedVersion)
	})
}

func (in *UpdateUserInput) clean() error {
	var p fault.Problems
	if in.Name != nil {
		name := strings.TrimSpace(*in.Name)
		in.Name = &name
		p.Required("name", name)
		p.Short("name", in.Name, 200)
	}
	if in.Email != nil {
		email := goodEmail(&p, *in.Email)
		in.Email = &email
	}
	in.Phone, in.Title = goodPhone(&p, in.Phone), trimmed(in.Title)
	p.Short("title", in.Title, 2000)
	return p.Err()
}

// goodPhone is a number as it is kept: in E.164. What is none is noted.
func goodPhone(p *fault.Problems, phone *string) *string {
	if phone = trimmed(phone); phone == nil {
		return nil
	}
	n, err := phonenumbers.Parse(*phone, "CN")
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		p.Add("phone", "input.phone")
		return phone
	}
	e164 := phonenumbers.Format(n, phonenumbers.E164)
	return &e164
}

// build checks what the input refers to and says what changes of the user.
func (in UpdateUserInput) build(ctx context.Context, tx *store.Tx, u *db.User) (*db.UserUpdateOne, error) {
	if in.Email != nil {
		if err := unusedEmail(ctx, tx, *in.Email, u.ID); err != nil {
			return nil, err
		}
	}
	if in.DepartmentID != nil {
		if _, err := departmentAt(ctx, tx, *in.DepartmentID); err != nil {
			return nil, err
		}
	}
	if err := manages(ctx, tx, in.ManagerID, u.ID); err != nil {
		return nil, err
	}
	b := tx.User.UpdateOne(u).SetNillableName(in.Name).SetNillableEmail(in.Email).SetNillablePhone(in.Phone).
		SetNillableTitle(in.Title).SetNillableDepartmentID(in.DepartmentID).SetNillableManagerID(in.ManagerID)
	return b, empty(b.Mutation(), in.Clear)
}
