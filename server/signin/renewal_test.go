package signin

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
)

func TestALookIsSharedByThoseForWhomItIsRecentEnough(t *testing.T) {
	var r renewals
	var looks atomic.Int64
	look := func() *watched {
		return &watched{viewer: call.Viewer{Principal: string(rune('a' + looks.Add(1)))}}
	}
	one, begin := caller{principal: "usr_a"}, time.Now()
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() {
			if w := r.of(t.Context(), one, begin, look); w.viewer.Principal != "b" {
				t.Errorf("found %v", w.viewer)
			}
		})
	}
	group.Wait()
	if r.of(t.Context(), caller{principal: "usr_a", seenBy: "usr_b"}, begin, look); looks.Load() != 2 {
		t.Errorf("%d looks for two callers", looks.Load())
	}
	var b bell
	b.ring()
	if w := r.of(t.Context(), one, b.since(), look); looks.Load() != 3 || w.viewer.Principal != "d" {
		t.Errorf("%d looks, %v: what was found before the ring is told after it", looks.Load(), w.viewer)
	}
}
