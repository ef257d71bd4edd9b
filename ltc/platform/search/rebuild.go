package search

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// batch is how many records one transaction of Rebuild takes.
const batch = 1000

// Rebuild makes the entries of all records at once, for who filled the database without writing the log as it came.
// Others may write meanwhile.
func Rebuild(ctx context.Context, st *store.Store) error {
	for _, kind := range order {
		for last, more := "", true; more; {
			err := st.InTx(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
				last, more, err = rebuildSome(ctx, tx, kind, last)
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// rebuildSome makes the entries of records after an id. It keeps the reader out, which else could write what is newer
// in between.
func rebuildSome(ctx context.Context, tx *store.Tx, kind id.Kind, after string) (last string, more bool, err error) {
	if err := tx.Lock(ctx, "reader:"+readerName); err != nil {
		return after, false, err
	}
	rs, err := load(ctx, tx.SQL, kind, fmt.Sprintf("id > $1 ORDER BY id LIMIT %d", batch), after)
	if err != nil || len(rs) == 0 {
		return after, false, err
	}
	return rs[len(rs)-1].id, len(rs) == batch, write(ctx, tx, rs)
}
