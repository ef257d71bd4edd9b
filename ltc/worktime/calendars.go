package worktime

import (
	"sync"
	"time"
	_ "time/tzdata" // one binary has to know the zones on a machine that does not

	"github.com/6tail/lunar-go/HolidayUtil"

	"github.com/leadtocash/ltc/ltc/fault"
)

// The names of calendars as a legal entity stores them.
const (
	Standard = "standard" // Monday to Friday
	Chinese  = "cn"       // Monday to Friday with the statutory holidays and 调休
)

// officeWeek is Monday to Friday, 09:00 to 12:00 and 13:00 to 18:00.
func officeWeek() (week [7][]hours) {
	for day := time.Monday; day <= time.Friday; day++ {
		week[day] = []hours{{9 * 60, 12 * 60}, {13 * 60, 18 * 60}}
	}
	return week
}

// Default is Monday to Friday, 09:00 to 18:00 with an hour off at noon, without holidays.
func Default(loc *time.Location) Calendar { return newCalendar(loc, officeWeek(), nil) }

// China is Default with the holidays and 调休 working days that the State Council announces, as lunar-go 1.4.6 knows
// them: 2002 to 2026. The next year is announced each November; years that are not known are plain Monday to Friday.
func China(loc *time.Location) Calendar { return newCalendar(loc, officeWeek(), chineseDays()) }

func chineseDays() map[Date]bool {
	days := map[Date]bool{}
	for year := firstDay.Year(); year <= lastDay.Year(); year++ {
		known := HolidayUtil.GetHolidaysByYear(year)
		for e := known.Front(); e != nil; e = e.Next() {
			holiday := e.Value.(*HolidayUtil.Holiday)
			if day, err := ParseDate(holiday.GetDay()); err == nil {
				days[day] = holiday.IsWork()
			}
		}
	}
	return days
}

// named keeps a calendar for every name and zone that was asked for; reckoning one takes some milliseconds.
var named sync.Map

// ByName is the calendar of a legal entity: its stored name ("standard" or "cn") and IANA time zone.
//
// Errors: INVALID calendar.unknown, calendar.unknown_zone.
func ByName(name, zone string) (Calendar, error) {
	key := [2]string{name, zone}
	if c, ok := named.Load(key); ok {
		return c.(Calendar), nil
	}
	loc, err := loadZone(zone)
	if err != nil {
		return Calendar{}, err
	}
	var c Calendar
	switch name {
	case Standard:
		c = Default(loc)
	case Chinese:
		c = China(loc)
	default:
		return Calendar{}, fault.Invalid("calendar.unknown", map[string]any{"name": shown(name)})
	}
	named.Store(key, c)
	return c, nil
}

// loadZone takes only named zones: "" and "Local" would mean the machine's.
func loadZone(zone string) (*time.Location, error) {
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return nil, fault.Invalid("calendar.unknown_zone", map[string]any{"zone": shown(zone)})
	}
	return loc, nil
}
