package data

import (
	"context"
	"database/sql"
	"slices"
	"sort"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

// the people of a clone, by their place in a cast
const (
	castMarketer = iota
	castSeller
	castLawyer
	castAccountant
	castEngineer
	castSize
)

var castOf = [castSize]stage.Department{stage.Marketing, stage.Sales, stage.Legal, stage.Finance, stage.Delivery}

// words are the pattern's own values, and what takes their place in a clone.
type words map[string]op

// words of a company: its first people, who played.
func (c *company) words() words {
	w := words{}
	for n, d := range castOf {
		w[c.staff[d][0].id] = op{kind: opUser, n: n}
		w[c.staff[d][0].department] = op{kind: opDepartment, n: n}
	}
	return w
}

func (w words) party(cs customer) {
	if cs.account != "" {
		w[cs.account] = op{kind: opAccount}
	}
	w[cs.name] = op{kind: opAccountName}
	w[sales.NameKey(cs.name)] = op{kind: opAccountKey}
	for k, id := range cs.contacts {
		w[id] = op{kind: opContact, n: k}
		w[cs.people[k]] = op{kind: opContactName, n: k}
	}
}

// national is what verbs put before a telephone number of the country.
const national = "+86"

// deal is the template of a played deal.
func (c *company) deal(ctx context.Context, d *sql.DB, p *play) (*template, error) {
	journey := ""
	read := func(table, of string) error {
		return d.QueryRowContext(ctx, `SELECT journey_id FROM `+table+` WHERE id = $1`, of).Scan(&journey)
	}
	var err error
	if p.opportunity != "" {
		err = read("opportunities", p.opportunity)
	} else {
		err = read("leads", p.lead)
	}
	if err != nil {
		return nil, err
	}
	w := c.words()
	w.party(p.customer)
	w[p.need], w[p.person], w[national+p.phone], w[p.email] = op{kind: opNeed}, op{kind: opPerson}, op{kind: opPhone}, op{kind: opEmail}
	for n, suffix := range []string{"-1", "-2"} {
		w[p.reference+suffix] = op{kind: opReference, n: n}
	}
	return compile(ctx, d, w, func(s source) (string, []any) { return s.deal, []any{journey} })
}

// customer is the template of an account with its contacts; it brings no party of another.
func (c *company) customer(ctx context.Context, d *sql.DB, n int, cs customer) (*template, error) {
	w := c.words()
	w.party(cs)
	for k := range cs.contacts {
		delete(w, cs.contacts[k])
		w[national+phoneOf(n, k)], w[emailOf(n, k)] = op{kind: opContactPhone, n: k}, op{kind: opContactEmail, n: k}
	}
	delete(w, cs.account)
	return compile(ctx, d, w, func(s source) (string, []any) { return strings.ReplaceAll(s.account, "$2", "$1"), []any{cs.account} })
}

// compile reads all rows of a pattern, then says of each value where a clone's comes from.
func compile(ctx context.Context, d *sql.DB, w words, which func(source) (string, []any)) (*template, error) {
	t := &template{}
	read, err := readAll(ctx, d, which)
	if err != nil {
		return nil, err
	}
	for i, rows := range read {
		for _, vs := range rows {
			if tables[i].name == "changes" {
				continue
			}
			own := vs[slices.Index(tables[i].names, "id")].(string)
			var made time.Time
			if n := slices.Index(tables[i].names, "created_at"); n >= 0 {
				made = vs[n].(time.Time)
			} else {
				made = t.made[len(t.made)-1] // a line, made with its document
			}
			kind, _ := id.KindOf(own)
			w[own] = op{kind: opID, n: len(t.ids)}
			t.ids, t.kinds, t.made = append(t.ids, own), append(t.kinds, kind), append(t.made, made)
		}
	}
	t.begin = slices.MinFunc(t.made, time.Time.Compare)
	for i, rows := range read {
		for _, vs := range rows {
			r := row{table: i, ops: make([]op, len(vs))}
			if n := slices.Index(tables[i].names, "created_at"); n >= 0 {
				r.at = vs[n].(time.Time)
			}
			for k, v := range vs {
				r.ops[k] = w.op(tables[i].name, tables[i].columns[k], v)
			}
			t.rows = append(t.rows, r)
		}
	}
	return t, nil
}

func readAll(ctx context.Context, d *sql.DB, which func(source) (string, []any)) ([][][]any, error) {
	out := make([][][]any, len(tables))
	for i, s := range sources {
		where, args := which(s)
		if where == "" {
			continue
		}
		var err error
		if out[i], err = read(ctx, d, tables[i], where, args...); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// op says how a value is cloned. What a document says until when it stands is part of what its hash covers, and stays.
func (w words) op(table string, c *schema.Column, v any) op {
	switch x := v.(type) {
	case time.Time:
		return op{kind: opInstant, value: x}
	case string:
		switch {
		case isDate(c) && c.Name != "valid_until":
			day, err := time.Parse(time.DateOnly, x)
			if err == nil {
				return op{kind: opDate, value: day}
			}
		case c.Type == field.TypeJSON:
			return w.json(x)
		case c.Name == "correlation_id":
			return op{kind: opCorrelation, value: x}
		}
		if m := numbered.FindStringSubmatch(x); m != nil && (c.Name == "number" || c.Name == "draft_number") {
			if m[1] == "INV" {
				return op{kind: opInvoiceNumber}
			}
			return op{kind: opNumber, n: slices.Index(seriesNames[:], m[1])}
		}
		if o, ok := w[x]; ok {
			return o
		}
	case int64:
		if table == "changes" && c.Name == "id" {
			return op{kind: opChange}
		}
	}
	return op{value: v}
}

// json replaces what is the pattern's own inside of a JSON text.
func (w words) json(text string) op {
	var keys []string
	for k := range w {
		if strings.Contains(text, `"`+k+`"`) {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return op{value: text}
	}
	sort.Strings(keys)
	var parts []part
	for rest := text; rest != ""; {
		at, found := len(rest), ""
		for _, k := range keys {
			if i := strings.Index(rest, `"`+k+`"`); i >= 0 && i < at {
				at, found = i, k
			}
		}
		if found == "" {
			parts = append(parts, part{literal: rest})
			break
		}
		o := w[found]
		parts = append(parts, part{literal: rest[:at+1]}, part{op: &o})
		rest = rest[at+1+len(found):]
	}
	return op{kind: opJSON, parts: parts}
}
