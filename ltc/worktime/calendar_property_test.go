package worktime

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// calendars are of offices and of a hotline that works through every night on which clocks are changed.
var calendars = func() (all []Calendar) {
	night := [7][]hours{}
	for day := range night {
		night[day] = []hours{{0, 5 * 60}, {22 * 60, minutesPerDay}}
	}
	always := [7][]hours{}
	for day := range always {
		always[day] = []hours{{0, minutesPerDay}}
	}
	for _, name := range []string{"Asia/Shanghai", "Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "America/St_Johns"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			panic(err)
		}
		all = append(all, Default(loc), China(loc), newCalendar(loc, night, nil), newCalendar(loc, always, nil))
	}
	return all
}()

var instants = rapid.Custom(func(t *rapid.T) time.Time {
	seconds := rapid.OneOf(
		rapid.Int64Range(1_000_000_000, 1_900_000_000),
		rapid.Map(rapid.Int64Range(500_000, 1_200_000), func(half int64) int64 { return half * 1800 }),
	).Draw(t, "seconds")
	return time.Unix(seconds, rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).UTC()
})

func TestElapsedIsAdditiveMonotoneAndNoMoreThanTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(calendars).Draw(t, "calendar")
		a, b, m := instants.Draw(t, "a"), instants.Draw(t, "b"), instants.Draw(t, "m")
		if c.Elapsed(a, b) != c.Elapsed(a, m)+c.Elapsed(m, b) {
			t.Fatalf("%s from %s to %s, but %s and %s over %s", c.Elapsed(a, b), a, b, c.Elapsed(a, m), c.Elapsed(m, b), m)
		}
		if b.Before(a) {
			a, b = b, a
		}
		if got := c.Elapsed(a, b); got < 0 || got > b.Sub(a) {
			t.Fatalf("%s of business time from %s to %s", got, a, b)
		}
	})
}

func TestWhoAlwaysWorksWorksAllTheTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendars[4*rapid.IntRange(0, len(calendars)/4-1).Draw(t, "zone")+3]
		a, b := instants.Draw(t, "a"), instants.Draw(t, "b")
		if got, want := c.Elapsed(a, b), b.Sub(a); got != want {
			t.Fatalf("%s from %s to %s in %s, want %s", got, a, b, c.zone, want)
		}
	})
}

func TestElapsedIsWhatCountingMinutesGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(calendars).Draw(t, "calendar")
		from := instants.Draw(t, "from").Truncate(time.Minute)
		to := from.Add(time.Duration(rapid.IntRange(0, 5*24*60).Draw(t, "minutes")) * time.Minute)
		want := time.Duration(0)
		for at := from; at.Before(to); at = at.Add(time.Minute) {
			local := at.In(c.zone)
			minute := local.Hour()*60 + local.Minute()
			for _, h := range c.hoursOf(DateOf(at, c.zone)) {
				if minute >= h.from && minute < h.to {
					want += time.Minute
				}
			}
		}
		if got := c.Elapsed(from, to); got != want {
			t.Fatalf("%s from %s to %s in %s, want %s", got, from, to, c.zone, want)
		}
	})
}

func TestAddIsTheEarliestInstantWithThatMuchElapsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(calendars).Draw(t, "calendar")
		from := instants.Draw(t, "from")
		d := time.Duration(rapid.Int64Range(-int64(2000*time.Hour), int64(2000*time.Hour)).Draw(t, "d"))
		if d == 0 {
			return
		}
		to := c.Add(from, d)
		if c.Elapsed(from, to) != d {
			t.Fatalf("%s after %s is %s, but %s have elapsed", d, from, to, c.Elapsed(from, to))
		}
		if earlier := to.Add(-1); c.Elapsed(from, earlier) >= d {
			t.Fatalf("%s after %s is earlier than %s", d, from, to)
		}
	})
}
