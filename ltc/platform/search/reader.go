package search

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// readerName ends with the version of the code: entries of another version are made again from the log's beginning,
// as they are in a database that was filled before there was a search.
const readerName = "search_1"

func init() {
	flow.RegisterReader(flow.Reader{Name: readerName, Wants: wants, Batch: follow})
}

// wants tells whether a change may change what a record is found by. Of moves only those of invoices and credit notes
// do, which are numbered as they are posted.
func wants(c *db.Change) bool {
	if kinds[c.SubjectKind] == nil {
		return false
	}
	switch c.Kind {
	case change.KindMoved:
		return c.SubjectKind == id.Invoice || c.SubjectKind == id.CreditNote
	case change.KindEdited:
		return slices.ContainsFunc(c.Fields, func(f stage.FieldChange) bool { return found(c.SubjectKind, f.Name) })
	}
	return true
}

// found tells whether the kind is found by a column.
func found(kind id.Kind, name string) bool {
	return slices.ContainsFunc(kinds[kind], func(c column) bool { return c.expression == name })
}

// follow makes the entries of the changes' records again, as these are now.
func follow(ctx context.Context, tx *store.Tx, cs []*db.Change) error {
	ids := map[id.Kind][]string{}
	for _, c := range cs {
		if !slices.Contains(ids[c.SubjectKind], c.SubjectID) {
			ids[c.SubjectKind] = append(ids[c.SubjectKind], c.SubjectID)
		}
	}
	for _, kind := range order {
		if len(ids[kind]) == 0 {
			continue
		}
		if err := renew(ctx, tx, kind, ids[kind]); err != nil {
			return err
		}
	}
	return nil
}

// renew writes the entries of records of one kind, and drops those of records that are no more.
func renew(ctx context.Context, tx *store.Tx, kind id.Kind, ids []string) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	rs, err := load(ctx, tx.SQL, kind, "id IN ("+idsOf(tx.Store)+") ORDER BY id", string(list))
	if err != nil {
		return err
	}
	gone := slices.DeleteFunc(ids, func(recordID string) bool {
		return slices.ContainsFunc(rs, func(r record) bool { return r.id == recordID })
	})
	if len(gone) > 0 {
		if err := drop(ctx, tx, gone); err != nil {
			return err
		}
	}
	return write(ctx, tx, rs)
}
