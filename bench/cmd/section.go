package main

import (
	"os"
	"slices"
	"strings"
)

// put writes sections of the results in the place of those that have their headings: each measurement has its own, and
// leaves the others, and what people wrote in sections of their own, as they are.
func put(path, text string) error {
	was, err := os.ReadFile(path) //nolint:gosec // the file that the results go to
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	return os.WriteFile(path, []byte(merged(string(was), text)), 0o644)
}

// merged is a document with the sections of another in the place of its own, and its beginning, if it has one.
func merged(document, other string) string {
	out := parted(document)
	for _, p := range parted(other) {
		i := slices.IndexFunc(out, func(o part) bool { return o.heading == p.heading })
		switch {
		case i >= 0 && p.text != "":
			out[i] = p
		case i < 0:
			out = append(out, p)
		}
	}
	var w strings.Builder
	for _, p := range out {
		if p.heading != "" {
			w.WriteString("\n## " + p.heading + "\n\n")
		}
		if p.text != "" {
			w.WriteString(p.text + "\n")
		}
	}
	return strings.TrimLeft(w.String(), "\n")
}

// part is a section of a document; the one without a heading is its beginning.
type part struct{ heading, text string }

func parted(document string) []part {
	var out []part
	for i, text := range strings.Split("\n"+document, "\n## ") {
		p := part{text: text}
		if i > 0 {
			p.heading, p.text, _ = strings.Cut(text, "\n")
		}
		p.text = strings.TrimSpace(p.text)
		out = append(out, p)
	}
	return out
}
