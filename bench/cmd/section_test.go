package main

import "testing"

func TestASectionTakesThePlaceOfTheOneWithItsHeading(t *testing.T) {
	const document = "# Results\n\nof today\n\n## One\n\nfirst\n\n## Two\n\nsecond\n"
	tests := map[string]struct{ document, other, want string }{
		"the first of two":           {document, "## One\n\nnew", "# Results\n\nof today\n\n## One\n\nnew\n\n## Two\n\nsecond\n"},
		"the last of two":            {document, "\n## Two\n\nnew\n\n", "# Results\n\nof today\n\n## One\n\nfirst\n\n## Two\n\nnew\n"},
		"both and another beginning": {document, "# Then\n\n## Two\n\nb\n\n## One\n\na\n", "# Then\n\n## One\n\na\n\n## Two\n\nb\n"},
		"one that is new":            {document, "## Three\n\nnew", document + "\n## Three\n\nnew\n"},
		"into an empty file":         {"", document, document},
		"not one that is like it":    {"## One more\n\nx\n", "## One\n\nnew", "## One more\n\nx\n\n## One\n\nnew\n"},
		"with a table and a level":   {document, "## One\n\n| a |\n|---|\n| b |\n\n### c", "# Results\n\nof today\n\n## One\n\n| a |\n|---|\n| b |\n\n### c\n\n## Two\n\nsecond\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := merged(tt.document, tt.other); got != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}
