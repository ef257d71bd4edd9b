package people_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
)

// guarded is wang with a confirmed second factor, its secret and its recovery codes.
func guarded(t *testing.T, w *ltctest.World) (*insider, string, []string) {
	t.Helper()
	i := wang(t, w)
	f := ltctest.Got(people.BeginSecondFactor(i.inside(), w.Store))(t)
	codes := ltctest.Got(people.ConfirmSecondFactor(i.inside(), w.Store, people.CodeInput{Code: code(t, f.Secret, w.Now())}))(t)
	return i, f.Secret, codes.Codes
}

func TestASecondFactorCountsOnceItIsConfirmed(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		_, err := people.ConfirmSecondFactor(i.inside(), w.Store, people.CodeInput{Code: "123456"})
		refuses(t, "before it was begun", err, fault.CodeGuardFailed, "second_factor.not_begun")
		old := ltctest.Got(people.BeginSecondFactor(i.inside(), w.Store))(t)
		f := ltctest.Got(people.BeginSecondFactor(i.inside(), w.Store))(t)
		u := ltctest.Got(url.Parse(f.URI))(t)
		if q := u.Query(); u.Scheme != "otpauth" || u.Host != "totp" || q.Get("secret") != f.Secret || q.Get("period") != "30" ||
			q.Get("digits") != "6" || q.Get("issuer") != "LTC 华恒智造" || !strings.HasSuffix(u.Path, ":wang@example.com") {
			t.Errorf("uri = %s", f.URI)
		}
		_, err = people.ConfirmSecondFactor(i.inside(), w.Store, people.CodeInput{Code: code(t, old.Secret, w.Now())})
		refuses(t, "a code of the secret before", err, fault.CodeInvalid, "signin.code_wrong")
		i.enter(t, "") // it does not count yet

		right := people.CodeInput{Code: code(t, f.Secret, w.Now())}
		codes := ltctest.Got(people.ConfirmSecondFactor(i.inside(), w.Store, right))(t).Codes
		if len(codes) != 10 || len(slices.Compact(slices.Sorted(slices.Values(codes)))) != 10 {
			t.Errorf("recovery codes: %v", codes)
		}
		_, err = people.ConfirmSecondFactor(i.inside(), w.Store, right)
		refuses(t, "once more", err, fault.CodeConflict, "second_factor.confirmed")
		_, err = people.BeginSecondFactor(i.inside(), w.Store)
		refuses(t, "another one", err, fault.CodeConflict, "second_factor.confirmed")
		kept := ltctest.Got(w.Reader().User.Get(t.Context(), i.user.ID))(t)
		for _, c := range codes {
			if slices.Contains(kept.RecoveryCodes, c) {
				t.Error("a recovery code is kept as it is")
			}
		}
		for _, c := range w.Changes(nil) {
			for _, field := range c.Fields {
				if strings.Contains(field.Name, "totp") || strings.Contains(field.Name, "recovery") || strings.Contains(field.Name, "password") {
					t.Errorf("the log holds %s", field.Name)
				}
			}
		}
	})
}

func TestSigningInWithASecondFactor(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i, secret, recovery := guarded(t, w)
		try := func(password, code string) error {
			_, _, err := people.SignIn(i.outside("10.0.0.1"), w.Store, people.Credentials{Email: i.user.Email, Password: password, Code: code})
			return err
		}
		used := code(t, secret, w.Now())
		refuses(t, "a wrong password says nothing of the factor", try("wrong", ""), fault.CodeUnauthenticated, "signin.failed")
		refuses(t, "without a code", try(password, ""), fault.CodeUnauthenticated, "signin.code_needed")
		refuses(t, "the code that confirmed it", try(password, used), fault.CodeUnauthenticated, "signin.code_wrong")
		w.Wait(time.Minute)
		refuses(t, "a code of a minute ago", try(password, used), fault.CodeUnauthenticated, "signin.code_wrong")

		now := code(t, secret, w.Now())
		ltctest.Must(t, try(password, now[:3]+" "+now[3:])) // as apps show it
		refuses(t, "the same once more", try(password, now), fault.CodeUnauthenticated, "signin.code_wrong")
		refuses(t, "the one before", try(password, code(t, secret, w.Now().Add(-30*time.Second))), fault.CodeUnauthenticated, "signin.code_wrong")
		ltctest.Must(t, try(password, code(t, secret, w.Now().Add(30*time.Second)))) // a clock that is fast

		ltctest.Must(t, try(password, strings.ToUpper(recovery[3])))
		refuses(t, "a recovery code opens once", try(password, recovery[3]), fault.CodeUnauthenticated, "signin.code_wrong")
		ltctest.Must(t, try(password, strings.ReplaceAll(recovery[4], "-", "")))
	})
}

func TestGuessingCodesIsThrottled(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	i, secret, _ := guarded(t, w)
	for range 9 {
		ltctest.Must(t, people.Failed(i.outside("10.0.0.1"), w.Store, i.user.Email))
	}
	_, err := people.EndSecondFactor(i.inside(), w.Store, people.CodeInput{Code: "000000"})
	refuses(t, "the tenth", err, fault.CodeInvalid, "signin.code_wrong")
	w.Wait(time.Minute)
	right := code(t, secret, w.Now())
	_, err = people.EndSecondFactor(i.inside(), w.Store, people.CodeInput{Code: right})
	refuses(t, "the eleventh, right", err, fault.CodeThrottled, "signin.throttled")
	_, _, err = people.SignIn(i.outside("10.0.0.1"), w.Store, people.Credentials{Email: i.user.Email, Password: password, Code: right})
	refuses(t, "at sign-in too", err, fault.CodeThrottled, "signin.throttled")
}

func TestASecondFactorEndsByACode(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i, secret, recovery := guarded(t, w)
		_, err := people.EndSecondFactor(i.inside(), w.Store, people.CodeInput{Code: code(t, secret, w.Now())})
		refuses(t, "a used code", err, fault.CodeInvalid, "signin.code_wrong")
		ltctest.Got(people.EndSecondFactor(i.inside(), w.Store, people.CodeInput{Code: recovery[0]}))(t)
		u := ltctest.Got(w.Reader().User.Get(t.Context(), i.user.ID))(t)
		if u.TotpSecret != nil || u.TotpConfirmedAt != nil || len(u.RecoveryCodes) > 0 {
			t.Errorf("kept: %v %v", u.TotpConfirmedAt, u.RecoveryCodes)
		}
		i.enter(t, "")
		_, err = people.EndSecondFactor(i.inside(), w.Store, people.CodeInput{Code: recovery[1]})
		refuses(t, "again", err, fault.CodeGuardFailed, "second_factor.not_begun")
		want := []string{"secondFactorConfirmed", "signInFailed", "secondFactorEnded", "signedIn"}
		if got := actions(t, w); !slices.Equal(got, want) {
			t.Errorf("audit: %v", got)
		}
	})
}

func TestWhoLostTheirSecondFactorIsHelpedAtTheServer(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	i, _, _ := guarded(t, w)
	ltctest.Must(t, people.ForgetSecondFactor(w.As("sales"), w.Store, "Wang@example.com"))
	i.enter(t, "")
	refuses(t, "again", people.ForgetSecondFactor(w.As("sales"), w.Store, "wang@example.com"), fault.CodeGuardFailed, "second_factor.not_begun")
	refuses(t, "nobody", people.ForgetSecondFactor(w.As("sales"), w.Store, "x@example.com"), fault.CodeInvalid, "user.unknown")
}
