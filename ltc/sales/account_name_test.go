package sales

import "testing"

func TestTheKeyOfAName(t *testing.T) {
	tests := map[string]struct{ name, key string }{
		"the legal form goes":                   {"深圳蓝海科技有限公司", "深圳蓝海科技"},
		"so does the longer one":                {"深圳蓝海科技有限责任公司", "深圳蓝海科技"},
		"and the one by shares":                 {"深圳蓝海科技股份有限公司", "深圳蓝海科技"},
		"a group in full-width brackets":        {"华恒（集团）有限公司", "华恒"},
		"a group without brackets":              {"华恒集团股份有限公司", "华恒"},
		"a place in brackets stays":             {"华恒(深圳)有限公司", "华恒(深圳)"},
		"full-width letters are the same":       {"ＡＣＭＥ贸易", "acme贸易"},
		"spaces and capitals are no difference": {" Acme  Corporation ", "acmecorporation"},
		"a name of nothing but its form stays":  {"有限公司", "有限公司"},
		"a form in the middle is part of it":    {"有限公司之友", "有限公司之友"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := NameKey(tt.name); got != tt.key {
				t.Errorf("NameKey(%q) = %q, want %q", tt.name, got, tt.key)
			}
		})
	}
}

func TestAUnifiedSocialCreditCode(t *testing.T) {
	tests := map[string]struct {
		code string
		want bool
	}{
		"with its check digit":           {"9144030071526726XG", true},
		"another one":                    {"91330100799655058B", true},
		"a wrong check digit":            {"9144030071526726XH", false},
		"two digits changed places":      {"9144030071526762XG", false},
		"a letter that is never used":    {"9144030071526726IG", false},
		"too short":                      {"9144030071526726X", false},
		"nothing":                        {"", false},
		"as long, but no code at all":    {"abcdefghijklmnopqr", false},
		"Chinese characters of its size": {"统一社会信用", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := validUSCC(tt.code); got != tt.want {
				t.Errorf("validUSCC(%q) = %v", tt.code, got)
			}
		})
	}
}
