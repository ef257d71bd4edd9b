package read

import (
	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/role"
)

// constant is a value that needs no cell.
type constant []byte

func (constant) size() int              { return 0 }
func (constant) put(*statement, string) {}
func (c constant) write(w *answer) bool {
	w.b = append(w.b, c...)
	return false
}

// columnPart is a column, written in the form that its type of the API has.
type columnPart struct {
	name string
	form form
}

// form writes the next cell, which is not null; it answers false for a value that it does not know.
type form func(w *answer) bool

func (columnPart) size() int { return 1 }

func (p columnPart) put(s *statement, alias string) { s.say(s.column(alias, p.name)) }

func (p columnPart) write(w *answer) bool {
	if w.c.null() {
		w.b = append(w.b, "null"...)
		return true
	}
	if !p.form(w) {
		w.refuse("a value of " + p.name)
	}
	return false
}

// moneyPart is a column of minor units with the record's currency.
type moneyPart struct {
	column string
	moneyShape
}

func (*moneyPart) size() int { return 2 }

func (p *moneyPart) put(s *statement, alias string) {
	s.say(s.column(alias, p.column), ", ", s.column(alias, "currency"))
}

func (p *moneyPart) write(w *answer) bool {
	if w.c.null() {
		w.c.skip(1)
		w.b = append(w.b, "null"...)
		return true
	}
	a := money.Amount{Minor: w.c.int()}
	if inside, escaped := w.c.text(); !escaped {
		a.Currency = interned(inside)
	}
	p.moneyShape.write(w, a)
	return false
}

// interned is a currency's code, for the usual ones without a copy.
func interned(code []byte) string {
	switch string(code) {
	case "CNY":
		return "CNY"
	case "USD":
		return "USD"
	}
	return string(code)
}

// moneyShape is what is asked of money.
type moneyShape struct {
	keys  [][]byte
	names []string
	sight int // by which its amount is hidden
}

func (m *moneyShape) write(w *answer, a money.Amount) {
	hidden := w.sight(m.sight) != ""
	w.b = append(w.b, '{')
	for i, name := range m.names {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, m.keys[i]...)
		switch {
		case name == "__typename":
			w.b = append(w.b, `"Money"`...)
		case name == "currency":
			w.b = quoted(w.b, a.Currency)
		case hidden:
			w.b = append(w.b, "null"...)
		case name == "amount":
			w.b = append(a.AppendDecimal(append(w.b, '"')), '"')
		default:
			w.b = quoted(w.b, a.Words())
		}
	}
	w.b = append(w.b, '}')
}

// edgePart is one record or a list of records that an object leads to.
type edgePart struct {
	kind id.Kind // whose
	edge db.Edge
	link link
	to   *object
}

// link is how records that belong to others are found: those conditions hold for, in an order, all of them or the
// first one.
type link struct {
	column string
	where  []narrow
	order  narrow
	many   bool
}

func (*edgePart) size() int { return 1 }

func (p *edgePart) put(s *statement, alias string) {
	s.nested(func() {
		to := s.alias()
		s.say("SELECT ")
		switch {
		case !p.link.many:
			p.to.put(s, to)
		case s.lite(): // whose list of nothing is empty, not null
			p.listed(s, to)
		default:
			s.say("COALESCE(")
			p.listed(s, to)
			s.say(", '[]')")
		}
		p.source(s, alias, to)
		s.where(to, p.to.kind, p.link.where...)
		if !p.link.many && p.link.order != nil {
			s.say(" ORDER BY ", orderOf(s.dialect, p.to.kind, to, p.link.order), " LIMIT 1")
		}
	})
}

func (p *edgePart) listed(s *statement, to string) {
	s.list()
	p.to.put(s, to)
	s.say(" ORDER BY ", orderOf(s.dialect, p.to.kind, to, p.link.order), ")")
}

// source is where the records of the edge stand.
func (p *edgePart) source(s *statement, from, to string) {
	table := db.Tables[p.to.kind].Name
	s.say(` FROM "`, table, `" AS `, to)
	switch {
	case p.edge.Through != "":
		pair := s.alias()
		s.say(` JOIN "`, p.edge.Through, `" AS `, pair, " ON ", pair, `."`, p.edge.Other, `" = `, to, `."id" WHERE `,
			pair, `."`, p.edge.Column, `" = `, s.column(from, "id"))
	case p.edge.Own:
		s.say(" WHERE ", to, `."id" = `, s.column(from, p.edge.Column))
	default:
		s.say(" WHERE ", to, `."`, p.link.column, `" = `, s.column(from, "id"))
	}
}

func (p *edgePart) write(w *answer) bool {
	if !p.link.many {
		return p.to.write(w)
	}
	w.c.open()
	w.b = append(w.b, '[')
	for n := 0; w.c.more(); n++ {
		if n > 0 {
			w.b = append(w.b, ',')
		}
		p.to.write(w)
	}
	w.b = append(w.b, ']')
	return false
}

// sightsOf are the sights of a plan for a viewer; nil where all is seen.
func (c *Compiler) sightsOf(p *plan, w *answer) []role.Sight {
	var out []role.Sight
	for i, ref := range p.sights {
		s := c.veils.Sight(w.viewer, ref.object, ref.field, ref.owner)
		if s == "" {
			continue
		}
		if out == nil {
			out = make([]role.Sight, len(p.sights))
		}
		out[i] = s
	}
	return out
}
