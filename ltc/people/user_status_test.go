package people_test

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func TestASuspendedUserIsOutUntilActivated(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		id, secret := newcomer(admin, t, w, "guest@example.com")
		_, _, err := people.Accept(stranger(t, w), w.Store, secret, chosen)
		ltctest.Must(t, err)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, id)))(t)
		open := ltctest.Got(w.Reader().Session.Query().Where(session.UserID(id)).Count(t.Context()))(t)
		if u := person(t, w, id); u.Status != user.StatusSuspended || open != 0 {
			t.Errorf("%s with %d sessions", u.Status, open)
		}
		_, err = people.SuspendUser(admin, w.Store, at(t, w, id))
		denied(t, err, "TRANSITION_NOT_ALLOWED user.status_wrong")
		_, err = people.ResetUser(admin, w.Store, at(t, w, id))
		denied(t, err, "TRANSITION_NOT_ALLOWED user.status_wrong")
		ltctest.Got(people.ActivateUser(admin, w.Store, at(t, w, id)))(t)
		if u := person(t, w, id); u.Status != user.StatusActive {
			t.Errorf("%s after activation", u.Status)
		}
		_, err = people.ActivateUser(admin, w.Store, at(t, w, id))
		denied(t, err, "TRANSITION_NOT_ALLOWED user.status_wrong")
		if len(entries(t, w, audit.UserSuspended)) != 1 || len(entries(t, w, audit.UserActivated)) != 1 {
			t.Error("the audit does not have one entry each")
		}
	})
}

func TestADisabledUserHasHandedEverythingOver(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		u := w.People[stage.Sales]
		account, _ := deal(w.As(stage.Sales), t, w, "苏州恒力装备有限公司")
		_, err := people.DisableUser(admin, w.Store, at(t, w, u.ID))
		denied(t, err, "GUARD_FAILED user.owns_open")
		open, _ := fault.Of(err).Help["open"].(map[string]int)
		if len(open) != 3 || open["account"] != 1 || open["opportunity"] != 1 || open["journey"] != 1 {
			t.Errorf("owns %v", open)
		}
		handAll(admin, t, w, u.ID, w.People[stage.Care].ID)
		_, token, err := issued(t, w, u.ID)
		ltctest.Must(t, err)
		_, err = people.DisableUser(admin, w.Store, at(t, w, u.ID))
		denied(t, err, "GUARD_FAILED user.has_tokens")
		ltctest.Must(t, w.InTx(admin, func(ctx context.Context, tx *store.Tx) error {
			return tx.Token.UpdateOneID(token).SetRevokedAt(w.Now()).Exec(ctx)
		}))
		ltctest.Got(people.Delegate(admin, w.Store, people.DelegateInput{
			UserID: &u.ID, DelegateID: w.People[stage.Care].ID, EndsOn: worktime.NewDate(2026, 3, 9),
		}))(t)
		ltctest.Got(people.DisableUser(admin, w.Store, at(t, w, u.ID)))(t)
		if got := person(t, w, u.ID); got.Status != user.StatusDisabled {
			t.Errorf("%s", got.Status)
		}
		if n := ltctest.Got(w.Reader().Delegation.Query().Count(t.Context()))(t); n != 0 {
			t.Errorf("%d delegations of one who has left", n)
		}
		if a := ltctest.Got(w.Reader().Account.Get(t.Context(), account))(t); *a.OwnerID != w.People[stage.Care].ID {
			t.Errorf("the account is %s's", *a.OwnerID)
		}
		_, err = people.ActivateUser(admin, w.Store, at(t, w, u.ID))
		denied(t, err, "TRANSITION_NOT_ALLOWED user.status_wrong")
	})
}

// issued gives a user a token.
func issued(t *testing.T, w *ltctest.World, userID string) (secret, tokenID string, err error) {
	t.Helper()
	secret, err = people.IssueToken(stranger(t, w), w.Store, person(t, w, userID).Email, "CI", nil)
	if err != nil {
		return "", "", err
	}
	tokenID, err = w.Reader().Token.Query().OnlyID(t.Context())
	return secret, tokenID, err
}

