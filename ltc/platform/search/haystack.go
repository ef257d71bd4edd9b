package search

import "strings"

// text is one of a record's texts, by the field's name in the API.
type text struct {
	field, value string
	as           role
}

// role is what a text is to the search.
type role int

const (
	number role = iota // a key that everybody may find
	name
	key   // a key that a role may hide: a phone, an e-mail
	alias // a name that a role may hide
)

// veiled tells whether a role may keep the text from somebody, who then must not find by it either.
func (r role) veiled() bool { return r == key || r == alias }

// haystack is all of a record's texts in code: what everybody may find by, how that sounds, and behind the veil what
// roles can hide.
func haystack(texts []text) string {
	var open, sound, veil strings.Builder
	for _, t := range texts {
		into, heard := &open, &sound
		if t.as.veiled() {
			into, heard = &veil, &veil
		}
		switch t.as {
		case number, key:
			into.WriteString(string(markKey) + gap + coded(fold(bareKey(t.value))) + gap)
		case name, alias:
			into.WriteRune(markName)
			into.WriteString(words(t.value))
			for _, s := range sounds(t.value) {
				heard.WriteRune(markSound)
				heard.WriteString(gap + s + gap)
			}
		}
	}
	return open.String() + string(markSounds) + sound.String() + string(markVeil) + veil.String()
}

// bareKey is a key as people write it down: a Chinese phone without the country.
func bareKey(value string) string { return strings.TrimPrefix(value, "+86") }
