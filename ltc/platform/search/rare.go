package search

import (
	"cmp"
	"slices"
)

const (
	mostRare = 3  // trigrams that the index is asked for
	worth    = 50 // so many times as many entries may hold a trigram as it would spare from being read
)

// trigram is one of a word's.
type trigram struct {
	word, at int
	held     []uint16
}

// pieces are the parts of each word that the index is asked for: few trigrams, of which the rarest says most already;
// the index would read the lists of all of them. What it finds is compared with the whole word.
func (h holders) pieces(words []word) [][]string {
	out := make([][]string, len(words))
	if len(h) == 0 {
		for i, w := range words {
			out[i] = []string{w.code}
		}
		return out
	}
	picked := rarest(h.trigrams(words))
	slices.SortFunc(picked, func(a, b trigram) int { return cmp.Or(a.word-b.word, a.at-b.at) })
	for len(picked) > 0 {
		first, n := picked[0], 1
		for n < len(picked) && picked[n].word == first.word && picked[n].at <= picked[n-1].at+3 {
			n++
		}
		out[first.word] = append(out[first.word], words[first.word].code[first.at:picked[n-1].at+3])
		picked = picked[n:]
	}
	return out
}

// trigrams are those of words that both databases know, the rarest first.
func (h holders) trigrams(words []word) []trigram {
	var out []trigram
	for i, w := range words {
		for at := range len(w.code) - 2 {
			if t := w.code[at : at+3]; t[1:] != gap {
				out = append(out, trigram{i, at, h[t]})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b trigram) int { return len(a.held) - len(b.held) })
	return out
}

// rarest are the first of sorted trigrams, and those that make what is found less.
func rarest(ts []trigram) []trigram {
	picked, left := ts[:1:1], ts[0].held
	for _, t := range ts[1:] {
		if len(picked) == mostRare || len(t.held) > worth*max(len(left), 1) {
			break
		}
		if fewer := both(left, t.held); len(left) == 0 || len(fewer) < len(left) {
			picked, left = append(picked, t), fewer
		}
	}
	return picked
}
