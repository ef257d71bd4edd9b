package worktime_test

import (
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/worktime"
)

var shanghai = zone("Asia/Shanghai")

// wall is an instant in Shanghai as a person there writes it.
func wall(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, shanghai)
	if err != nil {
		panic(err)
	}
	return t
}

func TestElapsed(t *testing.T) {
	tests := map[string]struct {
		calendar, from, to string
		want               time.Duration
	}{
		"within a morning":      {"standard", "2026-11-24 09:30", "2026-11-24 11:00", 90 * time.Minute},
		"over noon":             {"standard", "2026-11-24 11:30", "2026-11-24 13:30", time.Hour},
		"noon itself":           {"standard", "2026-11-24 12:00", "2026-11-24 13:00", 0},
		"a day":                 {"standard", "2026-11-24 00:00", "2026-11-25 00:00", 8 * time.Hour},
		"before and after work": {"standard", "2026-11-24 05:00", "2026-11-24 23:00", 8 * time.Hour},
		"over night":            {"standard", "2026-11-24 17:00", "2026-11-25 10:00", 2 * time.Hour},
		"a weekend":             {"standard", "2026-11-21 00:00", "2026-11-23 00:00", 0},
		"from Friday to Monday": {"standard", "2026-11-20 17:00", "2026-11-23 10:00", 2 * time.Hour},
		"a week":                {"standard", "2026-11-18 10:00", "2026-11-25 10:00", 40 * time.Hour},
		"backwards":             {"standard", "2026-11-25 10:00", "2026-11-24 17:00", -2 * time.Hour},
		"the national day week": {"cn", "2026-09-30 18:00", "2026-10-08 09:00", 0},
		"a Saturday that is worked for it (调休)":  {"cn", "2026-10-10 00:00", "2026-10-11 00:00", 8 * time.Hour},
		"a Saturday that is not":                 {"cn", "2026-11-21 00:00", "2026-11-22 00:00", 0},
		"a year without known holidays":          {"cn", "2027-10-01 00:00", "2027-10-02 00:00", 8 * time.Hour},
		"before the calendar nothing is counted": {"standard", "1980-01-01 00:00", "1990-01-01 00:00", 0},
		"nor after it":                           {"standard", "2100-01-01 00:00", "2110-01-01 00:00", 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := calendar(test.calendar, "Asia/Shanghai").Elapsed(wall(test.from), wall(test.to)); got != test.want {
				t.Errorf("from %s to %s: %s, want %s", test.from, test.to, got, test.want)
			}
		})
	}
}

// The State Council gave 33 days off and 6 Saturdays and Sundays to work for 2026; 2027 is not announced yet.
func TestChineseHolidaysAreKnownFrom2002To2026(t *testing.T) {
	cn, standard := worktime.China(shanghai), worktime.Default(shanghai)
	differs := map[int]int{}
	for d := date("1990-01-01"); d.Before(date("2100-01-01")); d = d.AddDays(1) {
		if cn.IsWorkday(d) != standard.IsWorkday(d) {
			differs[d.Year()]++
		}
	}
	for year := 1990; year < 2100; year++ {
		// 2001-12-29 and 30 were worked for the new year of 2002.
		if known := year >= 2001 && year <= 2026; (differs[year] > 0) != known {
			t.Errorf("%d has %d days unlike their weekday", year, differs[year])
		}
	}
	for day, works := range map[string]bool{
		"2026-02-14": true, "2026-02-16": false, "2026-02-23": false, "2026-02-24": true, "2026-02-28": true,
		"2026-05-09": true, "2026-10-07": false, "2025-09-28": true, "2020-01-31": false,
	} {
		if cn.IsWorkday(date(day)) != works {
			t.Errorf("%s is worked: %t, want %t", day, !works, works)
		}
	}
}

func TestWorkdays(t *testing.T) {
	cn := calendar("cn", "Asia/Shanghai")
	for from, want := range map[string]string{
		"2026-11-24": "2026-11-24", // a working day stays
		"2026-11-21": "2026-11-23",
		"2026-10-01": "2026-10-08",
		"2026-10-10": "2026-10-10", // 调休
	} {
		if got := cn.NextWorkday(date(from)).String(); got != want {
			t.Errorf("due on %s is shifted to %s, want %s (R45)", from, got, want)
		}
	}
	for n, want := range map[int]string{0: "2026-09-30", 1: "2026-10-08", 3: "2026-10-10", 4: "2026-10-12"} {
		if got := cn.AddWorkdays(date("2026-09-30"), n).String(); got != want {
			t.Errorf("%d working days after 2026-09-30 is %s, want %s (R34)", n, got, want)
		}
	}
}

