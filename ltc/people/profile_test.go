package people_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

type ctx = context.Context

func to[T any](v T) *T { return &v }

func TestAProfileIsOnesOwn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		change := func(in people.UpdateProfileInput) error {
			_, err := people.UpdateProfile(i.inside(), w.Store, in)
			return err
		}
		ltctest.Must(t, change(people.UpdateProfileInput{
			Phone: to("138 0013 8000"), Language: to(user.LanguageEn), TimeZone: to("Europe/Berlin"), Theme: to(user.ThemeDark),
		}))
		u := ltctest.Got(w.Reader().User.Get(t.Context(), i.user.ID))(t)
		if *u.Phone != "+8613800138000" || u.Language != user.LanguageEn || *u.TimeZone != "Europe/Berlin" || u.Theme != user.ThemeDark || u.Version != 2 {
			t.Errorf("user = %+v", u)
		}
		for _, zone := range []string{"Mars/Olympus", "Local", "../etc/passwd"} {
			refuses(t, zone, change(people.UpdateProfileInput{TimeZone: &zone}), fault.CodeInvalid, "calendar.unknown_zone")
		}
		refuses(t, "a telephone", change(people.UpdateProfileInput{Phone: to("call me")}), fault.CodeInvalid, "input.phone")
		ltctest.Must(t, change(people.UpdateProfileInput{Phone: to(""), TimeZone: to("")}))
		u = ltctest.Got(w.Reader().User.Get(t.Context(), i.user.ID))(t)
		if u.Phone != nil || u.TimeZone != nil || u.Version != 3 || u.Theme != user.ThemeDark {
			t.Errorf("user = %+v", u)
		}
	})
}

func TestAChangedPasswordEndsTheOtherSessions(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		here, there := i.enter(t, ""), i.enter(t, "")
		change := func(current, next string) error {
			_, err := people.ChangePassword(here.inside(), w.Store, people.ChangePasswordInput{Current: current, New: next})
			return err
		}
		refuses(t, "a wrong one", change("wrong", "battery staple"), fault.CodeInvalid, "signin.password_wrong")
		refuses(t, "a short one", change(password, "1234567"), fault.CodeInvalid, "user.password_short")
		refuses(t, "a book", change(password, strings.Repeat("x", 1001)), fault.CodeInvalid, "input.too_long")
		ltctest.Must(t, change(password, "battery staple"))
		_, _, err := people.BySession(i.outside(""), w.Store, there.secret)
		refuses(t, "the other session", err, fault.CodeUnauthenticated, "signin.needed")
		if _, _, err := people.BySession(i.outside(""), w.Store, here.secret); err != nil {
			t.Errorf("this session: %v", err)
		}
		_, _, err = people.SignIn(i.outside("10.0.0.1"), w.Store, people.Credentials{Email: i.user.Email, Password: password})
		refuses(t, "the old password", err, fault.CodeUnauthenticated, "signin.failed")
		_, _, err = people.SignIn(i.outside("10.0.0.1"), w.Store, people.Credentials{Email: i.user.Email, Password: "battery staple"})
		ltctest.Must(t, err)
		if got := strings.Join(actions(t, w), " "); !strings.Contains(got, "signInFailed passwordChanged") {
			t.Errorf("audit: %s", got)
		}
	})
}

func TestATokenIsMadeUsedAndRevoked(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		make := func(name string, until *time.Time) (*people.NewToken, error) {
			return people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{Name: name, ExpiresAt: until})
		}
		_, err := make("  ", nil)
		refuses(t, "without a name", err, fault.CodeInvalid, "input.required")
		for name, d := range map[string]time.Duration{"past": -time.Minute, "far": 400 * 24 * time.Hour} {
			_, err = make("ERP", to(w.Now().Add(d)))
			refuses(t, name, err, fault.CodeInvalid, "token.expiry")
		}
		n := ltctest.Got(make("ERP", nil))(t)
		if !strings.HasPrefix(n.Secret, "ltc_pat_") || !strings.HasSuffix(n.Secret, n.Token.Hint) || len(n.Token.Hint) != 4 ||
			!n.Token.ExpiresAt.Equal(w.Now().Add(90*24*time.Hour)) {
			t.Errorf("token = %+v", n.Token)
		}
		v, err := people.ByToken(i.outside(""), w.Store, n.Secret)
		if err != nil || v.Kind != call.ByToken || v.UserID != i.user.ID || v.Principal != n.Token.ID {
			t.Errorf("%+v %v", v, err)
		}
		stranger := w.As("finance")
		refuses(t, "somebody else's", people.RevokeToken(stranger, w.Store, people.RevokeTokenInput{ID: n.Token.ID}), fault.CodeNotFound, "record.not_found")
		ltctest.Must(t, people.RevokeToken(i.inside(), w.Store, people.RevokeTokenInput{ID: n.Token.ID}))
		_, err = people.ByToken(i.outside(""), w.Store, n.Secret)
		refuses(t, "a revoked one", err, fault.CodeUnauthenticated, "signin.token_wrong")
		refuses(t, "again", people.RevokeToken(i.inside(), w.Store, people.RevokeTokenInput{ID: n.Token.ID}), fault.CodeNotFound, "record.not_found")
		short := ltctest.Got(make("short", to(w.Now().Add(time.Hour))))(t)
		w.Wait(2 * time.Hour)
		_, err = people.ByToken(i.outside(""), w.Store, short.Secret)
		refuses(t, "one that is over", err, fault.CodeUnauthenticated, "signin.token_wrong")
		if got := strings.Join(actions(t, w), " "); got != "tokenCreated tokenRevoked tokenCreated" {
			t.Errorf("audit: %s", got)
		}
	})
}

