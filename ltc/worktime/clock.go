package worktime

import "time"

const minutesPerDay = 24 * 60

// clock is the instant at which a wall clock in the zone shows so many minutes after midnight. Where the clock was
// put forward over that minute it is the instant of the change; where it shows the minute twice, the first.
func (d Date) clock(minutes int, loc *time.Location) time.Time {
	if minutes == minutesPerDay {
		return d.AddDays(1).clock(0, loc)
	}
	midnight := d.utc()
	wall := midnight.Add(time.Duration(minutes) * time.Minute)
	early := wall.Add(-offsetAt(wall.AddDate(0, 0, -1), loc))
	late := wall.Add(-offsetAt(wall.AddDate(0, 0, 1), loc))
	switch {
	case offsetAt(early, loc) == wall.Sub(early):
		return early.In(loc)
	case offsetAt(late, loc) == wall.Sub(late):
		return late.In(loc)
	default:
		_, change := late.In(loc).ZoneBounds()
		return change
	}
}

// offsetAt is how far the zone's clocks are ahead of UTC at an instant.
func offsetAt(t time.Time, loc *time.Location) time.Duration {
	_, seconds := t.In(loc).Zone()
	return time.Duration(seconds) * time.Second
}
