package fault

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed rules.json
var rulesJSON []byte

// text is a rule's sentence in the languages that people read; {name} stands for a parameter.
type text struct {
	ZH string `json:"zh-CN"`
	EN string `json:"en"`
}

var catalogue = func() map[string]text {
	m := map[string]text{}
	if err := json.Unmarshal(rulesJSON, &m); err != nil {
		panic("ltc/fault/rules.json: " + err.Error())
	}
	return m
}()

// Known tells whether the catalogue has a sentence for the rule.
func Known(rule string) bool { _, ok := catalogue[rule]; return ok }

// Sentence says a rule in a language ("zh-CN" or "en"); an unknown rule answers its own name.
func Sentence(language, rule string, params map[string]any) string {
	t, ok := catalogue[rule]
	if !ok {
		return rule
	}
	s := t.EN
	if strings.HasPrefix(language, "zh") {
		s = t.ZH
	}
	for k, v := range params {
		s = strings.ReplaceAll(s, "{"+k+"}", fmt.Sprint(v))
	}
	return s
}
