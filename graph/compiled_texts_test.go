package graph_test

import (
	"encoding/base64"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

// cursor is a place as nobody was ever told it.
func cursor(place string) string { return base64.RawURLEncoding.EncodeToString([]byte(place)) }

// Both databases give one answer, also to what one of them could not even be asked.
func TestWhatADatabaseCannotBeAskedIsRefused(t *testing.T) {
	tests := map[string]struct{ operation, given, rule, field string }{
		"a cursor whose id no text can be":           {`query($x: String) { leads(after: $x) { totalCount } }`, cursor(`{"f":"created_at","v":0,"i":"\u0000"}`), "cursor.invalid", "after"},
		"a cursor whose value no text can be":        {`query($x: String) { leads(orderBy: {field: COMPANY, direction: ASC}, after: $x) { totalCount } }`, cursor(`{"f":"company","v":"a\u0000","i":"x"}`), "cursor.invalid", "after"},
		"a cursor long before all time":              {`query($x: String) { leads(after: $x) { totalCount } }`, cursor(`{"f":"created_at","v":-9223372036854775808,"i":"x"}`), "cursor.invalid", "after"},
		"a cursor long after all time":               {`query($x: String) { leads(before: $x) { totalCount } }`, cursor(`{"f":"created_at","v":9223372036854775807,"i":"x"}`), "cursor.invalid", "before"},
		"a cursor of no day":                         {`query($x: String) { payments(orderBy: {field: RECEIVED_ON, direction: ASC}, after: $x) { totalCount } }`, cursor(`{"f":"received_on","v":"garbage","i":"x"}`), "cursor.invalid", "after"},
		"a cursor of no day, of what is due":         {`query($x: String) { receivables(after: $x) { totalCount } }`, cursor(`{"f":"due_on","v":"2026-13-45","i":"x"}`), "cursor.invalid", "after"},
		"a cursor of a day":                          {`query($x: String) { receivables(after: $x) { totalCount } }`, cursor(`{"f":"due_on","v":"2026-03-05","i":"x"}`), "", ""},
		"a cursor of an instant":                     {`query($x: String) { leads(after: $x) { totalCount } }`, cursor(`{"f":"created_at","v":1772415000000000,"i":"x"}`), "", ""},
		"a text that no text can hold":               {`query($x: String) { leads(filter: {text: $x}) { totalCount } }`, "a\x00", "filter.text", "filter.text"},
		"a text that nothing on a board can hold":    {`query($x: String) { board(process: LEAD, filter: {text: $x}) { columns { count } } }`, "\x00", "filter.text", "filter.text"},
		"an owner whose id no text can be":           {`query($x: ID) { leads(filter: {owner: $x}) { totalCount } }`, "\x00", "filter.text", "filter.owner"},
		"a stage whose key no text can be":           {`query($x: String!) { opportunities(filter: {stages: [$x]}) { totalCount } }`, "\x00", "filter.text", "filter.stage"},
		"a text with characters of other kinds":      {`query($x: String) { leads(filter: {text: $x}) { totalCount } }`, "\x01\u2028😀'%_\\", "", ""},
		"an actor of the audit that no text can be":  {`query($x: ID) { auditEntries(filter: {actor: $x}) { edges { cursor } } }`, "\x00", "filter.text", "filter.actor"},
		"a subject of the audit that no text can be": {`query($x: String) { auditEntries(filter: {subject: $x}) { edges { cursor } } }`, "\x00", "filter.text", "filter.subject"},
		"a change's record whose id no text can be":  {`query($x: ID) { changes(filter: {subject: $x}) { edges { cursor } } }`, "\x00", "filter.text", "filter.subject"},
	}
	in(t, func(t *testing.T, a *api) {
		b := bothWays(a)
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				got := a.ask(t, boss, tt.operation, vars{"x": tt.given})
				var rule, field string
				for _, e := range got.Errors {
					rule = e.Extensions.Rule
					for _, f := range e.Extensions.Fields {
						field = f.Path
					}
				}
				if rule != tt.rule || field != tt.field {
					t.Errorf("%q at %q, want %q at %q: %+v", rule, field, tt.rule, tt.field, got.Errors)
				}
				b.compare(t, a.viewers[string(boss)], tt.operation, vars{"x": tt.given})
			})
		}
	})
}

func TestATextFindsWhatStandsThereOnBothDatabases(t *testing.T) {
	tests := map[string]bool{
		"MÜLLER": true, "mÜller": true, "ＡＢＣ": true, "Müller": false, "ａｂｃ": false, // as it stands, but for a to z
		"100%_\\x": true, "100%_\\X": true, "100.": false, "_\\": true, "L": true, "%%": false,
	}
	in(t, func(t *testing.T, a *api) {
		a.get(t, stage.Sales, captureLead, lead(`MÜLLER ＡＢＣ 100%_\x`))
		for text, finds := range tests {
			got := names(at(a.get(t, stage.Sales, `query($text: String) { leads(filter: {text: $text}) { edges { node { name } } } }`, vars{"text": text}), "leads"))
			if slices.Contains(got, `MÜLLER ＡＢＣ 100%_\x`) != finds {
				t.Errorf("%q finds %v", text, got)
			}
		}
	})
}
