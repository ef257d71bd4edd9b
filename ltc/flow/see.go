package flow

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// reaches refuses a verb that names a record which the caller cannot see, as if there were none, or works on one that
// they may only read. A record is named by the verb itself or anywhere in its input.
func reaches(ctx context.Context, tx *store.Tx, v Verb) error {
	viewer := call.From(ctx).Viewer
	if viewer.Admin() {
		return nil
	}
	on := slices.DeleteFunc(slices.Clone(v.On), func(r string) bool { return open(viewer, r) })
	others := slices.DeleteFunc(access.Named(v.In), func(r string) bool { return slices.Contains(v.On, r) })
	found, err := seen(ctx, tx, look{on, access.Editable}, look{others, access.Rows})
	if err != nil {
		return err
	}
	missing := func(of []string) int { return slices.IndexFunc(of, func(r string) bool { return !found[r] }) }
	if i := missing(others); i >= 0 {
		return fault.NotFound(others[i])
	}
	if missing(on) < 0 { // all that the verb works on is visible, for it is editable
		return nil
	}
	if found, err = seen(ctx, tx, look{on, access.Rows}); err != nil {
		return err
	}
	if i := missing(on); i >= 0 {
		return fault.NotFound(on[i])
	}
	return fault.New(fault.CodeForbidden, "access.read_only").With("verb", v.Name)
}

// open tells that the viewer sees, and may work on, all records of a kind. That one on a journey is there, its lock has
// shown.
func open(viewer call.Viewer, recordID string) bool {
	kind, _ := id.KindOf(recordID)
	return db.Tables[kind].HasJourney && !access.Partial(viewer, kind)
}

// look asks which records a condition holds for.
type look struct {
	ids  []string
	rows func(call.Viewer, id.Kind) func(*sql.Selector)
}

// seen are the records that the condition of one of the looks holds for.
func seen(ctx context.Context, tx *store.Tx, looks ...look) (map[string]bool, error) {
	var all *sql.Selector
	for _, l := range looks {
		byKind := map[id.Kind][]string{}
		for _, r := range l.ids {
			if kind, ok := id.KindOf(r); ok && !slices.Contains(byKind[kind], r) {
				byKind[kind] = append(byKind[kind], r)
			}
		}
		for _, kind := range slices.Sorted(maps.Keys(byKind)) {
			all = either(all, rowsOf(tx, kind, byKind[kind], l.rows(call.From(ctx).Viewer, kind)))
		}
	}
	found := map[string]bool{}
	if all == nil {
		return found, nil
	}
	text, args := all.Query()
	rows, err := tx.SQL.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var r string
		if err := rows.Scan(&r); err != nil {
			return nil, err
		}
		found[r] = true
	}
	return found, rows.Err()
}

// rowsOf selects those of a kind's records that a condition holds for.
func rowsOf(tx *store.Tx, kind id.Kind, ids []string, where func(*sql.Selector)) *sql.Selector {
	d := sql.Dialect(tx.Store.Dialect())
	t := d.Table(db.Tables[kind].Name)
	q := d.Select(t.C("id")).From(t).Where(sql.In(t.C("id"), anys(ids)...))
	where(q)
	return q
}

func either(all, q *sql.Selector) *sql.Selector {
	if all == nil {
		return q
	}
	return all.UnionAll(q)
}
