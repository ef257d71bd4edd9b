package people_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestEachSignInOpensASessionOfItsOwn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		a, b := i.enter(t, ""), i.enter(t, "")
		if a.session == b.session || a.secret == b.secret || !strings.HasPrefix(a.secret, "ltc_ses_") {
			t.Errorf("sessions %s, %s", a.session, b.session)
		}
		s := ltctest.Got(w.Reader().Session.Get(t.Context(), a.session))(t)
		if s.Address != "10.0.0.1" || s.UserAgent != "Browser/1" || s.Method != session.MethodPassword {
			t.Errorf("session = %+v", s)
		}
		e := ltctest.Got(w.Reader().AuditEntry.Query().Order(db.Desc(auditentry.FieldID)).First(t.Context()))(t)
		if e.Action != "signedIn" || e.Actor != i.user.ID || e.Subject != "wang@example.com" || e.Address != "10.0.0.1" || e.UserAgent != "Browser/1" {
			t.Errorf("audit = %+v", e)
		}
		ltctest.Must(t, people.SignOut(a.inside(), w.Store, a.secret))
		ltctest.Must(t, people.SignOut(a.inside(), w.Store, a.secret)) // over already
		_, _, err := people.BySession(i.outside(""), w.Store, a.secret)
		refuses(t, "a session that was left", err, fault.CodeUnauthenticated, "signin.needed")
		if _, _, err := people.BySession(i.outside(""), w.Store, b.secret); err != nil {
			t.Errorf("the other browser's: %v", err)
		}
		if got := actions(t, w); !slices.Equal(got, []string{"signedIn", "signedIn", "signedOut"}) {
			t.Errorf("audit: %v", got)
		}
	})
}

func TestWhoCannotSignInIsAnsweredAlikeAndAfterTheSameTime(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		suspended := ltctest.Got(people.AddUser(i.inside(), w.Store, people.NewUser{
			Name: "李", Email: "li@example.com", Password: password, Department: "sales",
		}))(t)
		ltctest.Must(t, w.InTx(i.inside(), func(ctx ctx, tx *store.Tx) error {
			return tx.User.UpdateOneID(suspended.ID).SetStatus(user.StatusSuspended).Exec(ctx)
		}))
		hash := fastest(t)
		for name, in := range map[string]people.Credentials{
			"wrong":     {Email: "wang@example.com", Password: "wrong"},
			"unknown":   {Email: "nobody@example.com", Password: password},
			"nonsense":  {Email: "\x00" + strings.Repeat("x", 300), Password: password},
			"none":      {Email: "sales@example.com", Password: ""}, // has no password
			"suspended": {Email: "li@example.com", Password: password},
		} {
			begun := time.Now()
			_, secret, err := people.SignIn(i.outside("10.0.0.2"), w.Store, in)
			if took := time.Since(begun); took < hash/2 {
				t.Errorf("%s took %s, a hash %s", name, took, hash)
			}
			refuses(t, name, err, fault.CodeUnauthenticated, "signin.failed")
			if secret != "" {
				t.Errorf("%s: a secret", name)
			}
		}
	})
}

// fastest is how long a hash takes at least on this machine.
func fastest(t *testing.T) time.Duration {
	t.Helper()
	least := time.Hour
	for range 3 {
		begun := time.Now()
		ltctest.Must(t, people.HashOnce())
		least = min(least, time.Since(begun))
	}
	return least
}

func TestGuessingIsThrottledByAccountAndByAddress(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		try := func(email, password, address string) error {
			_, _, err := people.SignIn(i.outside(address), w.Store, people.Credentials{Email: email, Password: password})
			return err
		}
		fail := func(n int, email, address string) { // as failures are written down, without the time of a hash
			for range n {
				ltctest.Must(t, people.Failed(i.outside(address), w.Store, email))
			}
		}
		fail(9, i.user.Email, "10.0.0.3")
		ltctest.Must(t, try(" Wang@Example.com ", password, "10.0.0.3")) // the tenth is right: it begins anew
		fail(9, i.user.Email, "10.0.0.3")
		refuses(t, "the tenth failure", try(i.user.Email, "guess", "10.0.0.3"), fault.CodeUnauthenticated, "signin.failed")
		for range 2 {
			refuses(t, "the eleventh", try(i.user.Email, password, "10.0.0.4"), fault.CodeThrottled, "signin.throttled")
		}
		ltctest.Must(t, people.Failed(i.outside("10.0.0.3"), w.Store, "x@example.com"))
		refuses(t, "another account from there", try("sales@example.com", "x", "10.0.0.3"), fault.CodeUnauthenticated, "signin.failed")

		fail(100, "many@example.com", "10.0.0.5")
		refuses(t, "the address", try("sales@example.com", "x", "10.0.0.5"), fault.CodeThrottled, "signin.throttled")
		refuses(t, "another address", try("sales@example.com", "x", "10.0.0.6"), fault.CodeUnauthenticated, "signin.failed")
		throttled := ltctest.Got(w.Reader().AuditEntry.Query().Where(auditentry.Action("signInThrottled")).Count(t.Context()))(t)
		if throttled != 2 {
			t.Errorf("the throttle is written down %d times, want once for the account and once for the address", throttled)
		}
		w.Wait(16 * time.Minute)
		ltctest.Must(t, try(i.user.Email, password, "10.0.0.5"))
	})
}

func TestASessionEndsByItself(t *testing.T) {
	tests := []struct {
		name string
		wait []time.Duration
		open bool
	}{
		{"used now and then", []time.Duration{11 * time.Hour, 11 * time.Hour}, true},
		{"idle for half a day", []time.Duration{12*time.Hour + time.Minute}, false},
		{"after thirty days of use", slices.Repeat([]time.Duration{11 * time.Hour}, 67), false},
	}
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		for _, tt := range tests {
			s := i.enter(t, "")
			var err error
			for _, d := range tt.wait {
				w.Wait(d)
				_, _, err = people.BySession(i.outside(""), w.Store, s.secret)
			}
			if (err == nil) != tt.open {
				t.Errorf("%s: %v", tt.name, err)
			}
		}
		i.enter(t, "") // forgets those that are over
		if n := ltctest.Got(w.Reader().Session.Query().Count(t.Context()))(t); n != 1 {
			t.Errorf("%d sessions are kept", n)
		}
	})
}

func TestWhatStaysOpenIsRenewedOrEnds(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w).enter(t, "")
		again := func() (call.Viewer, error) {
			return people.Renewed(i.outside(""), w.Store, call.From(i.inside()))
		}
		if v, err := again(); err != nil || v.UserID != i.user.ID || v.Admin() {
			t.Fatalf("%+v %v", v, err)
		}
		other := i.enter(t, "")
		ltctest.Must(t, people.EndSession(other.inside(), w.Store, people.EndSessionInput{ID: i.session}))
		_, err := again()
		refuses(t, "an ended session", err, fault.CodeUnauthenticated, "signin.needed")
	})
}
