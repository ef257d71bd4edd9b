package read

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/store"
)

// load computes what is no column, for all records of a kind at once, and keeps it on them under its name in the API.
type load = func(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error

// figure is a load and the computed fields that it serves.
type figure struct {
	load    load
	names   []string
	columns []string // that it needs of the records; nil is all
	added   *added   // how a statement brings what it is made of along with the record; nil where it cannot
	leads   bool     // to records, which a compiled answer cannot hold
}

// added are sums over what belongs to a record, in minor units, and how its figures are made of them.
type added struct {
	sums []func(recordID string) string // sub-selects; the id is SQL
	keep func(ctx context.Context, st *store.Store, r db.Node, sums []int64) error
}

// figures are the computed fields of each kind; the files of this package add theirs as it is loaded.
var figures = map[id.Kind][]figure{}

func compute(f load, kind id.Kind, names ...string) {
	figures[kind] = append(figures[kind], figure{load: f, names: names})
}

// add lets a statement bring along what the last figures that were added to a kind are made of.
func add(kind id.Kind, columns []string, a added) {
	f := &figures[kind][len(figures[kind])-1]
	f.columns, f.added = columns, &a
}

// batch is the load of figures that a department computes for many records of one kind, by their ids.
func batch[R db.Node, F any](of func(context.Context, *db.Client, []string) (map[string]F, error), keep func(R, F)) load {
	return func(ctx context.Context, st *store.Store, rs []db.Node, _ Selection) error {
		found, err := of(ctx, st.Reader(), idsOf(rs))
		for _, r := range rs {
			keep(r.(R), found[r.NodeID()])
		}
		return store.Translate(err)
	}
}

func idsOf(rs []db.Node) []string {
	ids := make([]string, len(rs))
	for i, r := range rs {
		ids[i] = r.NodeID()
	}
	return ids
}

// amount is what a computed sum looks like in the API; minor units.
func amount(minor int64, currency string) *money.Amount {
	return &money.Amount{Minor: minor, Currency: currency}
}

// computed is a record that computed values are kept on.
type computed interface {
	NodeKind() id.Kind
	DerivedValue(name string) (any, bool)
}

// Figure is a computed value of a record; one that was not computed is a fault of the program.
func Figure[T any](r computed, name string) (T, error) {
	v, ok := r.DerivedValue(name)
	t, is := v.(T)
	if !ok || !is && v != nil {
		return t, fmt.Errorf("%s.%s was not computed as %T", r.NodeKind(), name, t)
	}
	return t, nil
}
