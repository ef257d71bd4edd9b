package worktime_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func TestParseDate(t *testing.T) {
	for text, rule := range map[string]string{
		"2026-11-24":           "",
		"2024-02-29":           "",
		"0001-01-01":           "",
		"9999-12-31":           "",
		"2026-02-29":           "date.invalid",
		"2026-11-31":           "date.invalid",
		"2026-1-2":             "date.invalid",
		"0000-12-31":           "date.invalid",
		"24.11.2026":           "date.invalid",
		"2026-11-24T00:00:00Z": "date.invalid",
		"":                     "date.invalid",
	} {
		d, err := worktime.ParseDate(text)
		if fault.RuleOf(err) != rule || (err == nil && d.String() != text) {
			t.Errorf("ParseDate(%q) = %s, %v; want %q", text, d, err, rule)
		}
	}
}

func TestTheZeroDateIsNoDate(t *testing.T) {
	var none worktime.Date
	if !none.IsZero() || none.String() != "" || date("0001-01-01").IsZero() {
		t.Error("only the zero value is no date")
	}
}

func TestDatesAreReckonedLikeTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Unix(rapid.Int64Range(-62135596800, 253402300799).Draw(t, "seconds"), 0).UTC().Truncate(24 * time.Hour)
		d := worktime.NewDate(day.Date())
		if d.String() != day.Format(time.DateOnly) || d.Weekday() != day.Weekday() || d.Year() != day.Year() ||
			d.Month() != day.Month() || d.Day() != day.Day() {
			t.Fatalf("%s is shown as %s, a %s", day, d, d.Weekday())
		}
		n := rapid.IntRange(-300_000, 300_000).Draw(t, "days")
		later := d.AddDays(n)
		if want := worktime.NewDate(day.AddDate(0, 0, n).Date()); later != want {
			t.Fatalf("%s and %d days is %s, want %s", d, n, later, want)
		}
		if d.DaysUntil(later) != n || d.Before(later) != (n > 0) || d.After(later) != (n < 0) || (d.Compare(later) == 0) != (n == 0) {
			t.Fatalf("%s is %d days from %s", later, d.DaysUntil(later), d)
		}
	})
}

func TestMonthsEndWhereTheyEnd(t *testing.T) {
	for from, want := range map[string]string{
		"2026-01-31": "2026-02-28",
		"2024-01-31": "2024-02-29",
		"2026-11-30": "2026-12-30",
		"2026-12-15": "2027-01-15",
	} {
		if got := date(from).AddMonths(1).String(); got != want {
			t.Errorf("a month after %s is %s, want %s", from, got, want)
		}
	}
	if got := date("2026-03-31").AddMonths(-13).String(); got != "2025-02-28" {
		t.Errorf("13 months before 2026-03-31 is %s", got)
	}
	if got := date("2024-02-01").MonthEnd().String(); got != "2024-02-29" {
		t.Errorf("February 2024 ends on %s", got)
	}
}

func TestDateOfIsTheDateInTheZone(t *testing.T) {
	instant := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	for name, want := range map[string]string{
		"UTC": "2026-11-24", "Asia/Shanghai": "2026-11-25", "America/New_York": "2026-11-24", "Pacific/Kiritimati": "2026-11-25",
	} {
		if got := worktime.DateOf(instant, zone(name)).String(); got != want {
			t.Errorf("16:00 UTC is %s in %s, want %s", got, name, want)
		}
	}
	if got := worktime.DateOf(time.Date(1969, 12, 31, 23, 0, 0, 0, time.UTC), time.UTC).String(); got != "1969-12-31" {
		t.Errorf("an hour before the epoch is %s", got)
	}
}

// In Havana midnight comes twice in autumn and never in spring, Apia left out 2011-12-30 altogether.
func TestADayBeginsWithItsFirstInstant(t *testing.T) {
	for _, name := range []string{"Asia/Shanghai", "America/Havana", "America/Sao_Paulo", "Europe/Berlin", "Asia/Beirut", "Africa/Cairo"} {
		loc := zone(name)
		for d := date("2010-01-01"); d.Before(date("2019-01-01")); d = d.AddDays(1) {
			start := d.Start(loc)
			if got := worktime.DateOf(start, loc); got != d {
				t.Fatalf("%s begins in %s at %s, on %s", d, name, start, got)
			}
			if got := worktime.DateOf(start.Add(-1), loc); got != d.AddDays(-1) {
				t.Fatalf("before the start of %s in %s it is %s", d, name, got)
			}
			if d.End(loc) != d.AddDays(1).Start(loc) {
				t.Fatalf("%s does not end where the next day begins", d)
			}
		}
	}
	apia := zone("Pacific/Apia")
	if got, want := date("2011-12-30").Start(apia), date("2011-12-31").Start(apia); !got.Equal(want) {
		t.Errorf("the day that Apia left out begins at %s, want %s", got, want)
	}
}

func date(s string) worktime.Date {
	d, err := worktime.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func zone(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return loc
}
