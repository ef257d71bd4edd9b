package read

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Staged is a record that has a place in a process.
type Staged interface {
	db.Node
	IsStaged()
}

// hidden are the kinds that have ids and are no Node of the API.
var hidden = map[id.Kind]bool{id.Session: true, id.Token: true, id.ExternalRef: true}

// Node is the record of any kind, with what the operation asks of it; nil where there is none that the viewer may see.
func Node(ctx context.Context, st *store.Store, recordID string) (db.Node, error) {
	kind, ok := id.KindOf(recordID)
	if !ok || hidden[kind] {
		return nil, nil
	}
	if done, err := answering(ctx).record(ctx, st, kind, recordID); done || err != nil {
		return nil, err
	}
	return node(ctx, st, kind, recordID)
}

// node is Node without a compiled read.
func node(ctx context.Context, st *store.Store, kind id.Kind, recordID string) (db.Node, error) {
	rs, err := nodes(ctx, st, kind, []string{recordID})
	if err != nil || len(rs) == 0 {
		return nil, err
	}
	return rs[0], Bring(ctx, st, kind, rs, Asked(ctx).as(kind))
}

// One is the record of the id if it is of the wanted kind; nil where there is none that the viewer may see.
func One[T db.Node](ctx context.Context, st *store.Store, recordID string) (none T, err error) {
	if kind, ok := id.KindOf(recordID); !ok || kind != none.NodeKind() {
		return none, nil
	}
	n, err := Node(ctx, st, recordID)
	if n == nil {
		return none, err
	}
	return n.(T), err
}

// oneOf is One for a root field that answers something else, or must answer a record.
func oneOf[T db.Node](ctx context.Context, st *store.Store, recordID string) (T, error) {
	return One[T](context.WithValue(ctx, answeringKey{}, (*Answering)(nil)), st, recordID)
}

// Made is the record that a verb made or changed, read after its commit with what the operation asks of it.
func Made[T db.Node](ctx context.Context, st *store.Store, recordID string, err error) (none T, _ error) {
	if err != nil {
		return none, err
	}
	return One[T](ctx, st, recordID)
}

// Moved is the record of any kind that a verb moved.
func Moved(ctx context.Context, st *store.Store, recordID string, err error) (Staged, error) {
	if err != nil {
		return nil, err
	}
	n, err := Node(ctx, st, recordID)
	if s, ok := n.(Staged); ok {
		return s, err
	}
	return nil, err
}

// nodes are the records of the ids that the viewer may see, in no order.
func nodes(ctx context.Context, st *store.Store, kind id.Kind, ids []string) ([]db.Node, error) {
	found, err := db.Nodes(ctx, st.Reader(), kind, sql.FieldIn("id", ids...), rows(ctx, kind))
	return found, store.Translate(err)
}

// allOf are all records of a kind that the conditions hold for and the viewer may see; for kinds of which there are
// few.
func allOf[T db.Node](ctx context.Context, st *store.Store, kind id.Kind, where ...narrow) ([]T, error) {
	found, err := db.Nodes(ctx, st.Reader(), kind, append(where, rows(ctx, kind))...)
	out := make([]T, len(found))
	for i, n := range found {
		out[i] = n.(T)
	}
	return out, store.Translate(err)
}
