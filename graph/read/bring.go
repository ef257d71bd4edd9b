// Package read is every read of the API: it looks at what an operation asks and brings it along in a fixed number of
// statements, each narrowed to the rows that the viewer may see. It decides nothing and writes nothing.
package read

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// narrow is a condition of a query; it may also order and limit it.
type narrow = func(*sql.Selector)

// rows narrows a query to what the viewer may see of a kind.
func rows(ctx context.Context, kind id.Kind) narrow { return access.Rows(call.From(ctx).Viewer, kind) }

// walked is rows for a query that goes along an index until it has enough.
func walked(ctx context.Context, kind id.Kind) narrow {
	return access.Walked(call.From(ctx).Viewer, kind)
}

// listed is rows for a query that goes through all of a kind.
func listed(ctx context.Context, kind id.Kind) narrow {
	return access.Listed(call.From(ctx).Viewer, kind)
}

// Bring loads all that the selection asks of records of one kind beyond their columns: the edges, what is asked of
// their records in turn, and the figures. Each costs its statements once, however many records there are.
func Bring(ctx context.Context, st *store.Store, kind id.Kind, rs []db.Node, s Selection) error {
	if len(rs) == 0 {
		return nil
	}
	for _, f := range s.fields() {
		edge, ok := db.Edges[kind][f.name]
		if !ok {
			continue
		}
		next, err := follow(ctx, st, kind, f.name, rs)
		if err != nil {
			return err
		}
		if err := Bring(ctx, st, edge.To, next, f.Selection); err != nil {
			return err
		}
	}
	for _, f := range figures[kind] {
		if !s.has(f.names...) {
			continue
		}
		if err := f.load(ctx, st, rs, s); err != nil {
			return err
		}
	}
	return nil
}

// follow loads one edge of records of one kind.
func follow(ctx context.Context, st *store.Store, kind id.Kind, name string, rs []db.Node) ([]db.Node, error) {
	edge := db.Edges[kind][name]
	where := []narrow{rows(ctx, edge.To)}
	if edge.Many {
		where = append(where, inOrder(edge.To))
	}
	next, err := edge.Load(ctx, st.Reader(), rs, where...)
	return next, store.Translate(err)
}

// inOrder is how a record's parts are listed: lines by their position, versions from the newest on, all else as it
// came to be.
func inOrder(kind id.Kind) narrow {
	return func(s *sql.Selector) {
		switch kind {
		case id.QuoteLine, id.OrderLine, id.InvoiceLine, id.PaymentPlanItem:
			s.OrderBy(s.C("position"))
		case id.QuoteVersion:
			s.OrderBy(sql.Desc(s.C("number")))
		}
		s.OrderBy(s.C("id"))
	}
}

// bringMixed brings records of several kinds, each kind's at once.
func bringMixed(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	byKind := map[id.Kind][]db.Node{}
	var kinds []id.Kind
	for _, r := range rs {
		k := r.NodeKind()
		if byKind[k] == nil {
			kinds = append(kinds, k)
		}
		byKind[k] = append(byKind[k], r)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		if err := Bring(ctx, st, k, byKind[k], s.as(k)); err != nil {
			return err
		}
	}
	return nil
}
