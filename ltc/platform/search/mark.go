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
	short, any := len(folded) <= short, false
	for i := range us {
		if us.at(i, folded) && (!short || us[i].begins) {
			us.foundFrom(i, i+len(folded))
			any = true
		}
	}
	if any {
		return
	}
	full, initials := us.saying(string(folded), false), us.saying(string(folded), true)
	for i, u := range us {
		if len(readings(u.folded)) == 0 {
			continue
		}
		if end := max(full.end(i, 0), initials.end(i, 0)); end > 0 {
			us.foundFrom(i, end)
			return
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

// saying compares letters with how units are said, all of it or by its initials.
type saying struct {
	us       units
	letters  string
	initials bool
	failed   []bool // from which unit and letter on in vain: nothing is tried twice, in however many ways it can be reached
}

func (us units) saying(letters string, initials bool) *saying {
	return &saying{us, letters, initials, make([]bool, len(us)*len(letters))}
}

// end is where the letters from one on end that say the text from a unit on; -1 where they do not.
func (s *saying) end(i, letter int) int {
	if letter == len(s.letters) {
		return i
	}
	if i == len(s.us) || s.failed[i*len(s.letters)+letter] {
		return -1
	}
	for _, r := range s.ways(i) {
		if strings.HasPrefix(r, s.letters[letter:]) {
			return i + 1
		}
		if strings.HasPrefix(s.letters[letter:], r) {
			if end := s.end(i+1, letter+len(r)); end > 0 {
				return end
			}
		}
	}
	s.failed[i*len(s.letters)+letter] = true
	return -1
}

// ways are how a unit is said.
func (s *saying) ways(i int) []string {
	rs := readings(s.us[i].folded)
	switch {
	case len(rs) == 0:
		return []string{string(s.us[i].folded)}
	case s.initials:
		return initials(rs)
	}
	return rs
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
