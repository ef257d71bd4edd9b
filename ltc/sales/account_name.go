package sales

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// NameKey is a company's name as it is compared (R49): full-width characters as half-width ones, lower case, without
// spaces and without its legal form or (集团). Two accounts of one key may be the same company.
func NameKey(name string) string {
	whole := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, width.Fold.String(name))
	key := strings.ReplaceAll(whole, "(集团)", "")
	for _, form := range []string{"有限责任公司", "有限公司", "股份", "集团"} {
		key = strings.TrimSuffix(key, form)
	}
	if key == "" {
		return whole
	}
	return key
}
