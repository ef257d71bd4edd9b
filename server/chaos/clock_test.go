package chaos

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

func TestAClockThatIsPutForwardEndsATokensTime(t *testing.T) {
	url := ltctest.SQLite(t)
	c := found(t, url, 0)
	for offset, want := range map[string]string{"0s": "", "2159h": "", "2161h": "UNAUTHENTICATED"} { // 90 days are 2160 hours
		addr := freeAddr(t)
		s := start(t, c.url, addr, "LTC_CLOCK_OFFSET="+offset)
		s.ready()
		a := ltctest.Got(newClient(addr, c.token).do(t.Context(), "", `{ viewer { name } }`, nil))(t)
		if a.code() != want {
			t.Errorf("%s later: %+v", offset, a)
		}
		s.kill()
	}
}
