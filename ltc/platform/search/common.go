package search

import (
	"slices"
	"strings"
)

const (
	few      = 20_000 // entries, of which all that is found may be ranked
	partSeen = 100    // one of how many records is taken for seen by who does not see all
	fewest   = 8      // haystacks of the sample tell where words stand; fewer may stand there by chance
)

// So many records are read in the order of their age while the index answers one.
const (
	walkedPostgres = 6
	walkedSQLite   = 2
)

// holders are the haystacks that hold a trigram, by their places from the newest on.
type holders map[string][]uint16

// common tells whether so many records hold the words that reading from the newest one on is less work than the index:
// the one reads down to where the viewer has seen enough, the other all that hold them.
func (a *asked) common(total, size int, found []uint16, postgres bool) bool {
	walked := walkedSQLite
	if postgres {
		walked = walkedPostgres
	}
	read := a.newest()
	if len(a.parted) > 0 {
		read *= partSeen
	}
	enough := 1 + read*size/max(total, 1)
	return size > 0 && len(found) >= max(enough, fewest) && int(found[enough-1]) < walked*len(found)
}

// newest is how many of the records that the viewer sees are ranked where very many hold the words.
func (a *asked) newest() int {
	if len(a.parted) > 0 {
		return newestOfPart
	}
	return newest
}

// holding are the haystacks that hold the words: of those with all trigrams, some have them in other places.
func (h holders) holding(words []word, haystacks []string) []uint16 {
	return slices.DeleteFunc(h.likely(words), func(place uint16) bool { return !holds(haystacks[place], words) })
}

func holds(haystack string, words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return !strings.Contains(haystack, w.code) })
}

// likely are the haystacks with all trigrams of the words.
func (h holders) likely(words []word) []uint16 {
	out := slices.Clone(h[words[0].code[:3]])
	for _, w := range words {
		for i := 0; i < len(w.code)-2 && len(out) > 0; i++ {
			out = both(out, h[w.code[i:i+3]])
		}
	}
	return out
}

// both are the places that two lists share.
func both(a, b []uint16) []uint16 {
	var out []uint16
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return out
}
