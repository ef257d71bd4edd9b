package signin

import (
	"net/http/httptest"
	"testing"
)

func TestACookieIsForSocketsOfOurOwnPages(t *testing.T) {
	for origin, want := range map[string]bool{
		"https://ltc.example.com": true, "https://LTC.example.com": true, "https://ltc.example.com:8443": false,
		"https://partner.example": false, "https://ltc.example.com.evil.example": false, "null": false, "": false,
	} {
		r := httptest.NewRequest("GET", "https://ltc.example.com/graphql", nil)
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		if got := ownPage(r); got != want {
			t.Errorf("%q: %v", origin, got)
		}
	}
}

func TestABellIsHeardByWhoWaits(t *testing.T) {
	var b bell
	b.ring() // by nobody
	first := b.rung()
	b.ring()
	<-first
	select {
	case <-b.rung():
		t.Error("it is heard after it rang")
	default:
	}
}
