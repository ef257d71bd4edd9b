package flow

import (
	"context"
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
	visible := func(k id.Kind) func(*sql.Selector) { return access.Rows(viewer, k) }
	editable := func(k id.Kind) func(*sql.Selector) { return access.Editable(viewer, k) }
	readOnly := within(ctx, tx, v.On, editable, func(string) *fault.Error {
		return fault.New(fault.CodeForbidden, "access.read_only").With("verb", v.Name)
	})
	others := access.Named(v.In)
	if readOnly == nil { // all that the verb works on is visible, for it is editable
		others = slices.DeleteFunc(others, func(r string) bool { return slices.Contains(v.On, r) })
	} else {
		others = append(others, v.On...)
	}
	if err := within(ctx, tx, others, visible, fault.NotFound); err != nil {
		return err
	}
	return readOnly
}

// within refuses the first record, of those that the ids name, that a condition does not hold for.
func within(
	ctx context.Context, tx *store.Tx, ids []string, rows func(id.Kind) func(*sql.Selector), refuse func(string) *fault.Error,
) error {
	byKind := map[id.Kind][]string{}
	for _, r := range ids {
		if kind, ok := id.KindOf(r); ok && !slices.Contains(byKind[kind], r) {
			byKind[kind] = append(byKind[kind], r)
		}
	}
	for kind, of := range byKind {
		found, err := seen(ctx, tx, kind, of, rows(kind))
		if err != nil {
			return err
		}
		for _, r := range of {
			if !found[r] {
				return refuse(r)
			}
		}
	}
	return nil
}

// seen are those of a kind's records that a condition holds for.
func seen(ctx context.Context, tx *store.Tx, kind id.Kind, ids []string, where func(*sql.Selector)) (map[string]bool, error) {
	d := sql.Dialect(tx.Store.Dialect())
	t := d.Table(db.Tables[kind].Name)
	q := d.Select(t.C("id")).From(t).Where(sql.In(t.C("id"), anys(ids)...))
	where(q)
	text, args := q.Query()
	rows, err := tx.SQL.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	found := map[string]bool{}
	for rows.Next() {
		var r string
		if err := rows.Scan(&r); err != nil {
			return nil, err
		}
		found[r] = true
	}
	return found, rows.Err()
}
