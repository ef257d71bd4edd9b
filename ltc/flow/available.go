package flow

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Transition is a move that a record may make, or could if something were not missing.
type Transition struct {
	To             string
	Name           stage.Text
	Category       stage.Category
	Verb           string
	Label          stage.Text
	Open           bool
	Allowed        bool
	ReasonRequired bool
	Who            []stage.Department
	Missing        []Missing
}

// Missing is what a move still needs.
type Missing struct {
	Rule   string
	Params map[string]any
	Needs  []string
}

// Available tells for each record where it may go next, by which verb, and what still stands against it; the facts of
// a kind are gathered once for all its records.
func Available(ctx context.Context, st *store.Store, c *db.Client, records []stage.Record) (map[string][]Transition, error) {
	byKind := map[id.Kind][]string{}
	for _, r := range records {
		byKind[r.Kind] = append(byKind[r.Kind], r.ID)
	}
	checks := map[id.Kind]check{}
	for kind, ids := range byKind {
		m, err := machineOf(kind)
		if err != nil {
			return nil, err
		}
		if checks[kind], err = m.gather(ctx, c, ids); err != nil {
			return nil, err
		}
	}
	out := make(map[string][]Transition, len(records))
	for _, r := range records {
		d, err := Document(ctx, st, c, r.Kind, r.ProcessVersion)
		if err != nil {
			return nil, err
		}
		out[r.ID] = leaving(call.From(ctx).Viewer, d, r, checks[r.Kind])
	}
	return out, nil
}

// leaving are the manual transitions out of a record's stage; those that follow by themselves are not offered.
func leaving(v call.Viewer, d stage.Document, r stage.Record, refuses check) []Transition {
	out := []Transition{}
	for _, t := range d.Leaving(r.Stage) {
		s, ok := d.Find(t.To)
		if !ok || (t.Trigger != "" && t.Trigger != stage.Manual) {
			continue
		}
		a := Transition{
			To: s.Key, Name: s.Name, Category: s.Category, Verb: verbOf(t), Label: labelOf(t, s),
			ReasonRequired: t.Reason, Who: who(t), Missing: missing(r, t, refuses),
		}
		a.Open = len(a.Missing) == 0
		a.Allowed = mayMove(v, t) && access.Allows(v, a.Verb)
		out = append(out, a)
	}
	return out
}

func verbOf(t stage.Transition) string {
	if t.Verb == "" {
		return "moveStage"
	}
	return t.Verb
}

func labelOf(t stage.Transition, s stage.Stage) stage.Text {
	if t.Label == (stage.Text{}) {
		return s.Name
	}
	return t.Label
}

func missing(r stage.Record, t stage.Transition, refuses check) []Missing {
	out := []Missing{}
	for _, g := range t.Guards {
		if f := refuses(r.ID, g); f != nil {
			out = append(out, Missing{Rule: f.Rule, Params: f.Params, Needs: needs(f)})
		}
	}
	return out
}

func needs(f *fault.Error) []string {
	if n, ok := f.Help["missing"].([]string); ok {
		return n
	}
	return []string{}
}