func TestTodayIsDecidedInTheEntitysZone(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 30, 0, 0, time.UTC)
	for name, want := range map[string]string{"Asia/Shanghai": "2026-11-25", "Europe/Berlin": "2026-11-24"} {
		c := calendar("standard", name)
		if got := c.Today(now).String(); got != want || c.Zone().String() != name {
			t.Errorf("today in %s is %s, want %s (R18, R46)", c.Zone(), got, want)
		}
	}
}

func TestAdd(t *testing.T) {
	tests := map[string]struct {
		from string
		d    time.Duration
		want string
	}{
		"an hour":                           {"2026-11-24 10:00", time.Hour, "2026-11-24 11:00"},
		"to noon":                           {"2026-11-24 11:00", time.Hour, "2026-11-24 12:00"},
		"over noon":                         {"2026-11-24 11:00", 2 * time.Hour, "2026-11-24 14:00"},
		"to the end of the day":             {"2026-11-24 10:00", 7 * time.Hour, "2026-11-24 18:00"},
		"into the next day":                 {"2026-11-24 17:00", 2 * time.Hour, "2026-11-25 10:00"},
		"from the weekend":                  {"2026-11-21 12:00", 8 * time.Hour, "2026-11-23 18:00"},
		"a week":                            {"2026-11-18 10:00", 40 * time.Hour, "2026-11-25 10:00"},
		"nothing from the weekend":          {"2026-11-21 12:00", 0, "2026-11-21 12:00"},
		"back over the weekend":             {"2026-11-23 10:00", -2 * time.Hour, "2026-11-20 17:00"},
		"back before the calendar":          {"1990-01-02 09:00", -80 * time.Hour, "1990-01-01 00:00"},
		"beyond the end, where time stops":  {"2099-12-31 17:00", 80 * time.Hour, "2100-01-01 00:00"},
		"beyond the end from far behind it": {"2150-12-31 17:00", time.Hour, "2100-01-01 00:00"},
	}
	standard := calendar("standard", "Asia/Shanghai")
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := standard.Add(wall(test.from), test.d); !got.Equal(wall(test.want)) {
				t.Errorf("%s after %s is %s, want %s", test.d, test.from, got, test.want)
			}
		})
	}
}

func TestRemainingIsNegativeWhenOverdue(t *testing.T) {
	standard := calendar("standard", "Asia/Shanghai")
	since := wall("2026-11-20 17:00")
	for now, want := range map[string]time.Duration{
		"2026-11-20 17:00": 8 * time.Hour, "2026-11-22 12:00": 7 * time.Hour, "2026-11-24 18:00": -9 * time.Hour,
	} {
		if got := standard.Remaining(since, wall(now), 8*time.Hour); got != want {
			t.Errorf("at %s %s of 8 h remain, want %s", now, got, want)
		}
	}
}

func TestByName(t *testing.T) {
	for _, test := range []struct{ name, zone, rule string }{
		{"standard", "Europe/Berlin", ""},
		{"cn", "Asia/Shanghai", ""},
		{"lunar", "Asia/Shanghai", "calendar.unknown"},
		{"", "Asia/Shanghai", "calendar.unknown"},
		{"cn", "Asia/Peking", "calendar.unknown_zone"},
		{"cn", "", "calendar.unknown_zone"},
		{"cn", "Local", "calendar.unknown_zone"},
		{"cn", "../etc/passwd", "calendar.unknown_zone"},
	} {
		if _, err := worktime.ByName(test.name, test.zone); fault.RuleOf(err) != test.rule {
			t.Errorf("%q in %q is refused by %q, want %q", test.name, test.zone, fault.RuleOf(err), test.rule)
		}
	}
}

func calendar(name, zone string) worktime.Calendar {
	c, err := worktime.ByName(name, zone)
	if err != nil {
		panic(err)
	}
	return c
}

func BenchmarkElapsedOver60Days(b *testing.B) {
	c := calendar("cn", "Asia/Shanghai")
	from, to := wall("2026-09-01 10:00").UTC(), wall("2026-10-31 15:30").UTC()
	for b.Loop() {
		c.Elapsed(from, to)
	}
}

func BenchmarkElapsedOver60DaysWithSummerTime(b *testing.B) {
	c := calendar("standard", "Europe/Berlin")
	from, to := wall("2026-09-01 10:00").UTC(), wall("2026-10-31 15:30").UTC()
	for b.Loop() {
		c.Elapsed(from, to)
	}
}

func BenchmarkChina(b *testing.B) {
	for b.Loop() {
		worktime.China(shanghai)
	}
}
