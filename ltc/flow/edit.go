package flow

import (
	"context"
	"reflect"
	"slices"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Edited is ent's mutation of one record that has a version.
type Edited interface {
	ent.Mutation
	WhereP(ps ...func(*sql.Selector))
	AddVersion(i int)
	FieldCleared(name string) bool
}

// bookkeeping are the columns whose change is no news.
var bookkeeping = []string{"version", "updated_at", "updated_by"}

// Edit saves what a builder changes of a record, if its version is the expected one, and writes the old and the new
// values to the log. An edit that changes nothing writes nothing.
//
// Errors: STALE_VERSION.
func Edit[M Edited, R stage.Logged](ctx context.Context, tx *store.Tx, was R, b Builder[M, R], expected int) (R, error) {
	r := was.LogRecord()
	if err := Expect(r, expected); err != nil {
		return was, err
	}
	m := b.Mutation()
	fields, err := changes(ctx, m)
	if err != nil || len(fields) == 0 {
		return was, err
	}
	m.WhereP(sql.FieldEQ("version", r.Version))
	m.AddVersion(1)
	saved, err := b.Save(ctx)
	if db.IsNotFound(err) {
		return was, Expect(stage.Record{Version: r.Version + 1}, r.Version)
	}
	if err != nil {
		return was, err
	}
	return saved, logEdit(ctx, tx, saved.LogRecord(), fields)
}

func logEdit(ctx context.Context, tx *store.Tx, r stage.Record, fields []stage.FieldChange) error {
	var s stage.Stage
	if r.Stage != "" {
		d, err := Document(ctx, tx.Store, tx.Client, r.Kind, r.ProcessVersion)
		if err != nil {
			return err
		}
		if s, err = stageOf(d, r.Stage); err != nil {
			return err
		}
	}
	if err := keepJourney(ctx, tx, r, s, s); err != nil {
		return err
	}
	return write(ctx, tx, r, row{kind: change.KindEdited, from: s, to: s, entered: r.EnteredAt, fields: fields})
}

// changes are the fields that a mutation really changes.
func changes(ctx context.Context, m Edited) ([]stage.FieldChange, error) {
	var out []stage.FieldChange
	names := append(m.Fields(), m.ClearedFields()...)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if slices.Contains(bookkeeping, name) {
			continue
		}
		old, err := m.OldField(ctx, name)
		if err != nil {
			return nil, err
		}
		value, ok := m.Field(name)
		if !ok || m.FieldCleared(name) {
			value = nil
		}
		if old = plain(old); !reflect.DeepEqual(old, plain(value)) {
			out = append(out, stage.FieldChange{Name: name, Old: old, New: plain(value)})
		}
	}
	return out, nil
}

// plain is a value without its pointer.
func plain(v any) any {
	rv := reflect.ValueOf(v)
	if rv.Kind() != reflect.Pointer {
		return v
	}
	if rv.IsNil() {
		return nil
	}
	return rv.Elem().Interface()
}
