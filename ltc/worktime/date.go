// Package worktime knows what day it is for a company and how much working time lies between two instants (R51).
// It holds civil dates without a zone and the calendars of legal entities; it never asks a clock.
package worktime

import (
	"cmp"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
)

// Date is a business date without a zone: a due date, a validity, a receipt. The zero value is no date.
type Date struct {
	number int32 // days since 0000-12-31
}

const (
	unixEpoch     = 719163 // the number of 1970-01-01
	secondsPerDay = 24 * 60 * 60
)

// NewDate is the date of a year, month and day; values out of range are carried over as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC), time.UTC)
}

// DateOf is the date that a calendar on the wall shows in the zone at an instant.
func DateOf(t time.Time, loc *time.Location) Date {
	t = t.In(loc)
	_, offset := t.Zone()
	days := floorDiv(t.Unix()+int64(offset), secondsPerDay)
	return Date{int32(days + unixEpoch)}
}

func floorDiv(a, b int64) int64 {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// ParseDate reads "2026-11-24".
//
// Errors: INVALID date.invalid.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, fault.Invalid("date.invalid", map[string]any{"value": shown(s)})
	}
	return DateOf(t, time.UTC), nil
}

// shown keeps a hostile input from filling the answer and the log.
func shown(s string) string {
	const enough = 40
	return s[:min(len(s), enough)]
}

// String is "2026-11-24", and "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

// utc is midnight UTC of the date, for reckoning only.
func (d Date) utc() time.Time { return time.Unix(int64(d.number-unixEpoch)*secondsPerDay, 0).UTC() }

// IsZero tells that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Year of the date.
func (d Date) Year() int { return d.utc().Year() }

// Month of the year.
func (d Date) Month() time.Month { return d.utc().Month() }

// Day of the month, from 1.
func (d Date) Day() int { return d.utc().Day() }

// Weekday of the date.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// AddDays is n days later, earlier where n is negative.
func (d Date) AddDays(n int) Date { return Date{d.number + int32(n)} }

// AddMonths is the same day n months later, or that month's last day where it is shorter: 31 January + 1 is 28 February.
func (d Date) AddMonths(n int) Date {
	first := NewDate(d.Year(), d.Month()+time.Month(n), 1)
	return NewDate(first.Year(), first.Month(), min(d.Day(), first.MonthEnd().Day()))
}

// MonthEnd is the last day of the date's month (R45).
func (d Date) MonthEnd() Date { return NewDate(d.Year(), d.Month()+1, 0) }

// DaysUntil counts the days from d to other; negative where other lies before.
func (d Date) DaysUntil(other Date) int { return int(other.number - d.number) }

// Compare is -1, 0 or 1 as d lies before other, is it or lies after it.
func (d Date) Compare(other Date) int { return cmp.Compare(d.number, other.number) }

// Before tells whether d lies before other.
func (d Date) Before(other Date) bool { return d.number < other.number }

// After tells whether d lies after other.
func (d Date) After(other Date) bool { return d.number > other.number }

// Start is the first instant of the date in a zone: midnight, or what follows it where the clock was put forward then.
func (d Date) Start(loc *time.Location) time.Time { return d.clock(0, loc) }

// End is the first instant after the date in a zone; what is valid on a date is so before End (R18).
func (d Date) End(loc *time.Location) time.Time { return d.AddDays(1).Start(loc) }
