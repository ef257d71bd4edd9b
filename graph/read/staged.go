package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func init() {
	for _, kind := range stage.Kinds() {
		compute(stageNames, kind, "stageName")
		look(kind, "stageName", func(s stage.Stage) any { return &s.Name })
		compute(transitions, kind, "availableTransitions")
	}
}

// stageNames names the records' stages as their own versions of the process do.
func stageNames(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
	for _, n := range rs {
		r := n.(stage.Logged).LogRecord()
		s, err := stageOf(ctx, st, r.Kind, r.ProcessVersion, r.Stage)
		if err != nil {
			return err
		}
		n.Derive("stageName", &s.Name)
	}
	return nil
}

// Transition is a move that a record may make, or could if something were not missing.
type Transition struct {
	flow.Transition
	Missing []*Missing
}

// Missing is what a move still needs, and the sentence of the rule in the viewer's language.
type Missing struct {
	Rule, Message string
	Needs         []string
}

// transitions tells for all records at once where they may go.
func transitions(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	records := make([]stage.Record, len(rs))
	for i, n := range rs {
		records[i] = n.(stage.Logged).LogRecord()
	}
	asked, _ := s.at("availableTransitions")
	ways, err := waysOf(ctx, st, records, asked)
	if err != nil {
		return err
	}
	for _, n := range rs {
		n.Derive("availableTransitions", ways[n.NodeID()])
	}
	return nil
}

// waysOf are the transitions of each record, by its id.
func waysOf(ctx context.Context, st *store.Store, records []stage.Record, s Selection) (map[string][]*Transition, error) {
	available, err := flow.Available(ctx, st, st.Reader(), records)
	if err != nil {
		return nil, store.Translate(err)
	}
	language := ""
	if _, ok := s.at("missing", "message"); ok {
		if language, err = languageOf(ctx, st); err != nil {
			return nil, err
		}
	}
	ways := make(map[string][]*Transition, len(available))
	for recordID, ts := range available {
		ways[recordID] = said(ts, language)
	}
	return ways, nil
}

// said gives what is missing its sentences.
func said(ts []flow.Transition, language string) []*Transition {
	out := make([]*Transition, len(ts))
	for i, t := range ts {
		out[i] = &Transition{Transition: t, Missing: make([]*Missing, len(t.Missing))}
		for j, m := range t.Missing {
			out[i].Missing[j] = &Missing{m.Rule, fault.Sentence(language, m.Rule, m.Params), m.Needs}
		}
	}
	return out
}

// languageOf is the viewer's language: "zh" or "en"; a program without a person reads English.
func languageOf(ctx context.Context, st *store.Store) (string, error) {
	v := call.From(ctx).Viewer
	if v.UserID == "" {
		return string(user.LanguageEn), nil
	}
	u, err := st.Reader().User.Get(ctx, v.UserID)
	if err != nil {
		return "", store.Translate(err)
	}
	return string(u.Language), nil
}
