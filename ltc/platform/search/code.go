package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The code in which both databases look. It is of ASCII letters, digits and marks only, so that trigrams are the same
// under every locale: letters are folded to a-z and digits, and every other letter, a Chinese character above all, is
// four capitals, the first of A-F and the rest of G-Z. A part of the text is so a part of its code and the other way
// round: no code begins within another one. One character alone has trigrams enough to be found by.
const (
	firsts = "ABCDEF"
	others = "GHIJKLMNOPQRSTUVWXYZ"
	codes  = len(firsts) * len(others) * len(others) * len(others) // characters beyond share their code with a rare one
)

// gap stands before and after every word and between scripts. It is as wide as a trigram needs for a word that begins
// with one letter.
const gap = "  "

// Marks within a haystack. Both databases take them for gaps.
const (
	markKey    = '#' // before a number, a phone: what is looked for as a whole
	markName   = '^' // before a name
	markSound  = '~' // before a name's sounds
	markSounds = '/' // before all sounds that everybody may find
	markVeil   = '|' // before all that some roles do not see
)

// rune4 writes the code of a letter that is none of a-z.
func rune4(b *strings.Builder, r rune) {
	n := int(r) % codes
	b.WriteByte(firsts[n/(len(others)*len(others)*len(others))])
	b.WriteByte(others[n/(len(others)*len(others))%len(others)])
	b.WriteByte(others[n/len(others)%len(others)])
	b.WriteByte(others[n%len(others)])
}

// fold is what a text has in common with all its spellings: width, case and accents do not count, nor does what stands
// between letters; a run of spaces is one.
func fold(text string) []rune {
	var out []rune
	for _, r := range norm.NFC.String(bare(norm.NFKD.String(strings.ToLower(norm.NFKC.String(text))))) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			out = append(out, unicode.ToLower(r))
		case unicode.IsSpace(r) && len(out) > 0 && out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	return []rune(strings.TrimRight(string(out), " "))
}

// bare takes the accents off letters that were taken apart.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, text)
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }

// coded is the code of a folded text, gaps only within.
func coded(folded []rune) string {
	var b strings.Builder
	before := rune(' ')
	for i, r := range folded {
		if r == ' ' || i > 0 && before != ' ' && latin(r) != latin(before) {
			b.WriteString(gap)
		}
		switch {
		case latin(r):
			b.WriteByte(byte(r))
		case r != ' ':
			rune4(&b, r)
		}
		before = r
	}
	return b.String()
}

// words is a text in code as it is found: as a whole, and by what stands between its punctuation, so that a word after
// a hyphen is found by its beginning.
func words(text string) string {
	whole := coded(fold(text))
	parts := strings.FieldsFunc(norm.NFKC.String(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	apart := coded(fold(strings.Join(parts, " ")))
	if whole == "" || apart == whole {
		return gap + whole + gap
	}
	return gap + whole + gap + apart + gap
}
