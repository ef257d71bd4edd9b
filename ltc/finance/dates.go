package finance

import (
	"context"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Happened is the day on which something happened: the given one, without one today by the company's clock. path
// names the input's field.
//
// Errors: INVALID date.in_future.
func Happened(ctx context.Context, tx *store.Tx, path string, given *worktime.Date) (worktime.Date, error) {
	today, err := flow.Today(ctx, tx)
	if err != nil || given == nil {
		return today, err
	}
	if given.After(today) {
		return today, fault.Invalid("date.in_future", map[string]any{"date": given.String()}).At(path)
	}
	return *given, nil
}
