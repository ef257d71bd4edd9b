package money

import "strings"

// scale is a unit of the short form: so many major units have this name.
type scale struct {
	size int64
	name string
}

var (
	chineseScales = []scale{{100_000_000, "亿"}, {10_000, "万"}}
	englishScales = []scale{{1_000_000_000, "B"}, {1_000_000, "M"}, {1_000, "K"}}
)

// Compact is the amount for a board or a chart: "1234.57万", "1.2亿" in zh-CN, "12.35M" in en; at most two decimals,
// rounded half away from zero, and 9999.9999万 is 1亿. Below the smallest unit it is Decimal. It carries no currency.
func (a Amount) Compact(locale string) string {
	scales := englishScales
	if strings.HasPrefix(locale, "zh") {
		scales = chineseScales
	}
	smallest := scales[len(scales)-1].size * tenToThe(a.digits())
	if magnitude(a.Minor) < uint64(smallest) {
		return a.Decimal()
	}
	for _, s := range scales {
		hundredths, err := MulDiv(a.Minor, 100, s.size*tenToThe(a.digits()))
		if err == nil && magnitude(hundredths) >= 100 {
			return shortest(hundredths, 2) + s.name
		}
	}
	return a.Decimal()
}
