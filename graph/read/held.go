package read

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// held says which waiting records are wanted.
type held struct {
	by       stage.Department // "" is any
	owner    *string
	journeys []string // nil is all, and those that belong to none
	most     int      // 0 is all
}

// places are the ids of what is held, longest first.
func (h held) places(ctx context.Context, st *store.Store) ([]string, error) {
	ps, err := allOf[*db.Process](ctx, st, id.Process)
	if err != nil {
		return nil, err
	}
	var all *sql.Selector
	for _, kind := range stage.Kinds() {
		qs, err := h.of(ctx, st, kind, ps)
		if err != nil {
			return nil, err
		}
		for _, q := range qs {
			if all == nil {
				all = q
			} else {
				all.UnionAll(q)
			}
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

// of selects the waiting records of one kind, stage by stage: each is read along the index by which a stage is sorted,
// and gives no more than can be among the longest of all. What one person owns is few, and read at once.
func (h held) of(ctx context.Context, st *store.Store, kind id.Kind, ps []*db.Process) ([]*sql.Selector, error) {
	if h.journeys != nil && !db.Tables[kind].HasJourney {
		return nil, nil
	}
	stages := holding(ps, kind, h.by)
	if len(stages) == 0 {
		return nil, nil
	}
	narrow, err := h.narrow(ctx, st, kind)
	if err != nil {
		return nil, err
	}
	d := sql.Dialect(st.Dialect())
	var in []*sql.Predicate
	var out []*sql.Selector
	for _, key := range slices.Sorted(maps.Keys(stages)) {
		stands := sql.And(sql.EQ("stage", key), sql.In("process_version", anys(stages[key])...))
		if in = append(in, stands); h.owner == nil && h.most > 0 {
			out = append(out, h.limited(d, kind, stands, narrow))
		}
	}
	if out == nil {
		out = append(out, h.limited(d, kind, sql.Or(in...), narrow))
	}
	return out, nil
}

// narrow is what has to hold for the waiting records of a kind beside their stage. An instalment that was billed waits
// as an invoice; those that were not are few, and known by the summary rows, while most stay in their stage for good.
func (h held) narrow(ctx context.Context, st *store.Store, kind id.Kind) ([]narrow, error) {
	var out []narrow
	if h.owner == nil || access.PartialOf(call.From(ctx).Viewer, ownedBy(kind), *h.owner) {
		out = append(out, rows(ctx, kind)) // all that one owns is seen without a look at each
	}
	if kind == id.PaymentPlanItem {
		out = append(out, func(s *sql.Selector) { s.Where(billable(s)) })
	}
	if kind == id.PaymentPlanItem && h.journeys == nil {
		ids, known, err := insight.Unbilled(ctx, st)
		if err != nil {
			return nil, err
		}
		if known {
			out = append(out, sql.FieldIn("id", ids...))
		}
	}
	if h.journeys != nil {
		out = append(out, sql.FieldIn("journey_id", h.journeys...))
	}
	if h.owner != nil {
		out = append(out, func(s *sql.Selector) { s.Where(owned(sql.Dialect(st.Dialect()), s, kind, *h.owner)) })
	}
	return out, nil
}

// limited selects records in some stages, no more than can be among the longest of all.
func (h held) limited(d *sql.DialectBuilder, kind id.Kind, in *sql.Predicate, narrow []narrow) *sql.Selector {
	t := d.Table(db.Tables[kind].Name)
	q := d.Select(t.C("id"), t.C("stage_entered_at")).From(t).Where(in)
	for _, n := range narrow {
		n(q)
	}
	if h.most == 0 {
		return q
	}
	w := q.OrderBy(q.C("stage_entered_at"), q.C("id")).Limit(h.most).As("w")
	return d.Select(w.C("id"), w.C("stage_entered_at")).From(w)
}

// wholes are what the kinds without an owner belong to, and by which column.
var wholes = map[id.Kind]struct {
	kind   id.Kind
	column string
}{id.QuoteVersion: {id.Quote, "quote_id"}, id.PaymentPlanItem: {id.Contract, "contract_id"}}

// ownedBy is the kind whose owner a record of a kind has.
func ownedBy(kind id.Kind) id.Kind {
	if of, isPart := wholes[kind]; isPart {
		return of.kind
	}
	return kind
}

// owned keeps what someone owns; a version of a quote and an instalment belong to who owns the whole.
func owned(d *sql.DialectBuilder, q *sql.Selector, kind id.Kind, owner string) *sql.Predicate {
	of, isPart := wholes[kind]
	if !isPart {
		return sql.EQ(q.C("owner_id"), owner)
	}
	t := d.Table(db.Tables[of.kind].Name)
	return sql.In(q.C(of.column), d.Select(t.C("id")).From(t).Where(sql.EQ(t.C("owner_id"), owner)))
}

func anys[T any](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// holding are the versions of a kind's process, by the stage that a department holds in them, or any does.
func holding(ps []*db.Process, kind id.Kind, d stage.Department) map[string][]int {
	out := map[string][]int{}
	for _, p := range ps {
		if p.Kind != kind {
			continue
		}
		for _, s := range p.Document.Stages {
			if s.Department != "" && (d == "" || s.Department == d) {
				out[s.Key] = append(out[s.Key], p.Number)
			}
		}
	}
	return out
}
