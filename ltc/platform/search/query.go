package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
)

// Query is what is looked for.
type Query struct {
	Text  string
	Kinds []id.Kind // none means all
	First int
	Plain bool // without Matches
}

// The limits of a query.
const (
	MostText  = 100 // characters
	MostFirst = 50
	mostWords = 8
)

// short is up to how many letters a word is looked for at the beginnings of words only.
const short = 2

// word is one word of a query; a record has to hold all of them.
type word struct {
	folded []rune
	code   string // as it stands in a haystack
	whole  string // with nothing before or after it
}

// asked is a query as it runs for a viewer.
type asked struct {
	viewer call.Viewer
	name   string // all of it as a name in a haystack, for the record whose whole name it is
	words  []word
	kinds  []id.Kind // that were asked and may be seen
	masked []id.Kind // of these, of which the viewer does not see all that can be found by
	parted []id.Kind // of these, of which the viewer may not see all records
	first  int
	plain  bool
	pieces [][]string // of each word, what the index is asked for
}

// ask checks a query.
//
// Errors: INVALID search.text, search.words, search.kind, page.size.
func ask(v call.Viewer, q Query) (*asked, error) {
	if n := utf8.RuneCountInString(strings.TrimSpace(q.Text)); n < 1 || n > MostText || !utf8.ValidString(q.Text) {
		return nil, fault.Invalid("search.text", map[string]any{"most": MostText}).At("text")
	}
	if q.First < 1 || q.First > MostFirst {
		return nil, fault.Invalid("page.size", map[string]any{"most": MostFirst}).At("first")
	}
	a := &asked{viewer: v, name: string(markName) + words(q.Text), words: wordsOf(q.Text), first: q.First, plain: q.Plain}
	if len(a.words) > mostWords {
		return nil, fault.Invalid("search.words", map[string]any{"most": mostWords}).At("text")
	}
	for _, k := range q.Kinds {
		if kinds[k] == nil {
			return nil, fault.Invalid("search.kind", map[string]any{"kind": strings.ToUpper(string(k))}).At("kinds")
		}
	}
	for _, k := range order {
		rules, all := access.Rules(v, k)
		if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, k) || !all && len(rules) == 0 {
			continue
		}
		a.kinds = append(a.kinds, k)
		if !all {
			a.parted = append(a.parted, k)
		}
		if masks(v, k) {
			a.masked = append(a.masked, k)
		}
	}
	return a, nil
}

// masks tells whether something that the kind is found by is kept from the viewer; then nothing that a role can hide
// finds it for them.
func masks(v call.Viewer, kind id.Kind) bool {
	return slices.ContainsFunc(kinds[kind], func(c column) bool { return c.as.veiled() && !access.Sees(v, kind, c.field) })
}

// wordsOf takes a text apart; none where there is no letter in it.
func wordsOf(text string) []word {
	var out []word
	for _, part := range strings.Fields(text) {
		for _, folded := range split(fold(bareKey(part))) {
			w := word{folded: folded, code: coded(folded)}
			w.whole = gap + w.code + gap
			if len(folded) <= short && !slices.ContainsFunc(folded, func(r rune) bool { return !latin(r) }) {
				w.code = gap + w.code
			}
			out = append(out, w)
		}
	}
	return out
}

// Coded is one word as it stands in haystacks, for who looks there by a statement of their own.
func Coded(word string) string { return coded(fold(word)) }

// split parts a folded text at its spaces.
func split(folded []rune) [][]rune {
	var out [][]rune
	for _, part := range strings.Fields(string(folded)) {
		out = append(out, []rune(part))
	}
	return out
}
