package sales

import (
	"context"

	"entgo.io/ent"

	"github.com/leadtocash/ltc/ent/db/product"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// record is what a verb answers of the record that was saved, or why it was not.
func record[R stage.Logged](saved R, err error) (stage.Record, error) {
	if err != nil {
		return stage.Record{}, err
	}
	return saved.LogRecord(), nil
}

// absent names the input's field whose id names no record.
func absent(err error, path, recordID string) error {
	if store.Missing(err) {
		return fault.NotFound(recordID).At(path)
	}
	return err
}

// known refuses the id of a product that there is not.
func known(ctx context.Context, tx *store.Tx, productID *string) error {
	if productID == nil {
		return nil
	}
	exists, err := tx.Product.Query().Where(product.ID(*productID)).Exist(ctx)
	if err == nil && !exists {
		return fault.NotFound(*productID).At("productId")
	}
	return err
}

// ownerOr is who was named, else the viewer; what the system makes belongs to nobody.
func ownerOr(ctx context.Context, tx *store.Tx, named *string) (*string, error) {
	viewer := call.From(ctx).Viewer.UserID
	switch {
	case named != nil && *named != viewer:
		return named, people.Active(ctx, tx, *named)
	case viewer != "":
		return &viewer, nil
	}
	return nil, nil
}

// empty clears the facts that a caller named, each by its column.
func empty[F ~string](m ent.Mutation, facts []F) error {
	for _, f := range facts {
		if err := m.ClearField(string(f)); err != nil {
			return err
		}
	}
	return nil
}
