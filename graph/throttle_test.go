package graph

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func TestWhoAsksTooMuchWaitsUntilEnoughHasComeBack(t *testing.T) {
	b := newBuckets(Quota{Capacity: 10_000, Restore: 200}, 10)
	steps := []struct {
		what       string
		cost, back int
		after      time.Duration
		left       int
		wait       time.Duration
	}{
		{"the first", 5000, 0, 0, 5000, 0},
		{"the second", 4900, 0, 0, 100, 0},
		{"too much", 500, 0, 0, 100, 2 * time.Second},
		{"a little", 60, 0, 0, 40, 0},
		{"half a second later", 140, 0, 500 * time.Millisecond, 0, 0},
		{"what was not used comes back", 0, 300, 500 * time.Millisecond, 300, 0},
		{"after a long time it is full, and no fuller", 0, 0, time.Hour, 10_000, 0},
		{"an operation that began earlier restores nothing", 1, 0, time.Minute, 9999, 0},
	}
	for _, s := range steps {
		left, wait := 0, time.Duration(0)
		if s.back > 0 {
			left = b.give("u", s.back, noon.Add(s.after))
		} else {
			left, wait = b.take("u", s.cost, noon.Add(s.after))
		}
		if left != s.left || wait != s.wait {
			t.Errorf("%s: %d left, wait %s; want %d, %s", s.what, left, wait, s.left, s.wait)
		}
	}
	if left, _ := b.take("v", 1, noon); left != 9999 {
		t.Errorf("another has %d left", left)
	}
}

func TestNothingIsSpentTwiceByManyAtOnce(t *testing.T) {
	b := newBuckets(Quota{Capacity: 10_000, Restore: 200}, 10)
	var taken atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for range 100 {
				if _, wait := b.take("u", 7, noon); wait == 0 {
					taken.Add(7)
				}
			}
		})
	}
	all.Wait()
	if left, _ := b.take("u", 0, noon); left != 10_000-int(taken.Load()) || left >= 7 {
		t.Errorf("%d taken, %d left", taken.Load(), left)
	}
}

func TestBucketsAreBoundedInNumber(t *testing.T) {
	b := newBuckets(Quota{Capacity: 100, Restore: 10}, 50)
	for i := range 1000 {
		b.take(fmt.Sprint(i), 1, noon)
	}
	if len(b.m) > 51 {
		t.Errorf("%d buckets", len(b.m))
	}
	if left, _ := b.take("a newcomer", 0, noon); left != 0 {
		t.Errorf("newcomers share what is left of one: %d", left)
	}
	if left, _ := b.take("7", 1, noon); left != 98 {
		t.Errorf("who was there keeps their own: %d", left)
	}
	later := noon.Add(time.Minute)
	if left, _ := b.take("a newcomer", 1, later); left != 99 || len(b.m) != 1 {
		t.Errorf("when the others are full again: %d left, %d buckets", left, len(b.m))
	}
}

func TestOneCustomerOfAProviderIsOneNeighbour(t *testing.T) {
	for address, want := range map[string]string{
		"203.0.113.9": "203.0.113.9", "::ffff:203.0.113.9": "203.0.113.9", "not one": "not one",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "2001:db8:1:2::9%eth0": "2001:db8:1:2::/64",
	} {
		if got := neighbourhood(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestRecordsOfAnAnswerAreCounted(t *testing.T) {
	for data, want := range map[string]int{
		``: 0, `null`: 0, `{}`: 0, `{"a":null}`: 0, `{"a":{"b":1}}`: 1, `{"a":[{"b":{}},{"b":null}]}`: 3,
		`{"a":"{{{","b":{"c":"\"{","d":"\\"}}`: 1, `{"a":"broken`: 0,
		`{"a":{"name":{"zh":"线索","en":"Lead"},"gross":{"amount":"1.00","currency":"CNY"},"net":{"amount":null}}}`: 1,
	} {
		if got := objects([]byte(data)); got != want {
			t.Errorf("%s has %d, want %d", data, got, want)
		}
	}
}

func BenchmarkRecordsOfAnAnswer(b *testing.B) {
	row := []byte(`{"node":{"id":"lead_01jd0000000000000000000000","company":"华恒智造","owner":{"name":"王雪"}}},`)
	data := []byte(`{"leads":[`)
	for range 1000 {
		data = append(data, row...)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		objects(data)
	}
}

// A page of the app asks for 600 at most, apart from the first one and the board, and most of what it asks is not there.
func TestWhoOpensAPageASecondNeverWaits(t *testing.T) {
	b := newBuckets(UsualQuota, 10)
	for second := range 3600 {
		now := noon.Add(time.Duration(second) * time.Second)
		if _, wait := b.take("u", 600, now); wait > 0 {
			t.Fatalf("after %d pages: %s", second, wait)
		}
		b.give("u", 600-180, now)
	}
}
