package worktime_test

import (
	"database/sql"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	_ "modernc.org/sqlite"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/worktime"
)

var (
	_ graphql.Marshaler   = worktime.Date{}
	_ graphql.Unmarshaler = new(worktime.Date)
)

func TestScanReadsWhatDatabasesAnswer(t *testing.T) {
	for name, src := range map[string]any{
		"lib/pq and modernc answer a time": time.Date(2026, 11, 24, 0, 0, 0, 0, time.FixedZone("", 0)),
		"a time is read in its own zone":   time.Date(2026, 11, 24, 0, 0, 0, 0, zone("Asia/Shanghai")),
		"text":                             "2026-11-24",
		"bytes":                            []byte("2026-11-24"),
	} {
		var d worktime.Date
		if err := d.Scan(src); err != nil || d != date("2026-11-24") {
			t.Errorf("%s: got %s, %v", name, d, err)
		}
	}
	d := date("2026-11-24")
	if err := d.Scan(nil); err != nil || !d.IsZero() {
		t.Errorf("NULL is read as %s, %v", d, err)
	}
	if err := d.Scan(42); err == nil {
		t.Error("a number is read as a date")
	}
}

func TestADateComesBackFromSQLite(t *testing.T) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE TABLE t (due DATE, paid DATE)`); err != nil {
		t.Fatal(err)
	}
	due := date("2026-11-24")
	if _, err := db.Exec(`INSERT INTO t VALUES (?, ?)`, due, worktime.Date{}); err != nil {
		t.Fatal(err)
	}
	var got worktime.Date
	var text string
	var paid *worktime.Date
	row := db.QueryRow(`SELECT due, CAST(due AS TEXT), paid FROM t WHERE due < ? AND paid IS NULL`, due.AddDays(1))
	if err := row.Scan(&got, &text, &paid); err != nil || got != due || text != "2026-11-24" || paid != nil {
		t.Errorf("got %s stored as %q and %v, %v", got, text, paid, err)
	}
}

func TestDatesInJSON(t *testing.T) {
	type terms struct {
		Due  worktime.Date  `json:"due"`
		Paid *worktime.Date `json:"paid"`
	}
	text, err := json.Marshal(terms{Due: date("2026-11-24")})
	if err != nil || string(text) != `{"due":"2026-11-24","paid":null}` {
		t.Fatalf("got %s, %v", text, err)
	}
	var got terms
	if err := json.Unmarshal(text, &got); err != nil || got != (terms{Due: date("2026-11-24")}) {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := json.Unmarshal([]byte(`{"due":""}`), &got); err != nil || !got.Due.IsZero() {
		t.Errorf("no date is read as %s, %v", got.Due, err)
	}
}

func TestDatesInTheAPI(t *testing.T) {
	for want, d := range map[string]worktime.Date{`"2026-11-24"`: date("2026-11-24"), `null`: {}} {
		var got strings.Builder
		d.MarshalGQL(&got)
		if got.String() != want {
			t.Errorf("got %s, want %s", got.String(), want)
		}
	}
	for name, test := range map[string]struct {
		value any
		rule  string
	}{
		"a date":       {"2026-11-24", ""},
		"not a date":   {"tomorrow", "date.invalid"},
		"an empty one": {"", "date.invalid"},
		"a number":     {20261124, "date.invalid"},
	} {
		var d worktime.Date
		if err := d.UnmarshalGQL(test.value); fault.RuleOf(err) != test.rule {
			t.Errorf("%s: got %v, want %q", name, err, test.rule)
		}
	}
}
