package read

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// place is where a record stands in a sorted list: the value that the list is sorted by, and the id.
type place struct {
	Field OrderField `json:"f"`
	Value any        `json:"v"`
	ID    string     `json:"i"`
}

// placeOf is a record's place in a list of the given order.
func placeOf(r db.Node, by OrderField) place { return place{by, r.ColumnValue(string(by)), r.NodeID()} }

// String is the place as clients hold it; opaque.
func (p place) String() string {
	switch v := p.Value.(type) {
	case time.Time:
		p.Value = v.UnixMicro()
	case worktime.Date:
		p.Value = v.String()
	}
	b, _ := json.Marshal(p) // of texts and numbers
	return base64.RawURLEncoding.EncodeToString(b)
}

// parsePlace reads what String wrote for a list of the same order.
//
// Errors: INVALID cursor.invalid.
func parsePlace(cursor string, by OrderField, argument string) (*place, error) {
	var p place
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		err = d.Decode(&p)
	}
	if err != nil || p.Field != by || p.ID == "" || !sound(p.ID) || !p.typed() {
		return nil, fault.Invalid("cursor.invalid", nil).At(argument)
	}
	return &p, nil
}

// typed makes the value what its column holds, and tells whether it is that.
func (p *place) typed() bool {
	n, isNumber := p.Value.(json.Number)
	text, isText := p.Value.(string)
	switch {
	case p.Field.day():
		day, err := worktime.ParseDate(text)
		p.Value = day
		return isText && err == nil
	case !p.Field.instant() && p.Field != ByAmount:
		return isText && sound(text)
	}
	i, err := n.Int64()
	p.Value = i
	if p.Field.instant() {
		at := time.UnixMicro(i).UTC()
		p.Value = at
		isNumber = isNumber && at.Year() >= 1 && at.Year() <= 9999 // what both databases hold, and order alike
	}
	return isNumber && err == nil
}

func (f OrderField) day() bool { return f == ByReceivedOn || f == ByDueOn }

func (f OrderField) instant() bool {
	return f == ByCreatedAt || f == ByStageEnteredAt || f == ByOpenedAt
}

// beyond keeps a query on one side of the place, above or below it in the order of values, or on it too. It compares
// the two columns as a row, which both databases take as a bound of the index that the list is sorted by.
func (p place) beyond(above, inclusive bool) narrow {
	operator := " < "
	if above {
		operator = " > "
	}
	if inclusive {
		operator = strings.TrimRight(operator, " ") + "= "
	}
	return func(s *sql.Selector) {
		columns := []string{s.C(string(p.Field)), s.C("id")} // now, before the query bears another name
		s.Where(sql.P(func(b *sql.Builder) {
			b.Wrap(func(b *sql.Builder) { b.IdentComma(columns...) }).WriteString(operator)
			b.Wrap(func(b *sql.Builder) { b.Args(p.Value, p.ID) })
		}))
	}
}
