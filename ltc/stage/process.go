package stage

import (
	"slices"

	"github.com/leadtocash/ltc/ltc/id"
)

// Text is a name in the languages that people read.
type Text struct {
	ZH string `json:"zh-CN"`
	EN string `json:"en"`
}

// Document is a process of one kind of record: its stages in their order, and the moves between them.
type Document struct {
	Name        Text         `json:"name"`
	Stages      []Stage      `json:"stages"`
	Transitions []Transition `json:"transitions"`
}

// Stage is a place in a process.
type Stage struct {
	Key      string   `json:"key"` // stable; a company may choose any
	Name     Text     `json:"name"`
	Category Category `json:"category"`
	// Entry marks the one stage of its category at which verbs aim.
	Entry      bool       `json:"entry,omitempty"`
	Department Department `json:"department,omitempty"` // who holds a record here; empty where nobody waits
	// Probability to win in percent and the forecast's category; opportunities only.
	Probability int    `json:"probability,omitempty"`
	Forecast    string `json:"forecast,omitempty"`
	// LateAfter and StaleAfter are business hours; 0 is never.
	LateAfter  int  `json:"lateAfter,omitempty"`
	StaleAfter int  `json:"staleAfter,omitempty"`
	Guidance   Text `json:"guidance,omitzero"`
}

// Trigger is what sets a transition off.
type Trigger string

// People, a rule that holds, or time.
const (
	Manual    Trigger = "manual"
	Automatic Trigger = "automatic"
	Timer     Trigger = "timer"
)

// Transition is an allowed move.
type Transition struct {
	From    string       `json:"from"`
	To      string       `json:"to"`
	Label   Text         `json:"label,omitzero"`
	Verb    string       `json:"verb,omitempty"` // the verb that has the move's effects; empty: moveStage
	Trigger Trigger      `json:"trigger,omitempty"`
	Who     []Department `json:"who,omitempty"` // empty: whoever may call the verb
	Reason  bool         `json:"reason,omitempty"`
	Guards  []Guard      `json:"guards,omitempty"`
}

// Guard names a check that code registers over plain facts, and its parameters.
type Guard struct {
	Name   string            `json:"name"`
	Params map[string]string `json:"params,omitempty"`
}

// Find is the stage of the key.
func (d Document) Find(key string) (Stage, bool) {
	i := slices.IndexFunc(d.Stages, func(s Stage) bool { return s.Key == key })
	if i < 0 {
		return Stage{}, false
	}
	return d.Stages[i], true
}

// Entry is the stage of the category at which verbs aim.
func (d Document) Entry(c Category) (Stage, bool) {
	i := slices.IndexFunc(d.Stages, func(s Stage) bool { return s.Category == c && s.Entry })
	if i < 0 {
		return Stage{}, false
	}
	return d.Stages[i], true
}

// Leaving are the transitions out of a stage, in the order of the document.
func (d Document) Leaving(key string) []Transition {
	var out []Transition
	for _, t := range d.Transitions {
		if t.From == key {
			out = append(out, t)
		}
	}
	return out
}

// Between is the transition from one stage to another.
func (d Document) Between(from, to string) (Transition, bool) {
	i := slices.IndexFunc(d.Transitions, func(t Transition) bool { return t.From == from && t.To == to })
	if i < 0 {
		return Transition{}, false
	}
	return d.Transitions[i], true
}

// InCategory are the keys of the stages of the given categories.
func (d Document) InCategory(cs ...Category) []string {
	var out []string
	for _, s := range d.Stages {
		if slices.Contains(cs, s.Category) {
			out = append(out, s.Key)
		}
	}
	return out
}

// Check tells what is wrong with the document for a kind, or nil: keys repeat, a category is not the kind's or has no
// single entry, a transition leads nowhere, a guard is not known.
func (d Document) Check(k id.Kind, guardKnown func(string) bool) error {
	entries := map[Category]int{}
	seen := map[string]bool{}
	for _, s := range d.Stages {
		switch {
		case s.Key == "" || seen[s.Key]:
			return problem("process.key_repeated", s.Key)
		case !slices.Contains(categories[k], s.Category):
			return problem("process.category_unknown", string(s.Category))
		case s.Name.ZH == "" || s.Name.EN == "":
			return problem("process.name_missing", s.Key)
		}
		seen[s.Key] = true
		if s.Entry {
			entries[s.Category]++
		} else {
			entries[s.Category] += 0
		}
	}
	for c, n := range entries {
		if n != 1 {
			return problem("process.one_entry", string(c))
		}
	}
	return d.checkTransitions(seen, guardKnown)
}

func (d Document) checkTransitions(stages map[string]bool, guardKnown func(string) bool) error {
	seen := map[[2]string]bool{}
	for _, t := range d.Transitions {
		at := [2]string{t.From, t.To}
		if !stages[t.From] || !stages[t.To] || t.From == t.To || seen[at] {
			return problem("process.transition_wrong", t.From+" -> "+t.To)
		}
		seen[at] = true
		for _, g := range t.Guards {
			if !guardKnown(g.Name) {
				return problem("process.guard_unknown", g.Name)
			}
		}
	}
	return nil
}
