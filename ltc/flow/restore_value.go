package flow

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// RestoreValueInput is a field of an edit that shall be taken back, and the version of the record that was seen.
type RestoreValueInput struct {
	Change          Cursor
	Field           string // by its name in the log
	ExpectedVersion int
}

// restorable are the columns that may be taken back, and the verb whose right it takes: facts that stand for
// themselves, from which nothing else is computed, of records that may be edited at any time.
var restorable = map[id.Kind]struct {
	verb    string
	columns []string
}{
	id.Lead: {"updateLead", []string{"title", "phone", "email", "wechat", "region", "industry", "need", "campaign", "next_step"}},
	id.Account: {"updateAccount", []string{
		"short_name", "industry", "region", "level", "phone", "website", "billing_address", "shipping_address",
		"invoice_title", "bank", "bank_account", "next_step",
	}},
	id.Contact:     {"updateContact", []string{"title", "phone", "email", "wechat"}},
	id.Opportunity: {"updateOpportunity", []string{"needs", "next_step"}},
}

// RestoreValue takes a field back to what it was before an edit, by an edit of its own.
//
// Errors: NOT_FOUND where there is no such edit, or it may not be seen; INVALID restore.unsafe for a field that other
// things hang on; CONFLICT restore.changed_since; STALE_VERSION; FORBIDDEN.
func RestoreValue(ctx context.Context, st *store.Store, in RestoreValueInput) (string, error) {
	c, err := st.Reader().Change.Query().Where(change.Xid(in.Change.XID), change.ID(in.Change.ID), change.KindEQ(change.KindEdited)).Only(ctx)
	if store.Missing(err) {
		return "", fault.NotFound(in.Change.String()).At("change")
	}
	if err != nil {
		return "", store.Translate(err)
	}
	was, err := edited(c, in.Field)
	if err != nil {
		return "", err
	}
	v := Verb{Name: restorable[c.SubjectKind].verb, In: in, On: []string{c.SubjectID}}
	return Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if access.Locked(call.From(ctx).Viewer, c.SubjectKind, in.Field) {
			return stage.Record{}, fault.New(fault.CodeForbidden, "access.field").At("field").With("field", access.Field(in.Field))
		}
		r, err := load(ctx, tx, c.SubjectKind, c.SubjectID)
		if err != nil {
			return r, err
		}
		if err := Expect(r, in.ExpectedVersion); err != nil {
			return r, err
		}
		return takeBack(ctx, tx, r, was)
	})
}

// edited is what an edit changed of a field, where it may be taken back.
func edited(c *db.Change, field string) (stage.FieldChange, error) {
	for _, f := range c.Fields {
		if f.Name == field && slices.Contains(restorable[c.SubjectKind].columns, field) {
			return f, nil
		}
	}
	return stage.FieldChange{}, fault.Invalid("restore.unsafe", map[string]any{"field": access.Field(field)}).At("field")
}

func takeBack(ctx context.Context, tx *store.Tx, r stage.Record, f stage.FieldChange) (stage.Record, error) {
	d := sql.Dialect(tx.Store.Dialect())
	table := db.Tables[r.Kind].Name
	query, args := d.Select(f.Name).From(d.Table(table)).Where(sql.EQ("id", r.ID)).Query()
	var now *string
	if err := tx.SQL.QueryRowContext(ctx, query, args...).Scan(&now); err != nil {
		return r, err
	}
	if !reflect.DeepEqual(asJSON(now), asJSON(f.New)) {
		return r, fault.New(fault.CodeConflict, "restore.changed_since").At("field").With("field", access.Field(f.Name))
	}
	query, args = d.Update(table).Set(f.Name, f.Old).Set("version", r.Version+1).
		Set("updated_at", call.Now(ctx)).Set("updated_by", call.From(ctx).Viewer.Principal).
		Where(sql.And(sql.EQ("id", r.ID), sql.EQ("version", r.Version))).Query()
	res, err := tx.SQL.ExecContext(ctx, query, args...)
	if err != nil {
		return r, err
	}
	if n, err := res.RowsAffected(); err != nil || n != 1 {
		return r, Expect(stage.Record{Version: r.Version + 1}, r.Version)
	}
	r.Version++
	return r, logEdit(ctx, tx, r, []stage.FieldChange{{Name: f.Name, Old: f.New, New: f.Old}})
}

// asJSON is a value as the log holds it.
func asJSON(v any) any {
	b, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	var out any
	_ = json.Unmarshal(b, &out) // what Marshal wrote
	return out
}