func TestARetryMakesNoSecondToken(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		c := call.From(i.inside())
		c.IdempotencyKey, c.ResponseName = "k1", "createToken"
		ctx := call.With(t.Context(), c)
		ltctest.Got(people.CreateToken(ctx, w.Store, people.CreateTokenInput{Name: "ERP"}))(t)
		_, err := people.CreateToken(ctx, w.Store, people.CreateTokenInput{Name: "ERP"})
		refuses(t, "a retry", err, fault.CodeConflict, "token.shown")
		if n := ltctest.Got(w.Reader().Token.Query().Count(t.Context()))(t); n != 1 {
			t.Errorf("%d tokens", n)
		}
	})
}

// own are the viewer's own affairs; strict are those that a token must not do.
var own = map[string]struct {
	strict bool
	call   func(ctx, *store.Store) error
}{
	"updateProfile": {false, func(c ctx, st *store.Store) error {
		_, err := people.UpdateProfile(c, st, people.UpdateProfileInput{Phone: to("")})
		return err
	}},
	"changePassword": {true, func(c ctx, st *store.Store) error {
		_, err := people.ChangePassword(c, st, people.ChangePasswordInput{Current: password, New: "battery staple"})
		return err
	}},
	"beginSecondFactor": {true, func(c ctx, st *store.Store) error {
		_, err := people.BeginSecondFactor(c, st)
		return err
	}},
	"confirmSecondFactor": {true, func(c ctx, st *store.Store) error {
		_, err := people.ConfirmSecondFactor(c, st, people.CodeInput{Code: "1"})
		return err
	}},
	"endSecondFactor": {true, func(c ctx, st *store.Store) error {
		_, err := people.EndSecondFactor(c, st, people.CodeInput{Code: "1"})
		return err
	}},
	"endSession": {false, func(c ctx, st *store.Store) error {
		return people.EndSession(c, st, people.EndSessionInput{ID: "ses_x"})
	}},
	"createToken": {true, func(c ctx, st *store.Store) error {
		_, err := people.CreateToken(c, st, people.CreateTokenInput{Name: "ERP"})
		return err
	}},
	"revokeToken": {false, func(c ctx, st *store.Store) error {
		return people.RevokeToken(c, st, people.RevokeTokenInput{ID: "tok_x"})
	}},
}

func TestOnesOwnAffairsAreNobodyElses(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	i := wang(t, w)
	seen := call.From(i.inside())
	seen.Viewer.SeenBy = w.People["sales"].ID
	for name, verb := range own {
		t.Run(name, func(t *testing.T) {
			refuses(t, "nobody", verb.call(i.outside(""), w.Store), fault.CodeUnauthenticated, "signin.needed")
			refuses(t, "through their eyes", verb.call(call.With(t.Context(), seen), w.Store), fault.CodeForbidden, "access.seen_as")
			system := call.With(t.Context(), call.New(call.System(""), w.Now(), call.Automation))
			refuses(t, "the system", verb.call(system, w.Store), fault.CodeForbidden, "access.person_needed")
			err := verb.call(i.byToken(), w.Store)
			if verb.strict {
				refuses(t, "a token", err, fault.CodeForbidden, "signin.session_needed")
			} else if fault.CodeOf(err) == fault.CodeForbidden {
				t.Errorf("a token: %v", err)
			}
		})
	}
	if n := len(actions(t, w)); n != 0 {
		t.Errorf("something happened: %v", actions(t, w))
	}
}

func TestASessionIsEndedByItsOwnerOnly(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		here, there := i.enter(t, ""), i.enter(t, "")
		in := people.EndSessionInput{ID: there.session}
		refuses(t, "a stranger", people.EndSession(w.As("finance"), w.Store, in), fault.CodeNotFound, "record.not_found")
		ltctest.Must(t, people.EndSession(here.inside(), w.Store, in))
		refuses(t, "again", people.EndSession(here.inside(), w.Store, in), fault.CodeNotFound, "record.not_found")
		_, _, err := people.BySession(i.outside(""), w.Store, there.secret)
		refuses(t, "the ended one", err, fault.CodeUnauthenticated, "signin.needed")
	})
}
