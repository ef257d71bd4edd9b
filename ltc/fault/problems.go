package fault

import "strings"

// Problems gathers all that is wrong with an input, so that a person hears it once.
type Problems struct{ fields []Field }

// Add notes that a field breaks a rule.
func (p *Problems) Add(path, rule string) { p.fields = append(p.fields, Field{Path: path, Rule: rule}) }

// Required notes an empty text.
func (p *Problems) Required(path, value string) {
	if strings.TrimSpace(value) == "" {
		p.Add(path, "input.required")
	}
}

// Short notes a text that is longer than most characters; a missing one is short.
func (p *Problems) Short(path string, value *string, most int) {
	if value != nil && len([]rune(*value)) > most {
		p.Add(path, "input.too_long")
	}
}

// Unless notes a rule that does not hold.
func (p *Problems) Unless(holds bool, path, rule string) {
	if !holds {
		p.Add(path, rule)
	}
}

// Because takes over the fields of another refusal.
func (p *Problems) Because(err error) error {
	f := Of(err)
	if f == nil {
		return err
	}
	if len(f.Fields) == 0 {
		return err
	}
	p.fields = append(p.fields, f.Fields...)
	return nil
}

// Err is nil where nothing is wrong, else one INVALID with all fields; a single problem is named by its own rule.
func (p *Problems) Err() error {
	switch len(p.fields) {
	case 0:
		return nil
	case 1:
		return &Error{Code: CodeInvalid, Rule: p.fields[0].Rule, Fields: p.fields}
	}
	return &Error{Code: CodeInvalid, Rule: "input.invalid", Fields: p.fields}
}
