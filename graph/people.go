package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/people"
)

func (q query) Node(ctx context.Context, id string) (db.Node, error) { return read.Node(ctx, q.st, id) }

func (q query) Viewer(ctx context.Context) (*db.User, error) { return read.Viewer(ctx, q.st) }

func (q query) Company(ctx context.Context) (*db.LegalEntity, error) { return read.Company(ctx, q.st) }

func (q query) Users(ctx context.Context, first *int, after *string, last *int, before *string, in *read.UserFilter) (*read.UserConnection, error) {
	return read.Users(ctx, q.st, in, pageOf(first, after, last, before))
}

func (q query) Departments(ctx context.Context) ([]*db.Department, error) {
	return read.Departments(ctx, q.st)
}

func (q query) Roles(ctx context.Context) ([]*db.Role, error) { return read.Roles(ctx, q.st) }

func (q query) Delegations(ctx context.Context) ([]*db.Delegation, error) {
	return read.Delegations(ctx, q.st)
}

func (q query) Holdings(ctx context.Context, userID string) ([]*people.Holding, error) {
	return read.Holdings(ctx, q.st, userID)
}

func (m mutation) InviteUser(ctx context.Context, in people.InviteUserInput) (*people.Invited, error) {
	made, err := people.InviteUser(ctx, m.st, in)
	return read.InvitedUser(ctx, m.st, made, err)
}

func (m mutation) ResetUser(ctx context.Context, in people.UserInput) (*people.Invited, error) {
	made, err := people.ResetUser(ctx, m.st, in)
	return read.InvitedUser(ctx, m.st, made, err)
}

func (m mutation) ImportUsers(ctx context.Context, in people.ImportUsersInput) (*people.UserImport, error) {
	return people.ImportUsers(ctx, m.st, in)
}

func (m mutation) UpdateUser(ctx context.Context, in people.UpdateUserInput) (*db.User, error) {
	id, err := people.UpdateUser(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) SuspendUser(ctx context.Context, in people.UserInput) (*db.User, error) {
	id, err := people.SuspendUser(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) ActivateUser(ctx context.Context, in people.UserInput) (*db.User, error) {
	id, err := people.ActivateUser(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) HandOver(ctx context.Context, in people.HandOverInput) (*db.User, error) {
	id, err := people.HandOver(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) DisableUser(ctx context.Context, in people.UserInput) (*db.User, error) {
	id, err := people.DisableUser(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) Delegate(ctx context.Context, in people.DelegateInput) (*db.Delegation, error) {
	id, err := people.Delegate(ctx, m.st, in)
	return read.Made[*db.Delegation](ctx, m.st, id, err)
}

func (m mutation) EndDelegation(ctx context.Context, in people.EndDelegationInput) (*db.Delegation, error) {
	id, err := people.EndDelegation(ctx, m.st, in)
	return read.Made[*db.Delegation](ctx, m.st, id, err)
}

func (m mutation) CreateDepartment(ctx context.Context, in people.CreateDepartmentInput) (*db.Department, error) {
	id, err := people.CreateDepartment(ctx, m.st, in)
	return read.Made[*db.Department](ctx, m.st, id, err)
}

func (m mutation) UpdateDepartment(ctx context.Context, in people.UpdateDepartmentInput) (*db.Department, error) {
	id, err := people.UpdateDepartment(ctx, m.st, in)
	return read.Made[*db.Department](ctx, m.st, id, err)
}

func (m mutation) AssignRoles(ctx context.Context, in people.AssignRolesInput) (*db.User, error) {
	id, err := people.AssignRoles(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) AddCollaborator(ctx context.Context, in people.AddCollaboratorInput) (*db.Collaborator, error) {
	id, err := people.AddCollaborator(ctx, m.st, in)
	return read.Made[*db.Collaborator](ctx, m.st, id, err)
}

func (m mutation) CreateRole(ctx context.Context, in people.CreateRoleInput) (*db.Role, error) {
	if err := m.veils.check(&in.Rights); err != nil {
		return nil, err
	}
	id, err := people.CreateRole(ctx, m.st, in)
	return read.Made[*db.Role](ctx, m.st, id, err)
}

func (m mutation) UpdateRole(ctx context.Context, in people.UpdateRoleInput) (*db.Role, error) {
	if err := m.veils.check(in.Rights); err != nil {
		return nil, err
	}
	id, err := people.UpdateRole(ctx, m.st, in)
	return read.Made[*db.Role](ctx, m.st, id, err)
}

func (m mutation) RemoveCollaborator(ctx context.Context, in people.RemoveCollaboratorInput) ([]*db.Collaborator, error) {
	record, err := people.RemoveCollaborator(ctx, m.st, in)
	if err != nil {
		return nil, err
	}
	return read.Collaborators(ctx, m.st, record)
}

func (m mutation) TransferOwnership(ctx context.Context, in people.TransferOwnershipInput) ([]*people.Transferred, error) {
	return people.TransferOwnership(ctx, m.st, in)
}

func (r *root) User() gen.UserResolver       { return users{} }
func (r *root) Session() gen.SessionResolver { return sessions{} }

// users are the computed fields of a person.
type users struct{}

func (users) Admin(_ context.Context, u *db.User) (bool, error) { return read.Figure[bool](u, "admin") }

func (users) Active(_ context.Context, u *db.User) (bool, error) {
	return u.Status == user.StatusActive, nil
}

func (users) SecondFactor(_ context.Context, u *db.User) (bool, error) {
	return u.TotpConfirmedAt != nil, nil
}

type sessions struct{}

func (sessions) Current(ctx context.Context, s *db.Session) (bool, error) {
	return s.ID == call.From(ctx).SessionID, nil
}
