package store

import (
	"database/sql/driver"
	"fmt"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"
)

// Days is an SQL expression: how many calendar days lie between two instants by the clock of a time zone.
func (s *Store) Days(from, to, zone string) string {
	zone = "'" + strings.ReplaceAll(zone, "'", "''") + "'"
	if s.Postgres() {
		return fmt.Sprintf("((%s AT TIME ZONE %s)::date - (%s AT TIME ZONE %s)::date)", to, zone, from, zone)
	}
	return fmt.Sprintf("(ltc_day(%s, %s) - ltc_day(%s, %s))", to, zone, from, zone)
}

// SQLite knows no time zones: ltc_day is the number of an instant's calendar day in one.
func init() { sqlite.MustRegisterDeterministicScalarFunction("ltc_day", 2, dayOf) }

var zones sync.Map // the time zones that dayOf was asked for, by name

func dayOf(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, ok := args[0].(string)
	if !ok {
		return nil, nil
	}
	at, err := time.Parse("2006-01-02 15:04:05.999999999-07:00", text)
	if err != nil {
		return nil, err
	}
	zone, err := zoneOf(fmt.Sprint(args[1]))
	if err != nil {
		return nil, err
	}
	y, m, d := at.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60), nil
}

func zoneOf(name string) (*time.Location, error) {
	if z, ok := zones.Load(name); ok {
		return z.(*time.Location), nil
	}
	z, err := time.LoadLocation(name)
	if err == nil {
		zones.Store(name, z)
	}
	return z, err
}
