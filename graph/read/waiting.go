package read

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Waiting is a record that waits for a department.
type Waiting struct {
	Record           Staged
	Kind             id.Kind
	Number, Title    string
	JourneyID        *string
	OwnerID          *string
	OwnerName        *string
	Stage            string
	StageName        stage.Text
	Department       *stage.Department
	Since            time.Time
	BusinessSeconds  int
	LateAfterSeconds int // 0 is never
	Transitions      []*Transition
}

// WaitingFor is what waits for a department now, longest first: all records in a stage that it holds. Without a
// department it is the viewer's own; nothing waits for someone without one.
func WaitingFor(ctx context.Context, st *store.Store, d *stage.Department, owner *string, first *int) ([]*Waiting, error) {
	n, err := sized("first", first, pageSize)
	if err != nil {
		return nil, err
	}
	by := call.From(ctx).Viewer.Department
	if d != nil {
		by = *d
	}
	if by == "" {
		return nil, nil
	}
	return waitingOf(ctx, st, held{by: by, owner: owner, most: n}, Asked(ctx))
}

// waitingOf finds what is held, with what is asked of it: one statement for the places of all kinds, one for the
// records of each kind that was found.
func waitingOf(ctx context.Context, st *store.Store, h held, s Selection) ([]*Waiting, error) {
	places, err := h.places(ctx, st)
	if err != nil {
		return nil, err
	}
	found, err := recordsAt(ctx, st, places)
	if err != nil {
		return nil, err
	}
	if asked, ok := s.at("record"); ok {
		if err := bringMixed(ctx, st, found, asked); err != nil {
			return nil, err
		}
	}
	out := make([]*Waiting, 0, len(found))
	for _, n := range found {
		w, err := waits(ctx, st, n)
		if err != nil {
			return nil, err
		}
		out = append(out, w)
	}
	return out, describe(ctx, st, out, s)
}

// recordsAt are the records of the ids, in their order; one that went in the meantime is left out.
func recordsAt(ctx context.Context, st *store.Store, ids []string) ([]db.Node, error) {
	byKind := map[id.Kind][]string{}
	for _, r := range ids {
		k, _ := id.KindOf(r)
		byKind[k] = append(byKind[k], r)
	}
	byID := map[string]db.Node{}
	for kind, of := range byKind {
		found, err := nodes(ctx, st, kind, of)
		if err != nil {
			return nil, err
		}
		for _, n := range found {
			byID[n.NodeID()] = n
		}
	}
	var out []db.Node
	for _, r := range ids {
		if n := byID[r]; n != nil {
			out = append(out, n)
		}
	}
	return out, nil
}

// waits says since when a record waits, and for whom.
func waits(ctx context.Context, st *store.Store, n db.Node) (*Waiting, error) {
	r := n.(stage.Logged).LogRecord()
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	d, err := flow.Document(ctx, st, st.Reader(), r.Kind, r.ProcessVersion)
	if err != nil {
		return nil, store.Translate(err)
	}
	in, _ := d.Find(r.Stage)
	w := &Waiting{
		Record: n.(Staged), Kind: r.Kind, Stage: r.Stage, StageName: in.Name, Since: r.EnteredAt,
		BusinessSeconds:  int(co.Calendar.Elapsed(r.EnteredAt, call.Now(ctx)) / time.Second),
		LateAfterSeconds: in.LateAfter * 3600,
	}
	if r.JourneyID != "" {
		w.JourneyID = &r.JourneyID
	}
	if in.Department != "" {
		w.Department = &in.Department
	}
	return w, nil
}

// describe adds what people see of the records, and where they may go.
func describe(ctx context.Context, st *store.Store, ws []*Waiting, s Selection) error {
	records := make([]stage.Record, len(ws))
	ids := make([]string, len(ws))
	for i, w := range ws {
		records[i] = w.Record.(stage.Logged).LogRecord()
		ids[i] = w.Record.NodeID()
	}
	if s.has("number", "title", "ownerId", "ownerName") {
		if err := caption(ctx, st, ws, ids, s.has("ownerName")); err != nil {
			return err
		}
	}
	if asked, ok := s.at("transitions"); ok {
		ways, err := waysOf(ctx, st, records, asked)
		if err != nil {
			return err
		}
		for _, w := range ws {
			w.Transitions = ways[w.Record.NodeID()]
		}
	}
	return nil
}

func caption(ctx context.Context, st *store.Store, ws []*Waiting, ids []string, named bool) error {
	captions, err := insight.Captions(ctx, st, ids)
	if err != nil {
		return err
	}
	var owners []string
	for i, w := range ws {
		c := captions[ids[i]]
		w.Number, w.Title = c.Number, c.Title
		if c.OwnerID != "" {
			w.OwnerID = &c.OwnerID
			owners = append(owners, c.OwnerID)
		}
	}
	if !named {
		return nil
	}
	names, err := namesOf(ctx, st, owners)
	for _, w := range ws {
		if w.OwnerID != nil {
			name := names[*w.OwnerID]
			w.OwnerName = &name
		}
	}
	return err
}
