package graph

import (
	"crypto/sha256"
	"encoding/json"
	"slices"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
)

// asker is a caller as far as answers depend on them, for as long as nothing of that changes.
type asker struct {
	viewer call.Viewer
	source call.Source
	print  string // of the viewer with all their rights
	asks   map[id.Kind]asks
}

// asks is what an asker's subscription asks of changes of one kind's records.
type asks struct {
	question  string // all that the answer depends on but the instant; "" where that cannot be said
	all, some bool   // of the changes they may see
}

// question is what is asked of changes of one kind's records, whoever asks.
type question struct {
	asked  string
	source call.Source
	kind   id.Kind
}

// as is the caller as an asker: the same one as before, unless they have changed.
func (f *following) as(k call.Call) *asker {
	if f.asker != nil && same(f.asker.viewer, k.Viewer) {
		return f.asker
	}
	f.asker = &asker{k.Viewer, k.Source, printOf(k.Viewer), map[id.Kind]asks{}}
	f.crowd.enter(f, f.asker)
	return f.asker
}

// same tells whether nothing of a viewer has changed. Rights are kept as long as they stand.
func same(a, b call.Viewer) bool {
	return a.Rights == b.Rights && a.Principal == b.Principal && a.Kind == b.Kind && a.UserID == b.UserID &&
		a.DepartmentID == b.DepartmentID && a.Department == b.Department && a.LegalEntityID == b.LegalEntityID && a.SeenBy == b.SeenBy &&
		slices.Equal(a.Delegators, b.Delegators) && slices.Equal(a.Reports, b.Reports) && slices.Equal(a.Below, b.Below)
}

// printOf tells viewers apart by all that an answer may depend on.
func printOf(v call.Viewer) string {
	rights := v.Rights.Fingerprint()
	v.Rights = nil
	return digest(v, rights)
}

// about is what the asker asks of changes of a kind's records.
func (f *following) about(a *asker, kind id.Kind) asks {
	q, known := a.asks[kind]
	if !known {
		q = f.crowd.ask(a.print, question{f.asked, a.source, kind}, func() asks { return f.find(a, kind) })
		a.asks[kind] = q
	}
	return q
}

// find says it anew.
func (f *following) find(a *asker, kind id.Kind) asks {
	of, all := access.Changes(a.viewer, kind)
	q := asks{some: of != nil, all: all}
	if f.asked != "" {
		v := a.viewer
		if f.impersonal(v, kind) {
			v = anybody(v)
		}
		q.question = digest(f.asked, printOf(v), a.source)
	}
	return q
}

// anybody is a viewer without what says who they are, where that does not matter: only what they may, and for which
// function of the house they work.
func anybody(v call.Viewer) call.Viewer {
	v.Principal, v.UserID, v.DepartmentID, v.Delegators, v.Reports, v.Below = "", "", "", nil, nil, nil
	return v
}

// digest is short and equal only for equal values.
func digest(values ...any) string {
	b, err := json.Marshal(values)
	if err != nil {
		panic(err) // texts, numbers and lists of them
	}
	sum := sha256.Sum256(b)
	return string(sum[:])
}
