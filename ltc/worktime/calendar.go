package worktime

import (
	"sort"
	"time"
)

// Calendar says when a legal entity works: its zone, its hours on each day of the week, and the days that are
// otherwise. Business time is counted from 1990 to 2099; outside of these years none passes. Its values are made by
// Default, China and ByName, are never changed and may be shared.
type Calendar struct {
	zone   *time.Location
	week   [7][]hours
	days   map[Date]bool   // days unlike their weekday: true is worked with Monday's hours (调休), false is off
	worked []time.Duration // before each day since firstDay, so that a span costs two look-ups
}

// hours are worked without a pause, in minutes after midnight; 0 to 1440 is the whole day.
type hours struct{ from, to int }

var (
	firstDay = NewDate(1990, time.January, 1)
	lastDay  = NewDate(2099, time.December, 31)
)

// newCalendar reckons the working time of every day once. At least Monday must have hours.
func newCalendar(zone *time.Location, week [7][]hours, days map[Date]bool) Calendar {
	c := Calendar{zone: zone, week: week, days: days}
	total := time.Duration(0)
	for d := firstDay; !d.After(lastDay); d = d.AddDays(1) {
		c.worked = append(c.worked, total)
		for _, h := range c.hoursOf(d) {
			total += d.clock(h.to, zone).Sub(d.clock(h.from, zone))
		}
	}
	c.worked = append(c.worked, total)
	return c
}

func (c Calendar) hoursOf(d Date) []hours {
	works, special := c.days[d]
	switch {
	case !special:
		return c.week[d.Weekday()]
	case works:
		return c.week[time.Monday]
	default:
		return nil
	}
}

// Zone is the legal entity's time zone.
func (c Calendar) Zone() *time.Location { return c.zone }

// Today is the legal entity's date at an instant. No other function decides what day it is (R18, R46).
func (c Calendar) Today(now time.Time) Date { return DateOf(now, c.zone) }

// IsWorkday tells whether anyone works on the date.
func (c Calendar) IsWorkday(d Date) bool { return len(c.hoursOf(d)) > 0 }

// NextWorkday is the date itself if it is a working day, else the first one after it (R45).
func (c Calendar) NextWorkday(d Date) Date {
	for !c.IsWorkday(d) {
		d = d.AddDays(1)
	}
	return d
}

// AddWorkdays is the n-th working day after the date; with n = 0 it is the date itself (R34).
func (c Calendar) AddWorkdays(d Date, n int) Date {
	for range n {
		d = c.NextWorkday(d.AddDays(1))
	}
	return d
}

// Elapsed is the business time from one instant to another; it is negative where to lies before from. Elapsed(a, b) +
// Elapsed(b, c) is always Elapsed(a, c).
func (c Calendar) Elapsed(from, to time.Time) time.Duration { return c.until(to) - c.until(from) }

// Remaining is the business time that is left of a target that began at since; it is negative when overdue.
func (c Calendar) Remaining(since, now time.Time, target time.Duration) time.Duration {
	return target - c.Elapsed(since, now)
}

// Add is the earliest instant at which the business time d has passed since t, also backwards; for d = 0 it is t.
func (c Calendar) Add(t time.Time, d time.Duration) time.Time {
	if d == 0 {
		return t
	}
	target := c.until(t) + d
	after := sort.Search(len(c.worked), func(i int) bool { return c.worked[i] >= target })
	switch after {
	case 0:
		return firstDay.Start(c.zone)
	case len(c.worked):
		return lastDay.End(c.zone)
	}
	day := firstDay.AddDays(after - 1)
	left := target - c.worked[after-1]
	for _, h := range c.hoursOf(day) {
		start := day.clock(h.from, c.zone)
		length := day.clock(h.to, c.zone).Sub(start)
		if left <= length {
			return start.Add(left)
		}
		left -= length
	}
	return day.End(c.zone)
}

// until is the business time from firstDay to t.
func (c Calendar) until(t time.Time) time.Duration {
	day := c.Today(t)
	if day.Before(firstDay) {
		return 0
	}
	if day.After(lastDay) {
		return c.worked[len(c.worked)-1]
	}
	passed := c.worked[firstDay.DaysUntil(day)]
	for _, h := range c.hoursOf(day) {
		start := day.clock(h.from, c.zone)
		if !t.After(start) {
			break
		}
		end := day.clock(h.to, c.zone)
		passed += min(t.Sub(start), end.Sub(start))
	}
	return passed
}
