package main

import (
	"log/slog"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestProxiesAreNetworks(t *testing.T) {
	got := ltctest.Got(reachFlags{TrustedProxy: []string{"10.1.2.3/8", "127.0.0.1", "2001:db8::/32"}}.proxies())(t)
	want := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("127.0.0.1/32"), netip.MustParsePrefix("2001:db8::/32")}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for _, bad := range []string{"proxy.example", "10.0.0.0/33", ""} {
		if _, err := (reachFlags{TrustedProxy: []string{bad}}).proxies(); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestAnInvitationThatCannotBeMailedIsShownUnderThePublicAddress(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	log := slog.New(slog.DiscardHandler)
	admin := call.With(t.Context(), call.New(call.System(""), w.Now(), call.API))
	for name, flags := range map[string]reachFlags{
		"without": {}, "down": {SMTPURL: "smtp://127.0.0.1:1", MailFrom: "ltc@example.com"},
	} {
		ltctest.Must(t, flags.usePost(w.Store, "https://ltc.example.com", log))
		invited := ltctest.Got(people.InviteUser(admin, w.Store, people.InviteUserInput{
			Name: name, Email: name + "@example.com", DepartmentID: *w.People[stage.Sales].DepartmentID,
		}))(t)
		if invited.Mailed || invited.Link == nil || !strings.HasPrefix(*invited.Link, "https://ltc.example.com/invitation/") {
			t.Errorf("%s: %+v", name, invited)
		}
	}
}
