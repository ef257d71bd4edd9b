package search

import (
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/id"
)

// Of words that stand in very many records, so many are ranked: the newest ones that the viewer sees. Who sees few of
// all records reads past many for each of them.
const (
	newest       = 200
	newestOfPart = 60
)

// statement writes a search. Both forms rank by grade, then by age.
//
// Seldom words are looked up in the index over trigrams. All that is found is ranked; who sees it is asked in the order
// of the ranks, so that it is asked of few. Common words are read newest first, until there are enough that the viewer
// sees: an index would answer half of the table.
type statement struct {
	*asked
	sql.Builder
	postgres bool
}

func (a *asked) statement(name string, common bool) (string, []any) {
	s := &statement{asked: a, postgres: name == dialect.Postgres}
	s.SetDialect(name)
	if common {
		s.common()
	} else {
		s.seldom()
	}
	s.WriteString(fmt.Sprintf(" ORDER BY e.grade, e.made_at DESC, e.id DESC LIMIT %d", s.most()))
	return s.Query()
}

// most is how many rows are read, of which the first are answered. It is no argument: PostgreSQL would take a plan that
// knows it for so much better that it planned each search anew.
func (a *asked) most() int {
	if a.first <= usual {
		return usual
	}
	return MostFirst
}

// usual is how many hits are asked for as a rule.
const usual = 20

const entry = "e.kind, e.record_id, e.number, e.title, e.texts"

func (s *statement) seldom() {
	s.WriteString("SELECT " + entry + " FROM (SELECT e.*, ")
	s.grade()
	s.WriteString(" AS grade FROM ")
	s.patterns()
	s.WriteString(" CROSS JOIN ")
	s.entries()
	s.WriteString(" WHERE ")
	s.indexed()
	s.narrowed()
	s.WriteString(" ORDER BY grade, e.made_at DESC, e.id DESC")
	s.fence()
	s.WriteString(") e WHERE ")
	s.visible()
}

func (s *statement) common() {
	s.WriteString("SELECT " + entry + " FROM (SELECT e.*, ")
	s.grade()
	s.WriteString(" AS grade FROM ")
	s.patterns()
	s.WriteString(" CROSS JOIN (SELECT e.* FROM ")
	s.entries()
	s.WriteString(" WHERE ")
	for i, w := range s.words {
		if i > 0 {
			s.WriteString(" AND ")
		}
		s.WriteString(s.find() + "(e.h, ").Arg(w.code).WriteString(") > 0")
	}
	s.narrowed()
	s.WriteString(" AND (")
	s.visible()
	s.WriteString(fmt.Sprintf(") ORDER BY e.made_at DESC, e.id DESC LIMIT %d) e) e", s.newest()))
}

// entries are the table with what the viewer may find by as h: the haystack, of some kinds without what is behind the
// veil.
func (s *statement) entries() {
	s.WriteString("(SELECT e.*, ")
	if len(s.masked) == 0 {
		s.WriteString("e.haystack")
	} else {
		s.WriteString("CASE WHEN e.kind IN (" + quoted(s.masked) + ") THEN substr(e.haystack, 1, " + s.place("e.haystack", "'|'") + ") ELSE e.haystack END")
	}
	s.WriteString(" AS h FROM search_entries e) e")
}

// patterns are what haystacks are compared with, as a row: so PostgreSQL plans for any words, and once.
func (s *statement) patterns() {
	s.WriteString("(SELECT ")
	for i, w := range s.words {
		s.WriteString(strings.Repeat(", ", min(i, 1))).Arg("%" + strings.Join(s.pieces[i], "%") + "%").WriteString(fmt.Sprintf(" AS l%d, ", i)).Arg(w.code).WriteString(fmt.Sprintf(" AS w%d, ", i)).
			Arg(string(markKey) + w.whole).WriteString(fmt.Sprintf(" AS k%d", i))
	}
	first := strings.TrimSuffix(s.words[0].whole, gap)
	s.WriteString(", ").Arg(string(markName) + first).WriteString(" AS n, ").Arg(string(markSound) + first).WriteString(" AS s")
	s.WriteString(", ").Arg(s.name + string(markName)).WriteString(" AS t, ").Arg(s.name + string(markSounds)).WriteString(" AS u")
	s.fence()
	s.WriteString(") p")
}

