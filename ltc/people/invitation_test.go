package people_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

const chosen = "correct horse"

// stranger is a call by nobody.
func stranger(t *testing.T, w *ltctest.World) context.Context {
	t.Helper()
	return call.With(t.Context(), call.New(call.Viewer{}, w.Now(), call.UI))
}

// secretIn is the secret in the link of an invitation.
func secretIn(t *testing.T, link string) string {
	t.Helper()
	_, secret, ok := strings.Cut(link, "https://ltc.example.com/invitation/")
	if !ok {
		t.Fatalf("no link in %q", link)
	}
	secret, _, _ = strings.Cut(secret, "\n")
	return secret
}

// newcomer invites somebody and answers them with their secret.
func newcomer(ctx context.Context, t *testing.T, w *ltctest.World, email string) (userID, secret string) {
	t.Helper()
	people.UsePost(w.Store, people.Post{BaseURL: "https://ltc.example.com/"})
	got := ltctest.Got(people.InviteUser(ctx, w.Store, people.InviteUserInput{
		Name: "李雷", Email: email, DepartmentID: departmentOf(t, w, stage.Sales).ID,
	}))(t)
	if got.Mailed || got.Link == nil {
		t.Fatalf("without a post the link is answered, not %+v", got)
	}
	return got.User.ID, secretIn(t, *got.Link)
}

func TestAnInvitedUserChoosesAPasswordAndIsIn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id, secret := newcomer(chief(t, w), t, w, " Li.Lei@Example.com ")
		u := person(t, w, id)
		if u.Status != user.StatusInvited || u.Email != "li.lei@example.com" || len(u.Edges.Roles) != 1 || u.Edges.Roles[0].Key != "sales" {
			t.Fatalf("invited %+v with %v, want an invited one with their department's role", u, u.Edges.Roles)
		}
		if got := ltctest.Got(people.Invitation(stranger(t, w), w.Store, secret))(t); got.ID != id {
			t.Errorf("the link is %s's, want %s", got.ID, id)
		}
		_, _, err := people.Accept(stranger(t, w), w.Store, secret, "short")
		denied(t, err, "INVALID user.password_short")
		got, opened, err := people.Accept(stranger(t, w), w.Store, secret, chosen)
		ltctest.Must(t, err)
		if got.ID != id || got.Status != user.StatusActive || opened == "" {
			t.Errorf("accepted as %+v with session %q", got, opened)
		}
		s := ltctest.Got(w.Reader().Session.Query().Where(session.UserID(id)).Only(t.Context()))(t)
		if s.Method != session.MethodInvitation {
			t.Errorf("the session is by %s", s.Method)
		}
		_, _, err = people.Accept(stranger(t, w), w.Store, secret, chosen)
		denied(t, err, "INVALID invitation.over")
		if n := len(entries(t, w, audit.Invited)) + len(entries(t, w, audit.InvitationUsed)); n != 2 {
			t.Errorf("%d entries in the audit, want an invitation and its use", n)
		}
		for _, c := range w.Changes(nil) {
			for _, f := range c.Fields {
				if strings.Contains(f.Name, "password") {
					t.Errorf("the log has %s", f.Name)
				}
			}
		}
	})
}

func TestALinkThatIsOverOpensNothing(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		ends := map[string]func(t *testing.T, id, secret string) string{
			"a wrong one": func(*testing.T, string, string) string { return "ltc_ivt_wrong" },
			"one whose user was given another": func(t *testing.T, id, secret string) string {
				ltctest.Got(people.ResetUser(admin, w.Store, at(t, w, id)))(t)
				return secret
			},
			"one whose user has left": func(t *testing.T, id, secret string) string {
				ltctest.Got(people.DisableUser(admin, w.Store, at(t, w, id)))(t)
				return secret
			},
			"one of last week": func(t *testing.T, _, secret string) string {
				w.Wait(7*24*time.Hour + time.Second)
				return secret
			},
		}
		n := 0
		for name, end := range ends {
			t.Run(name, func(t *testing.T) {
				n++
				id, secret := newcomer(by(t, w, me(admin)), t, w, string(rune('a'+n))+"@example.com")
				secret = end(t, id, secret)
				_, err := people.Invitation(stranger(t, w), w.Store, secret)
				denied(t, err, "INVALID invitation.over")
				_, _, err = people.Accept(stranger(t, w), w.Store, secret, chosen)
				denied(t, err, "INVALID invitation.over")
				if person(t, w, id).PasswordHash != nil {
					t.Error("the password was set")
				}
			})
		}
	})
}

func TestAResetEndsTheSessionsAndKeepsTheSecondFactor(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		id, secret := newcomer(admin, t, w, "han@example.com")
		_, _, err := people.Accept(stranger(t, w), w.Store, secret, chosen)
		ltctest.Must(t, err)
		ltctest.Must(t, w.InTx(admin, func(ctx context.Context, tx *store.Tx) error {
			return tx.User.UpdateOneID(id).SetTotpSecret("x").SetTotpConfirmedAt(w.Now()).Exec(ctx)
		}))
		got := ltctest.Got(people.ResetUser(admin, w.Store, at(t, w, id)))(t)
		_, opened, err := people.Accept(stranger(t, w), w.Store, secretIn(t, *got.Link), "another password")
		ltctest.Must(t, err)
		left := ltctest.Got(w.Reader().Session.Query().Where(session.UserID(id)).Count(t.Context()))(t)
		if opened != "" || left != 0 {
			t.Errorf("opened %q, %d sessions left; want none past the second factor", opened, left)
		}
	})
}

func TestALinkIsMailedInTheInviteesLanguage(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		var to, subject, text string
		var broken error
		people.UsePost(w.Store, people.Post{BaseURL: "https://ltc.example.com", Send: func(_ context.Context, a, s, x string) error {
			to, subject, text = a, s, x
			return broken
		}})
		english := user.LanguageEn
		in := people.InviteUserInput{Name: "Ann", Email: "ann@example.com", DepartmentID: departmentOf(t, w, stage.Care).ID, Language: &english}
		got := ltctest.Got(people.InviteUser(admin, w.Store, in))(t)
		if !got.Mailed || got.Link != nil || to != "ann@example.com" || subject != "You are invited to LTC" {
			t.Errorf("%+v, mailed %q to %q", got, subject, to)
		}
		if u := ltctest.Got(people.Invitation(stranger(t, w), w.Store, secretIn(t, text)))(t); u.ID != got.User.ID {
			t.Errorf("the mailed link is %s's", u.ID)
		}
		in.Name, in.Email, in.Language, broken = "小安", "xiaoan@example.com", nil, errors.New("no route to the post")
		got = ltctest.Got(people.InviteUser(admin, w.Store, in))(t)
		if got.Mailed || got.Link == nil || subject != "邀请您使用 LTC" {
			t.Errorf("%+v after %q; a link that could not be mailed is answered", got, subject)
		}
	})
}
