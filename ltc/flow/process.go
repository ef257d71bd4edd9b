package flow

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/process"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// processKey is a published version in the store's cache; published versions never change.
type processKey struct {
	kind   id.Kind
	number int
}

// Document is a published version of a kind's process.
func Document(ctx context.Context, st *store.Store, c *db.Client, kind id.Kind, number int) (stage.Document, error) {
	key := processKey{kind, number}
	if d, ok := st.Cache.Load(key); ok {
		return d.(stage.Document), nil
	}
	p, err := c.Process.Query().Where(process.Kind(kind), process.Number(number)).Only(ctx)
	if err != nil {
		return stage.Document{}, err
	}
	st.Cache.Store(key, p.Document)
	return p.Document, nil
}

type numbersKey struct{}

// Current is the version of a kind's process that is current: its number, which is kept (store.Kept), and what it says.
// A record that is opened on one that was current a second ago runs on it, as all that were opened before.
func Current(ctx context.Context, st *store.Store, kind id.Kind) (int, stage.Document, error) {
	n, err := store.KeptIn[id.Kind, int](st, numbersKey{}).Get(ctx, st, kind, func() (int, error) {
		return st.Reader().Process.Query().Where(process.Kind(kind), process.Current(true)).Select(process.FieldNumber).Int(ctx)
	})
	if err != nil {
		return 0, stage.Document{}, err
	}
	d, err := Document(ctx, st, st.Reader(), kind, n)
	return n, d, err
}

// publishedKey is the version of a kind that this transaction has published.
type publishedKey struct{ kind id.Kind }

// current is the version that new records of a kind follow.
func current(ctx context.Context, tx *store.Tx, kind id.Kind) (int, stage.Document, error) {
	n, ok := tx.Seen[publishedKey{kind}].(int)
	if !ok {
		return Current(ctx, tx.Store, kind)
	}
	d, err := Document(ctx, tx.Store, tx.Client, kind, n)
	return n, d, err
}

// Install publishes the default process of every registered kind that has none yet.
func Install(ctx context.Context, tx *store.Tx) error {
	have, err := tx.Process.Query().Where(process.Current(true)).All(ctx)
	if err != nil {
		return err
	}
	has := map[id.Kind]bool{}
	for _, p := range have {
		has[p.Kind] = true
	}
	for _, kind := range stage.Kinds() {
		if m := machines[kind]; m != nil && !has[kind] {
			if err := Publish(ctx, tx, kind, "default", m.document); err != nil {
				return err
			}
		}
	}
	return nil
}

// Publish makes a document the next version of a kind's process; records that run stay on theirs. A preset that is
// current already is left as it is.
func Publish(ctx context.Context, tx *store.Tx, kind id.Kind, preset string, d stage.Document) error {
	m, err := machineOf(kind)
	if err != nil {
		return err
	}
	if err := d.Check(kind, func(name string) bool { return m.guards[name] }); err != nil {
		return err
	}
	last, err := tx.Process.Query().Where(process.Kind(kind)).Order(db.Desc(process.FieldNumber)).First(ctx)
	switch {
	case db.IsNotFound(err):
		last = &db.Process{}
	case err != nil:
		return err
	case last.Current && last.Preset == preset && preset != "":
		return nil
	}
	tx.Seen[publishedKey{kind}] = last.Number + 1
	err = tx.Process.Update().Where(process.Kind(kind), process.Current(true)).SetCurrent(false).Exec(ctx)
	if err != nil {
		return err
	}
	return tx.Process.Create().SetKind(kind).SetNumber(last.Number + 1).SetPreset(preset).SetDocument(d).
		SetCurrent(true).Exec(ctx)
}

// stageOf is the stage of a record in its own version of the process.
func stageOf(d stage.Document, key string) (stage.Stage, error) {
	s, ok := d.Find(key)
	if !ok {
		return s, fault.New(fault.CodeInternal, "process.stage_missing").With("stage", key)
	}
	return s, nil
}
