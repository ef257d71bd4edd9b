package money_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/leadtocash/ltc/ltc/money"
)

// The examples of R10, then those of 正确填写票据和结算凭证的基本规定.
func TestWords(t *testing.T) {
	for decimal, want := range map[string]string{
		"0.00":         "零元整",
		"0.05":         "伍分",
		"10.00":        "壹拾元整",
		"10000000.10":  "壹仟万元壹角整",
		"-30.02":       "负叁拾元零贰分",
		"-0.50":        "负伍角整",
		"1409.50":      "壹仟肆佰零玖元伍角整",
		"6007.14":      "陆仟零柒元壹角肆分",
		"1680.32":      "壹仟陆佰捌拾元叁角贰分",
		"107000.53":    "壹拾万柒仟元伍角叁分",
		"16409.02":     "壹万陆仟肆佰零玖元零贰分",
		"325.04":       "叁佰贰拾伍元零肆分",
		"100000000":    "壹亿元整",
		"100005000":    "壹亿零伍仟元整",
		"100000007":    "壹亿零柒元整",
		"1001001.01":   "壹佰万壹仟零壹元零壹分",
		"10001000":     "壹仟万壹仟元整",
		"100100":       "壹拾万零壹佰元整",
		"120000000000": "壹仟贰佰亿元整",
		"92233720368547758.07": "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿" +
			"陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分",
	} {
		if got := must(money.ParseAmount(decimal, "CNY")).Words(); got != want {
			t.Errorf("%s is written %s, want %s", decimal, got, want)
		}
	}
	if got := (money.Amount{Minor: -1230, Currency: "USD"}).Words(); got != "USD -12.30" {
		t.Errorf("dollars have no capitals, got %q", got)
	}
}

func TestWordsNeverRepeatAZeroAndAreClosed(t *testing.T) {
	seen := map[string]int64{}
	rapid.Check(t, func(t *rapid.T) {
		minor := rapid.OneOf(rapid.Int64Min(-math.MaxInt64), rapid.Int64Range(0, 2_000_000)).Draw(t, "minor")
		words := (money.Amount{Minor: minor, Currency: "CNY"}).Words()
		if strings.Contains(words, "零零") || strings.Contains(words, "零亿") || strings.Contains(words, "零万") {
			t.Fatalf("%d is written %s", minor, words)
		}
		if !strings.HasSuffix(words, "整") && !strings.HasSuffix(words, "分") {
			t.Fatalf("%d is written %s, to which something could be added", minor, words)
		}
		if other, taken := seen[words]; taken && other != minor {
			t.Fatalf("%d and %d are both written %s", minor, other, words)
		}
		seen[words] = minor
	})
}

func TestCompact(t *testing.T) {
	tests := map[string]struct{ decimal, currency, zh, en string }{
		"small amounts are exact":             {"999.99", "CNY", "999.99", "999.99"},
		"a thousand":                          {"1000.00", "CNY", "1000.00", "1K"},
		"ten thousand":                        {"10000.00", "CNY", "1万", "10K"},
		"two decimals at most":                {"12345678.90", "CNY", "1234.57万", "12.35M"},
		"rounding up reaches the next unit":   {"99999999.99", "CNY", "1亿", "100M"},
		"no rounding up to the first unit":    {"999.999", "KWD", "999.999", "999.999"},
		"a hundred million and twenty":        {"120000000.00", "CNY", "1.2亿", "120M"},
		"a credit":                            {"-15000.00", "CNY", "-1.5万", "-15K"},
		"yen":                                 {"2500000000", "JPY", "25亿", "2.5B"},
		"nothing":                             {"0.00", "CNY", "0.00", "0.00"},
		"the largest amount there is":         {"92233720368547758.07", "CNY", "922337203.69亿", "92233720.37B"},
		"an amount just below the first unit": {"9999.94", "CNY", "9999.94", "10K"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			a := must(money.ParseAmount(test.decimal, test.currency))
			if got := a.Compact("zh-CN"); got != test.zh {
				t.Errorf("zh-CN: %s, want %s", got, test.zh)
			}
			if got := a.Compact("en"); got != test.en {
				t.Errorf("en: %s, want %s", got, test.en)
			}
		})
	}
}
