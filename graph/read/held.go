package read

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
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
