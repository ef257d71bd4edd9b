package people_test

import (
	"context"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ent/db/department"
	entrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func ptr[T any](v T) *T { return &v }

// hire makes an active user of a department, with ready-made roles beside its own.
func hire(t *testing.T, w *ltctest.World, name string, d stage.Department, roles ...string) *db.User {
	t.Helper()
	ctx := call.With(t.Context(), call.New(call.System(""), w.Now(), call.API))
	return ltctest.Got(people.AddUser(ctx, w.Store, people.NewUser{
		Name: name, Email: name + "@example.com", Department: d, Roles: append([]string{string(d)}, roles...),
	}))(t)
}

// chief is a call by a new administrator, who is the only one.
func chief(t *testing.T, w *ltctest.World) context.Context {
	t.Helper()
	return by(t, w, hire(t, w, "chief", stage.Finance, role.Administrator).ID)
}

// by is a call by a user, as they are now.
func by(t *testing.T, w *ltctest.World, userID string) context.Context {
	t.Helper()
	v := ltctest.Got(people.Viewer(call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.API)), w.Store, userID))(t)
	return call.With(t.Context(), call.New(v, w.Now(), call.UI))
}

func me(ctx context.Context) string { return call.From(ctx).Viewer.UserID }

// person is a user as they are now, with their roles.
func person(t *testing.T, w *ltctest.World, userID string) *db.User {
	t.Helper()
	return ltctest.Got(w.Reader().User.Query().Where(user.ID(userID)).WithRoles().WithDepartment().Only(t.Context()))(t)
}

// at is a user at the version that they have now.
func at(t *testing.T, w *ltctest.World, userID string) people.UserInput {
	t.Helper()
	return people.UserInput{ID: userID, ExpectedVersion: person(t, w, userID).Version}
}

func roleOf(t *testing.T, w *ltctest.World, key string) *db.Role {
	t.Helper()
	return ltctest.Got(w.Reader().Role.Query().Where(entrole.Key(key)).Only(t.Context()))(t)
}

func departmentOf(t *testing.T, w *ltctest.World, d stage.Department) *db.Department {
	t.Helper()
	return ltctest.Got(w.Reader().Department.Query().Where(department.Function(d)).Order(department.ByID()).First(t.Context()))(t)
}

// entries are the entries of an action, in order.
func entries(t *testing.T, w *ltctest.World, a audit.Action) []*db.AuditEntry {
	t.Helper()
	return ltctest.Got(w.Reader().AuditEntry.Query().Where(auditentry.Action(string(a))).Order(auditentry.ByID()).All(t.Context()))(t)
}

// refusal is how a verb says no: its code and rule, "" for yes.
func refusal(err error) string {
	if err == nil {
		return ""
	}
	if fault.Of(err) == nil {
		return err.Error()
	}
	return string(fault.CodeOf(err)) + " " + fault.RuleOf(err)
}

// denied fails the test where a verb did not say no in this way.
func denied(t *testing.T, err error, want string) {
	t.Helper()
	if got := refusal(err); got != want {
		t.Errorf("refused with %q, want %q", got, want)
	}
}

// deal is an account with an opportunity in it, both of the department's person.
func deal(ctx context.Context, t *testing.T, w *ltctest.World, name string) (accountID, opportunityID string) {
	t.Helper()
	accountID = ltctest.Got(sales.CreateAccount(ctx, w.Store, sales.CreateAccountInput{Name: name, AllowDuplicate: ptr(true)}))(t)
	opportunityID = ltctest.Got(sales.CreateOpportunity(ctx, w.Store, sales.CreateOpportunityInput{Name: name, AccountID: &accountID}))(t)
	return accountID, opportunityID
}

// system is a call by the system itself.
func system(t *testing.T, w *ltctest.World) context.Context {
	t.Helper()
	return call.With(t.Context(), call.New(call.System(""), w.Now(), call.API))
}

// personnel is somebody who runs people and roles, and is no administrator.
func personnel(admin context.Context, t *testing.T, w *ltctest.World) *db.User {
	t.Helper()
	grant := func(k id.Kind, verbs ...string) people.GrantInput {
		g := people.GrantInput{Kind: k, Scope: role.All}
		for _, v := range verbs {
			g.Verbs = append(g.Verbs, people.VerbRightInput{Verb: v})
		}
		return g
	}
	made := ltctest.Got(people.CreateRole(admin, w.Store, people.CreateRoleInput{
		NameZh: "人事", NameEn: "Personnel", Rights: people.RightsInput{Grants: []people.GrantInput{
			grant(id.User, "inviteUser", "resetUser", "updateUser", "suspendUser", "handOver"),
			grant(id.Department), grant(id.Role, "assignRoles", "createRole"),
		}},
	}))(t)
	u := hire(t, w, "personnel", stage.Finance)
	ltctest.Got(people.AssignRoles(admin, w.Store, people.AssignRolesInput{ID: u.ID, ExpectedVersion: u.Version, RoleIDs: []string{made}}))(t)
	return u
}

// handAll hands all that somebody owns over to another.
func handAll(ctx context.Context, t *testing.T, w *ltctest.World, from, heir string) {
	t.Helper()
	in := people.HandOverInput{ID: from, ExpectedVersion: person(t, w, from).Version}
	for _, h := range ltctest.Got(people.Holdings(ctx, w.Reader(), from, nil))(t) {
		in.To = append(in.To, people.HandOverPart{Kind: h.Kind, UserID: heir})
	}
	ltctest.Got(people.HandOver(ctx, w.Store, in))(t)
}

// fields are the paths that a refusal names.
func fields(err error) string {
	var paths []string
	if f := fault.Of(err); f != nil {
		for _, at := range f.Fields {
			paths = append(paths, at.Path)
		}
	}
	return strings.Join(paths, " ")
}
