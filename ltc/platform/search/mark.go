package search

import (
	"maps"
	"slices"
	"strings"
)

// Match is a text of a record in which something was found.
type Match struct {
	Field string // its name in the API
	Parts []Part
}

// Part is a piece of a text.
type Part struct {
	Text  string
	Found bool
}

// mark finds the words in what the viewer may see of a hit.
func (a *asked) mark(h *Hit) {
	h.Matches = []*Match{}
	if h.Number != nil {
		a.markText(h, "number", *h.Number)
	}
	for _, c := range kinds[h.Kind] {
		if c.as == name {
			if h.Number == nil || h.Title != *h.Number {
				a.markText(h, c.field, h.Title)
			}
			break
		}
	}
	for _, field := range slices.Sorted(maps.Keys(h.texts)) {
		if !slices.Contains(a.masked, h.Kind) || !veiled(h, field) {
			a.markText(h, field, h.texts[field])
		}
	}
}

func veiled(h *Hit, field string) bool {
	return slices.ContainsFunc(kinds[h.Kind], func(c column) bool { return c.field == field && c.as.veiled() })
}

// markText adds a text to the hit where one of the words is in it.
func (a *asked) markText(h *Hit, field, text string) {
	us := unitsOf(text)
	for _, w := range a.words {
		us.find(w.folded)
	}
	if slices.ContainsFunc(us, func(u unit) bool { return u.found }) {
		h.Matches = append(h.Matches, &Match{field, us.parts(text)})
	}
}

// unit is one letter of a text, folded, and where it stands.
type unit struct {
	folded     rune
	start, end int
	begins     bool // a word
	found      bool
}

type units []unit

func unitsOf(text string) units {
	var out units
	before := ' '
	for i, r := range text {
		size := len(string(r))
		folded := fold(string(r))
		for _, f := range folded {
			out = append(out, unit{folded: f, start: i, end: i + size, begins: !latin(before) || !latin(f)})
			before = f
		}
		if len(folded) == 0 {
			before = ' '
		}
	}
	return out
}

// find marks where a word stands; where it stands nowhere, what sounds like it.
func (us units) find(folded []rune) {
	short := len(folded) <= short
	any := false
	for i := range us {
		if us.at(i, folded) && (!short || us[i].begins) {
			us.foundFrom(i, i+len(folded))
			any = true
		}
	}
	for i := 0; i < len(us) && !any; i++ {
		if len(readings(us[i].folded)) == 0 {
			continue
		}
		if end := max(us.spoken(i, string(folded), false), us.spoken(i, string(folded), true)); end > 0 {
			us.foundFrom(i, end)
			any = true
		}
	}
}

func (us units) at(i int, folded []rune) bool {
	if i+len(folded) > len(us) {
		return false
	}
	for j, r := range folded {
		if us[i+j].folded != r {
			return false
		}
	}
	return true
}

func (us units) foundFrom(i, end int) {
	for ; i < end; i++ {
		us[i].found = true
	}
}

// spoken is where letters end that say the text from i on, all of it or by its initials; -1 where they do not.
func (us units) spoken(i int, letters string, initials bool) int {
	if letters == "" {
		return i
	}
	if i == len(us) {
		return -1
	}
	rs := readings(us[i].folded)
	if len(rs) == 0 {
		rs = []string{string(us[i].folded)}
	}
	for _, r := range rs {
		if initials {
			r = r[:1]
		}
		if rest, ok := strings.CutPrefix(letters, r); ok {
			if end := us.spoken(i+1, rest, initials); end > 0 {
				return end
			}
		} else if strings.HasPrefix(r, letters) {
			return i + 1
		}
	}
	return -1
}

// parts cuts a text into what was found and what was not.
func (us units) parts(text string) []Part {
	var out []Part
	add := func(from, to int, found bool) {
		switch n := len(out); {
		case from == to:
		case n > 0 && out[n-1].Found == found:
			out[n-1].Text += text[from:to]
		default:
			out = append(out, Part{text[from:to], found})
		}
	}
	at := 0
	for _, u := range us {
		if u.start < at {
			continue
		}
		add(at, u.start, false)
		add(u.start, u.end, u.found)
		at = u.end
	}
	add(at, len(text), false)
	return out
}