// fence keeps a planner from looking into a sub-select.
func (s *statement) fence() {
	if !s.postgres {
		s.WriteString(" LIMIT -1")
	}
	s.WriteString(" OFFSET 0")
}

// indexed holds for the entries with all words in them, by the index.
func (s *statement) indexed() {
	if !s.postgres {
		phrases := `"` + strings.Join(slices.Concat(s.pieces...), `" "`) + `"`
		s.WriteString("e.id IN (SELECT rowid FROM search_words WHERE search_words MATCH ").Arg(phrases).WriteString(")")
	}
	for i := range s.words {
		if s.postgres {
			s.WriteString(fmt.Sprintf("%se.haystack LIKE p.l%d", strings.Repeat(" AND ", min(i, 1)), i))
		}
		s.WriteString(" AND " + s.place("e.h", fmt.Sprintf("p.w%d", i)) + " > 0")
	}
}

// narrowed holds for entries of the kinds that were asked.
func (s *statement) narrowed() {
	if len(s.kinds) < len(order) {
		s.WriteString(" AND e.kind IN (" + quoted(s.kinds) + ")")
	}
}

// grade is how well an entry fits: a whole number, phone or name, the beginning of a name, any part of a text, the beginning
// of how a name sounds, any part of that. Of two that fit as well, an account or a contact is better than what is about it:
// who types a customer's name means the customer, however many deals are newer.
func (s *statement) grade() {
	var whole, text []string
	for i := range s.words {
		whole = append(whole, s.place("e.h", fmt.Sprintf("p.k%d", i))+" > 0")
		text = append(text, s.place("e.h", fmt.Sprintf("p.w%d", i))+" NOT BETWEEN "+s.place("e.h", "'/'")+" AND "+s.place("e.h", "'|'"))
	}
	title := "substr(e.h, " + s.place("e.h", "'^'") + ", length(p.t)) IN (p.t, p.u)" // the first name, up to what follows it
	s.WriteString("CASE WHEN " + strings.Join(whole, " OR ") + " THEN 0 WHEN " + s.place("e.h", "p.n") + " > 0 THEN CASE WHEN " + title +
		" THEN 0 ELSE 2 END WHEN " + strings.Join(text, " AND ") + " THEN 4 WHEN " + s.place("e.h", "p.s") + " > 0 THEN 6 ELSE 8 END")
	s.WriteString(" + CASE WHEN e.kind IN (" + quoted([]id.Kind{id.Account, id.Contact}) + ") THEN 0 ELSE 1 END")
}

// place is where a text stands in another, 0 where it does not.
func (s *statement) place(in, what string) string { return s.find() + "(" + in + ", " + what + ")" }

func (s *statement) find() string {
	if s.postgres {
		return "strpos"
	}
	return "instr"
}

// visible holds for entries of records that are there and that the viewer may see.
func (s *statement) visible() {
	for i, kind := range s.kinds {
		if i > 0 {
			s.WriteString(" OR ")
		}
		if !slices.Contains(s.parted, kind) {
			s.WriteString("e.kind = '" + string(kind) + "' AND EXISTS (SELECT 1 FROM " + tableOf(kind) + " t WHERE t.id = e.record_id LIMIT 1 OFFSET 0)")
			continue
		}
		d := sql.Dialect(s.Dialect())
		t := d.Table(tableOf(kind))
		q := d.Select(t.C("id")).From(t).Where(sql.P(func(b *sql.Builder) { b.Ident(t.C("id")).WriteString(" = e.record_id") }))
		access.Rows(s.viewer, kind)(q)
		s.WriteString("e.kind = " + quoted([]id.Kind{kind}) + " AND EXISTS (").Join(q.Limit(1).Offset(0)).WriteString(")")
	}
}

// quoted are kinds as SQL writes them; they are names of this program.
func quoted(kinds []id.Kind) string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = "'" + string(k) + "'"
	}
	return strings.Join(out, ", ")
}