func TestTheLastAdministratorStaysOne(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		second := hire(t, w, "second", stage.Sales, role.Administrator)
		sales := []string{roleOf(t, w, "sales").ID}
		_, err := people.SuspendUser(admin, w.Store, at(t, w, me(admin)))
		denied(t, err, "GUARD_FAILED user.self")
		_, err = people.DisableUser(admin, w.Store, at(t, w, me(admin)))
		denied(t, err, "GUARD_FAILED user.self")
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, second.ID)))(t)
		for name, last := range map[string]func() error{
			"gives the role away": func() error {
				in := at(t, w, me(admin))
				_, err := people.AssignRoles(admin, w.Store, people.AssignRolesInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion, RoleIDs: sales})
				return err
			},
			"is suspended by the system": func() error {
				_, err := people.SuspendUser(system(t, w), w.Store, at(t, w, me(admin)))
				return err
			},
			"is disabled by the system": func() error {
				_, err := people.DisableUser(system(t, w), w.Store, at(t, w, me(admin)))
				return err
			},
		} {
			if got := refusal(last()); got != "GUARD_FAILED user.last_administrator" {
				t.Errorf("%s: %q", name, got)
			}
		}
		u := person(t, w, me(admin))
		if u.Status != user.StatusActive || len(u.Edges.Roles) != 2 {
			t.Errorf("the last administrator is %s with %d roles", u.Status, len(u.Edges.Roles))
		}
	})
}

func TestTwoAdministratorsDoNotRemoveEachOther(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		first := chief(t, w)
		second := by(t, w, hire(t, w, "second", stage.Finance, role.Administrator).ID)
		said := make(chan string, 2)
		for who, whom := range map[context.Context]people.UserInput{first: at(t, w, me(second)), second: at(t, w, me(first))} {
			go func() {
				_, err := people.SuspendUser(who, w.Store, whom)
				said <- refusal(err)
			}()
		}
		if a, b := <-said, <-said; a+b != "GUARD_FAILED user.last_administrator" {
			t.Errorf("one heard %q, the other %q", a, b)
		}
	})
}

func TestOnlyAdministratorsChangeAnAdministrator(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		clerk := by(t, w, personnel(admin, t, w).ID)
		boss := at(t, w, me(admin))
		for name, verb := range map[string]func() error{
			"reset": func() error { _, err := people.ResetUser(clerk, w.Store, boss); return err },
			"update": func() error {
				_, err := people.UpdateUser(clerk, w.Store, people.UpdateUserInput{ID: boss.ID, ExpectedVersion: boss.ExpectedVersion, Email: ptr("mine@example.com")})
				return err
			},
			"suspend": func() error { _, err := people.SuspendUser(clerk, w.Store, boss); return err },
			"invite another": func() error {
				_, err := people.InviteUser(clerk, w.Store, people.InviteUserInput{
					Name: "x", Email: "x@example.com", DepartmentID: departmentOf(t, w, stage.Sales).ID, RoleIDs: []string{roleOf(t, w, role.Administrator).ID},
				})
				return err
			},
			"become one": func() error {
				in := at(t, w, me(clerk))
				_, err := people.AssignRoles(clerk, w.Store, people.AssignRolesInput{
					ID: in.ID, ExpectedVersion: in.ExpectedVersion, RoleIDs: []string{roleOf(t, w, role.Administrator).ID},
				})
				return err
			},
			"make a role of it": func() error {
				_, err := people.CreateRole(clerk, w.Store, people.CreateRoleInput{NameZh: "新", NameEn: "new", Rights: people.RightsInput{Administrator: ptr(true)}})
				return err
			},
		} {
			if got := refusal(verb()); got != "FORBIDDEN user.administrators_only" {
				t.Errorf("%s: %q", name, got)
			}
		}
		ltctest.Got(people.SuspendUser(clerk, w.Store, at(t, w, w.People[stage.Sales].ID)))(t)
	})
}
