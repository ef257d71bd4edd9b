package read

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

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

// held says which waiting records are wanted.
type held struct {
	by       stage.Department // "" is any
	owner    *string
	journeys []string // nil is all, and those that belong to none
	most     int      // 0 is all
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

// places are the ids of what is held, longest first.
func (h held) places(ctx context.Context, st *store.Store) ([]string, error) {
	ps, err := allOf[*db.Process](ctx, st, id.Process)
	if err != nil {
		return nil, err
	}
	var all *sql.Selector
	for _, kind := range stage.Kinds() {
		q := h.of(ctx, st, kind, ps)
		switch {
		case q == nil:
		case all == nil:
			all = q
		default:
			all.UnionAll(q)
		}
	}
	if all == nil {
		return nil, nil
	}
	var ids []string
	err = scan(ctx, st, h.longest(st, all), func(next func(...any) error) error {
		var recordID string
		err := next(&recordID)
		ids = append(ids, recordID)
		return err
	})
	return ids, err
}

// longest are the ids of what waits longest.
func (h held) longest(st *store.Store, all *sql.Selector) *sql.Selector {
	w := all.As("held")
	q := sql.Dialect(st.Dialect()).Select(w.C("id")).From(w).OrderBy(w.C("stage_entered_at"), w.C("id"))
	if h.most > 0 {
		q.Limit(h.most)
	}
	return q
}

// of selects the waiting records of one kind; nil where none can wait.
func (h held) of(ctx context.Context, st *store.Store, kind id.Kind, ps []*db.Process) *sql.Selector {
	t := db.Tables[kind]
	if h.journeys != nil && !t.HasJourney {
		return nil
	}
	d := sql.Dialect(st.Dialect())
	table := d.Table(t.Name)
	q := d.Select(table.C("id"), table.C("stage_entered_at")).From(table)
	var stages []*sql.Predicate
	for number, keys := range holding(ps, kind, h.by) {
		stages = append(stages, sql.And(sql.EQ(q.C("process_version"), number), sql.In(q.C("stage"), anys(keys)...)))
	}
	if len(stages) == 0 {
		return nil
	}
	q.Where(sql.Or(stages...))
	if kind == id.PaymentPlanItem {
		q.Where(billable(q)) // one that was billed waits as an invoice
	}
	if h.journeys != nil {
		q.Where(sql.In(q.C("journey_id"), anys(h.journeys)...))
	}
	if h.owner != nil {
		q.Where(owned(d, q, kind, *h.owner))
	}
	rows(ctx, kind)(q)
	return h.limited(d, q)
}

// limited keeps no more of one kind than can be among the longest of all.
func (h held) limited(d *sql.DialectBuilder, q *sql.Selector) *sql.Selector {
	if h.most == 0 {
		return q
	}
	w := q.OrderBy(q.C("stage_entered_at"), q.C("id")).Limit(h.most).As("w")
	return d.Select(w.C("id"), w.C("stage_entered_at")).From(w)
}

// owned keeps what someone owns; a version of a quote and an instalment belong to who owns the whole.
func owned(d *sql.DialectBuilder, q *sql.Selector, kind id.Kind, owner string) *sql.Predicate {
	whole := map[id.Kind][2]string{id.QuoteVersion: {"quotes", "quote_id"}, id.PaymentPlanItem: {"contracts", "contract_id"}}
	of, isPart := whole[kind]
	if !isPart {
		return sql.EQ(q.C("owner_id"), owner)
	}
	t := d.Table(of[0])
	return sql.In(q.C(of[1]), d.Select(t.C("id")).From(t).Where(sql.EQ(t.C("owner_id"), owner)))
}

func anys[T any](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// holding are, by version of a kind's process, the keys of the stages that a department holds, or any does.
func holding(ps []*db.Process, kind id.Kind, d stage.Department) map[int][]string {
	out := map[int][]string{}
	for _, p := range ps {
		if p.Kind != kind {
			continue
		}
		keys := slices.DeleteFunc(slices.Clone(p.Document.Stages), func(s stage.Stage) bool {
			return s.Department == "" || d != "" && s.Department != d
		})
		for _, s := range keys {
			out[p.Number] = append(out[p.Number], s.Key)
		}
	}
	return out
}
