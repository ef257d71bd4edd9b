package graph

import (
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// fewProblems are the rules of validation, each of which notes only so many problems of a document as are told: a
// document of four kilobytes can have a hundred thousand.
func fewProblems() *rules.Rules {
	few := rules.NewRules()
	for name, check := range rules.NewDefaultRules().GetInner() {
		few.AddRule(name, func(observers *core.Events, add core.AddErrFunc) {
			noted := 0
			check(observers, func(options ...core.ErrorOption) {
				if noted++; noted <= mostErrors {
					add(options...)
				}
			})
		})
	}
	return few
}
