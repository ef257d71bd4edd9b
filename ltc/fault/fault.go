// Package fault is how a verb says no: one error value with a code for programs, a rule with parameters that one
// catalogue turns into a sentence for people, and the fields that have to change. It knows no database and no API.
package fault

import (
	"errors"
	"maps"
)

// Code is the program's half of an error; this is the only list of codes (domain.md, section 2).
type Code string

// The codes that the API promises.
const (
	CodeInvalid              Code = "INVALID"
	CodeNotFound             Code = "NOT_FOUND"
	CodeForbidden            Code = "FORBIDDEN"
	CodeUnauthenticated      Code = "UNAUTHENTICATED"
	CodeStaleVersion         Code = "STALE_VERSION"
	CodeTransitionNotAllowed Code = "TRANSITION_NOT_ALLOWED"
	CodeGuardFailed          Code = "GUARD_FAILED"
	CodeApprovalPending      Code = "APPROVAL_PENDING"
	CodeDuplicateSuspected   Code = "DUPLICATE_SUSPECTED"
	CodeConflict             Code = "CONFLICT"
	CodeLimitExceeded        Code = "LIMIT_EXCEEDED"
	CodeThrottled            Code = "THROTTLED"
	CodeKeyReused            Code = "IDEMPOTENCY_KEY_REUSED"
	CodeCursorExpired        Code = "CURSOR_EXPIRED"
	CodeSlowConsumer         Code = "SLOW_CONSUMER"
	CodeStorageFull          Code = "STORAGE_FULL"
	CodeUnavailable          Code = "UNAVAILABLE"
	CodeInternal             Code = "INTERNAL"
)

// Field is a place in the caller's input, in the caller's words (`lines.2.quantity`), and the rule it breaks.
type Field struct {
	Path string `json:"path"`
	Rule string `json:"rule"`
}

// Error is a refusal. It is written once, where the rule is kept, and travels unchanged to the caller.
type Error struct {
	Code   Code
	Rule   string         // stable: "opportunity.won_needs_promise"
	Params map[string]any // what the sentence needs
	Fields []Field
	Help   map[string]any // what would be allowed, what is missing, which verb to call
	cause  error
}

// Error answers the English sentence, for developers and logs.
func (e *Error) Error() string { return Sentence("en", e.Rule, e.Params) }

// Unwrap answers the cause, which is logged and never shown.
func (e *Error) Unwrap() error { return e.cause }

// Because keeps the cause for the log; it is never shown to the caller.
func (e *Error) Because(err error) *Error { e.cause = err; return e }

// At names the input fields that break the rule.
func (e *Error) At(paths ...string) *Error {
	for _, p := range paths {
		e.Fields = append(e.Fields, Field{Path: p, Rule: e.Rule})
	}
	return e
}

// Under puts a prefix before every field's path: the rule of a line becomes that of `lines.2`.
func (e *Error) Under(prefix string) *Error {
	for i := range e.Fields {
		e.Fields[i].Path = prefix + "." + e.Fields[i].Path
	}
	return e
}

// With adds a parameter for the sentence.
func (e *Error) With(key string, value any) *Error {
	if e.Params == nil {
		e.Params = map[string]any{}
	}
	e.Params[key] = value
	return e
}

// Helping adds what the caller can do about it.
func (e *Error) Helping(key string, value any) *Error {
	if e.Help == nil {
		e.Help = map[string]any{}
	}
	e.Help[key] = value
	return e
}

// Extensions is the error as the API shows it.
func (e *Error) Extensions() map[string]any {
	x := map[string]any{"code": string(e.Code), "rule": e.Rule}
	if len(e.Params) > 0 {
		x["params"] = maps.Clone(e.Params)
	}
	if len(e.Fields) > 0 {
		x["fields"] = e.Fields
	}
	if len(e.Help) > 0 {
		x["help"] = maps.Clone(e.Help)
	}
	return x
}

// New makes a refusal of any code.
func New(code Code, rule string) *Error { return &Error{Code: code, Rule: rule} }

// Invalid refuses an input.
func Invalid(rule string, params map[string]any) *Error {
	return &Error{Code: CodeInvalid, Rule: rule, Params: params}
}

// Guard refuses a move because something is missing; missing names fields, documents or records.
func Guard(rule string, missing ...string) *Error {
	e := New(CodeGuardFailed, rule)
	if len(missing) > 0 {
		e.Helping("missing", missing)
	}
	return e
}

// NotFound hides whether a record is missing or may not be seen.
func NotFound(id string) *Error { return New(CodeNotFound, "record.not_found").With("id", id) }

// Unless is nil where the condition holds, else a failed guard.
func Unless(holds bool, rule string, missing ...string) *Error {
	if holds {
		return nil
	}
	return Guard(rule, missing...)
}

// Of finds the refusal in an error's chain, or nil.
func Of(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return nil
}

// RuleOf is the refusal's rule, or "" for nil; tables in tests compare it.
func RuleOf(err error) string {
	if e := Of(err); e != nil {
		return e.Rule
	}
	return ""
}

// CodeOf is the refusal's code, or "" where the error is nil or no refusal.
func CodeOf(err error) Code {
	if e := Of(err); e != nil {
		return e.Code
	}
	return ""
}
