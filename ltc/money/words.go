package money

// Words is the amount in Chinese capitals (大写金额, R10) for CNY, written as the rules for bills ask: "壹仟元整",
// "伍分", "负叁拾元零贰分". It carries no 人民币 in front, which the form prints. Other currencies have no capitals
// and answer like "USD 12.30".
func (a Amount) Words() string {
	if a.Currency != "CNY" {
		return a.Currency + " " + a.Decimal()
	}
	minor := magnitude(a.Minor)
	words := yuan(minor/100) + cents(minor)
	if a.Minor < 0 {
		return "负" + words
	}
	return words
}

var digit = [...]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}

var units = []struct {
	size uint64
	name string
}{{100_000_000, "亿"}, {10_000, "万"}, {1_000, "仟"}, {100, "佰"}, {10, "拾"}}

func yuan(n uint64) string {
	if n == 0 {
		return ""
	}
	return capitals(n) + "元"
}

// capitals reads a number as it is spoken: so many of the largest unit, then the rest, with one 零 for a gap.
func capitals(n uint64) string {
	for _, u := range units {
		if n < u.size {
			continue
		}
		words := capitals(n/u.size) + u.name
		switch rest := n % u.size; {
		case rest == 0:
			return words
		case rest < u.size/10:
			return words + digit[0] + capitals(rest)
		default:
			return words + capitals(rest)
		}
	}
	return digit[n]
}

// cents reads 角 and 分. Nothing may be added to a bill behind 分; what ends before is closed with 整.
func cents(minor uint64) string {
	jiao, fen := minor/10%10, minor%10
	switch {
	case minor == 0:
		return "零元整"
	case jiao == 0 && fen == 0:
		return "整"
	case fen == 0:
		return digit[jiao] + "角整"
	case jiao > 0:
		return digit[jiao] + "角" + digit[fen] + "分"
	case minor < 100:
		return digit[fen] + "分"
	default:
		return digit[0] + digit[fen] + "分"
	}
}
