package people

import (
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/collaborator"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// InviteUserInput is somebody to invite.
type InviteUserInput struct {
	Name         string
	Email        string
	Title        *string
	DepartmentID string
	ManagerID    *string
	RoleIDs      []string
	Language     *user.Language
}

// UserInput is a user at a version.
type UserInput struct {
	ID              string
	ExpectedVersion int
}

// ImportUsersInput is a CSV file of users.
type ImportUsersInput struct{ CSV string }

// UserField is a field of a user that can be emptied.
type UserField string

// The fields.
const (
	UserPhone   UserField = "phone"
	UserTitle   UserField = "title"
	UserManager UserField = "manager_id"
)

// UpdateUserInput is a change of a user; nil leaves a field as it is.
type UpdateUserInput struct {
	ID                        string
	ExpectedVersion           int
	Name, Email, Phone, Title *string
	DepartmentID, ManagerID   *string
	Clear                     []UserField
}

// HandOverInput is what moves from a user to others.
type HandOverInput struct {
	ID              string
	ExpectedVersion int
	To              []HandOverPart
}

// HandOverPart is who gets the open records of a kind.
type HandOverPart struct {
	Kind   id.Kind
	UserID string
}

// DelegateInput is who stands in for whom, from a day to a day.
type DelegateInput struct {
	UserID     *string
	DelegateID string
	StartsOn   *worktime.Date
	EndsOn     worktime.Date
}

// EndDelegationInput is a delegation to end.
type EndDelegationInput struct{ ID string }

// DepartmentField is a field of a department that can be emptied.
type DepartmentField string

// The fields.
const (
	DepartmentParent DepartmentField = "parent_id"
	DepartmentHead   DepartmentField = "head_id"
)

// CreateDepartmentInput is a department to make.
type CreateDepartmentInput struct {
	Name             string
	Function         stage.Department
	ParentID, HeadID *string
}

// UpdateDepartmentInput is a change of a department; nil leaves a field as it is.
type UpdateDepartmentInput struct {
	ID                     string
	ExpectedVersion        int
	Name, ParentID, HeadID *string
	Active                 *bool
	Clear                  []DepartmentField
}

// UpdateProfileInput is a change of one's own profile.
type UpdateProfileInput struct {
	Phone    *string
	Language *user.Language
	TimeZone *string
	Theme    *user.Theme
}

// ChangePasswordInput is a change of one's own password.
type ChangePasswordInput struct{ Current, New string }

// CodeInput is a code of the second factor.
type CodeInput struct{ Code string }

// EndSessionInput is a session to end.
type EndSessionInput struct{ ID string }

// CreateTokenInput is a token to make.
type CreateTokenInput struct {
	Name      string
	Scopes    []role.TokenScope // none: reading
	ExpiresAt *time.Time
}

// CreateUserTokenInput is a token to make for somebody else.
type CreateUserTokenInput struct {
	UserID    string
	Name      string
	Scopes    []role.TokenScope // none: reading
	ExpiresAt *time.Time
}

// RevokeTokenInput is a token to revoke.
type RevokeTokenInput struct{ ID string }

// RightsInput are a role's rights as they are sent in.
type RightsInput struct {
	Administrator, Auditor *bool
	Manages                *bool
	Grants                 []GrantInput
	Fields                 []FieldRightInput
}

// GrantInput is what is granted of one kind.
type GrantInput struct {
	Kind  id.Kind
	Scope role.Scope
	Where []role.Condition
	Verbs []VerbRightInput
}

// VerbRightInput is a verb, and the most that it may be worth.
type VerbRightInput struct {
	Verb  string
	Limit *money.Input
}

// FieldRightInput is what is said of a field.
type FieldRightInput struct {
	Kind     id.Kind
	Field    string
	Sight    *role.Sight
	Writable *bool
}

// CreateRoleInput is a role to make.
type CreateRoleInput struct {
	NameZh, NameEn               string
	DescriptionZh, DescriptionEn *string
	Rights                       RightsInput
}

// UpdateRoleInput is a change of a role; nil leaves a field as it is.
type UpdateRoleInput struct {
	ID                           string
	ExpectedVersion              int
	NameZh, NameEn               *string
	DescriptionZh, DescriptionEn *string
	Rights                       *RightsInput
}

// AssignRolesInput are exactly the roles that a user shall have.
type AssignRolesInput struct {
	ID              string
	ExpectedVersion int
	RoleIDs         []string
}

// AddCollaboratorInput is somebody to let in on a record.
type AddCollaboratorInput struct {
	RecordID, UserID string
	Level            *collaborator.Level
	Cascade          *bool
}

// RemoveCollaboratorInput is somebody to let in no more.
type RemoveCollaboratorInput struct{ ID string }

// RecordVersionInput is a record at a version.
type RecordVersionInput struct {
	ID              string
	ExpectedVersion int
}

// TransferOwnershipInput are records to give to another owner.
type TransferOwnershipInput struct {
	Records      []RecordVersionInput
	OwnerID      string
	WithChildren *bool
}

// Invited is a user who was invited; the link is given only where it could not be mailed.
type Invited struct {
	User   *db.User
	Mailed bool
	Link   *string
}

// Holding is how many records of a kind a user owns.
type Holding struct {
	Kind         id.Kind
	Open, Closed int
}

// SecondFactor is a secret for an authenticator app.
type SecondFactor struct{ Secret, URI string }

// RecoveryCodes each open once where the second factor is lost.
type RecoveryCodes struct{ Codes []string }

// UserImport is what became of a file of users.
type UserImport struct {
	Made, Known int
	Rejected    []RejectedRow
}

// RejectedRow is a row that was refused; the file's first line is 1.
type RejectedRow struct {
	Line   int
	Reason string
}

// NewToken is a token and its secret, which is shown this once.
type NewToken struct {
	Token  *db.Token
	Secret string
}

// Transferred is what became of a record that should be given away.
type Transferred struct {
	ID     string
	Done   bool
	Reason *string
}
